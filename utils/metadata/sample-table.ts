import type { ByteSource } from '../bytes/byte-source';
import { viewOf } from '../bytes/view';
import type { Box } from './isobmff-box';
import type { MediaRanges } from './media-ranges';

/** Sample tables, ISO 14496-12, 8.7: where the samples of a track lie in the file. */

/** A full box begins with its version and flags. */
const fullHead = 4;

/** Tables are read whole; one of this length, in bytes, has the samples of a week. */
const longestTable = 64 << 20;

interface Table {
  readonly view: DataView;
  /** Where its entries begin, and how many there are for sure. */
  readonly at: number;
  readonly count: number;
}

/**
 * Adds the chunks of a track.
 * @param boxes what its `stbl` holds
 * @param isSound sounds of one size for all samples say it in units that only their codec knows
 * @returns false when a table is missing or too large to be read
 */
export async function addChunks(
  boxes: readonly Box[],
  isSound: boolean,
  source: ByteSource,
  ranges: MediaRanges,
): Promise<boolean> {
  const named = (type: string) => boxes.find((box) => box.type === type);
  const offsets = named('stco') ?? named('co64');
  const runs = named('stsc');
  const sizes = named('stsz') ?? named('stz2');
  if (!offsets || !runs || !sizes) return false;
  const chunks = await readTable(offsets, fullHead, offsets.type === 'co64' ? 8 : 4, source);
  const perChunk = await readTable(runs, fullHead, 12, source);
  const sized =
    sizes.type === 'stsz' ? await readSizes(sizes, source) : await readCompactSizes(sizes, source);
  if (!chunks || !perChunk || !sized) return false;
  const wide = offsets.type === 'co64';
  let run = -1;
  let samples = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    while (run + 1 < perChunk.count && entryOf(perChunk, run + 1, 0) <= chunk + 1) {
      run += 1;
      samples = entryOf(perChunk, run, 1);
    }
    const at = chunks.at + chunk * (wide ? 8 : 4);
    const start = wide ? Number(chunks.view.getBigUint64(at)) : chunks.view.getUint32(at);
    if (!Number.isSafeInteger(start)) return false;
    if (sized.uniform > 0) {
      ranges.add(start, isSound ? null : start + samples * sized.uniform);
      continue;
    }
    const last = Math.min(sample + samples, sized.count);
    let length = 0;
    for (; sample < last; sample++) length += sized.sizeOf(sample);
    ranges.add(start, start + length);
  }
  return true;
}

/** Field of an entry of `stsc`: first chunk, samples per chunk, sample description. */
function entryOf({ view, at }: Table, index: number, field: number): number {
  return view.getUint32(at + index * 12 + field * 4);
}

async function readTable(
  { data, end }: Box,
  countAt: number,
  entryLength: number,
  source: ByteSource,
): Promise<Table | null> {
  if (end - data > longestTable || end - data < countAt + 4) return null;
  const view = viewOf(await source.read(data, end));
  const at = countAt + 4;
  const room = Math.floor((view.byteLength - at) / entryLength);
  return { view, at, count: Math.min(view.getUint32(countAt), room) };
}

interface Sizes {
  /** The size of every sample, in bytes; 0 when each has its own. */
  readonly uniform: number;
  readonly count: number;
  sizeOf(sample: number): number;
}

async function readSizes(box: Box, source: ByteSource): Promise<Sizes | null> {
  const { data, end } = box;
  if (end - data < fullHead + 8) return null;
  const head = viewOf(await source.read(data, data + fullHead + 8));
  const uniform = head.getUint32(fullHead);
  if (uniform > 0) return { uniform, count: head.getUint32(fullHead + 4), sizeOf: () => uniform };
  const table = await readTable(box, fullHead + 4, 4, source);
  return (
    table && { uniform, count: table.count, sizeOf: (sample) => table.view.getUint32(table.at + sample * 4) }
  );
}

/** 8.7.3.3: sizes of 4, 8 or 16 bits. */
async function readCompactSizes(box: Box, source: ByteSource): Promise<Sizes | null> {
  const { data, end } = box;
  if (end - data < fullHead + 8 || end - data > longestTable) return null;
  const view = viewOf(await source.read(data, end));
  const bits = view.getUint8(fullHead + 3);
  if (bits !== 4 && bits !== 8 && bits !== 16) return null;
  const at = fullHead + 8;
  const count = Math.min(view.getUint32(fullHead + 4), Math.floor(((view.byteLength - at) * 8) / bits));
  return {
    uniform: 0,
    count,
    sizeOf(sample) {
      if (bits === 16) return view.getUint16(at + sample * 2);
      const byte = view.getUint8(at + ((sample * bits) >> 3));
      if (bits === 8) return byte;
      return sample % 2 === 0 ? byte >> 4 : byte & 0x0f;
    },
  };
}
