import type { ByteSource } from '../bytes/byte-source';
import { viewOf } from '../bytes/view';
import type { Box } from './isobmff-box';

/**
 * How long sound of one size for all samples may be, QuickTime File Format, "Sound Sample Description": readers take
 * that size, or what the description or the codec says, so the longest of them is what nobody reads beyond.
 */

/** Positions in an entry, from its data on; those of version 2 tell channels and bits again. */
const fields = { version: 8, channels: 16, bits: 18, perPacket: 28, bytesPerFrame: 36 } as const;
const wideFields = { channels: 40, bits: 48, bytesPerPacket: 56, perPacket: 60, end: 64 } as const;

/** Sound that is not packed, with the bits of a sample where entries may say 16 all the same. */
const bitsBy: ReadonlyMap<string, number> = new Map([
  ...['raw ', 'NONE', 'twos', 'sowt', 'lpcm', 'ipcm', 'fpcm', 'alaw', 'ulaw'].map(
    (type) => [type, 8] as const,
  ),
  ['in24', 24],
  ['in32', 32],
  ['fl32', 32],
  ['fl64', 64],
]);

/** Sound of which every sample has a size of its own, whatever stands there. */
const sizedApart: ReadonlySet<string> = new Set(
  'mp4a alac ac-3 ec-3 ac-4 Opus fLaC samr sawb sawp sevc sqcp ssmv dtsc dtse dtsh dtsl mlpa mha1 mhm1'.split(
    ' ',
  ),
);

/** Of no more channels than these there is sound. */
const maximumChannels = 256;

/** What one entry says: samples and bytes of a packet, bytes of a sample of all channels. */
export interface SoundUnits {
  readonly isPacked: boolean;
  readonly perPacket: number;
  readonly bytesPerPacket: number;
  readonly bytesPerSample: number;
}

/**
 * @param entry of an `stsd`, its heading whole
 */
export async function readUnits({ type, data, end }: Box, source: ByteSource): Promise<SoundUnits> {
  const view = viewOf(await source.read(data, Math.min(end, data + wideFields.end)));
  const isPacked = !bitsBy.has(type) && !sizedApart.has(type);
  const version = view.getUint16(fields.version);
  if (version === 2 && view.byteLength >= wideFields.end) {
    return {
      isPacked,
      perPacket: view.getUint32(wideFields.perPacket),
      bytesPerPacket: view.getUint32(wideFields.bytesPerPacket),
      bytesPerSample: bytesPerSample(
        type,
        view.getUint32(wideFields.channels),
        view.getUint32(wideFields.bits),
      ),
    };
  }
  const hasPackets = version === 1 && view.byteLength >= fields.bytesPerFrame + 4;
  return {
    isPacked,
    perPacket: hasPackets ? view.getUint32(fields.perPacket) : 0,
    bytesPerPacket: hasPackets ? view.getUint32(fields.bytesPerFrame) : 0,
    bytesPerSample: bytesPerSample(type, view.getUint16(fields.channels), view.getUint16(fields.bits)),
  };
}

function bytesPerSample(type: string, channels: number, bits: number): number {
  const most = Math.max(Math.min(bits, 64), bitsBy.get(type) ?? 0);
  return Math.min(Math.max(channels, 1), maximumChannels) * Math.ceil(most / 8);
}

/**
 * The most bytes that so many samples take; infinite where only the codec knows.
 * @param uniform the size of each that `stsz` says
 */
export function longestSound(samples: number, uniform: number, units: readonly SoundUnits[]): number {
  return Math.max(samples * uniform, ...units.map((one) => longestOf(samples, uniform, one)));
}

function longestOf(samples: number, uniform: number, units: SoundUnits): number {
  const { isPacked, perPacket, bytesPerPacket, bytesPerSample: bytes } = units;
  if (isPacked && perPacket === 0 && uniform <= 1) return Number.POSITIVE_INFINITY;
  const packets = perPacket > 0 ? Math.ceil(samples / perPacket) * bytesPerPacket : 0;
  return Math.max(packets, samples * bytes);
}
