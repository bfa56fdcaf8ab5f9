import { type FileHandle, open } from 'node:fs/promises';
import { box, fullBox, u16, u32, u64 } from '../../fixtures/isobmff';
import { latin1 } from '../../fixtures/jpeg';
import { element, header, tag, text, track, uint } from '../../fixtures/matroska';

/**
 * Recordings of twenty minutes in 4K, 4.5 GiB, of which only heads, tables and timed metadata take room on the disk:
 * a cleaner that looks at the coded pictures themselves has to go through all of it.
 */

const seconds = 1200;
const framesPerSecond = 30;
const soundsPerSecond = 47;
const frameLength = 133_000;
const soundLength = 350;

const zeros = (length: number) => new Uint8Array(length);
const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].flatMap(u32);
const recordedAt = u32(3_877_000_000);

/** Writes one thing after another; a hole is only gone over. */
class Writer {
  at = 0;
  private readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async put(bytes: Uint8Array): Promise<void> {
    await this.handle.write(bytes, 0, bytes.length, this.at);
    this.at += bytes.length;
  }

  async putAt(bytes: Uint8Array, at: number): Promise<void> {
    await this.handle.write(bytes, 0, bytes.length, at);
  }

  skip(length: number): void {
    this.at += length;
  }
}

async function write(path: string, fill: (writer: Writer) => Promise<void>): Promise<void> {
  const handle = await open(path, 'w');
  try {
    const writer = new Writer(handle);
    await fill(writer);
    await handle.truncate(writer.at);
  } finally {
    await handle.close();
  }
}

/** Numbers of 32 or 64 bits side by side. */
function table(values: readonly number[], length: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(values.length * length);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) {
    if (length === 4) view.setUint32(index * 4, value);
    else view.setBigUint64(index * 8, BigInt(value));
  }
  return bytes;
}

/** Boxes of parts too long for `box`, which goes through them byte by byte. */
function longBox(type: string, ...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 8);
  const bytes = new Uint8Array(length);
  bytes.set([...u32(length), ...latin1(type)]);
  let at = 8;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

interface Track {
  readonly handler: 'vide' | 'soun' | 'meta';
  /** Where the chunk of each second lies. */
  readonly chunks: readonly number[];
  readonly perChunk: number;
  /** Of every sample. */
  readonly sizes: readonly number[];
}

function entry(handler: Track['handler']): Uint8Array {
  const head = [zeros(6), u16(1)];
  if (handler === 'meta') return box('mebx', ...head);
  if (handler === 'soun')
    return box(
      'mp4a',
      ...head,
      zeros(8),
      u16(2),
      u16(16),
      zeros(4),
      u32(48_000 * 65_536),
      box('esds', zeros(8)),
    );
  const size = [
    u16(3840),
    u16(2160),
    u32(0x480000),
    u32(0x480000),
    zeros(4),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
  ];
  return box('avc1', ...head, zeros(16), ...size, box('avcC', [1, 77, 0, 30, 0xff]));
}

function trak({ handler, chunks, perChunk, sizes }: Track, id: number): Uint8Array {
  const stbl = longBox(
    'stbl',
    fullBox('stsd', 0, 0, u32(1), entry(handler)),
    fullBox('stts', 0, 0, u32(1), u32(sizes.length), u32(1)),
    fullBox('stsc', 0, 0, u32(1), u32(1), u32(perChunk), u32(1)),
    longBox('stsz', zeros(8), u32(sizes.length), table(sizes, 4)),
    longBox('co64', zeros(4), u32(chunks.length), table(chunks, 8)),
  );
  const dinf = box('dinf', fullBox('dref', 0, 0, u32(1), fullBox('url ', 0, 1)));
  const kind = {
    vide: fullBox('vmhd', 0, 1, zeros(8)),
    soun: fullBox('smhd', 0, 0, zeros(4)),
    meta: fullBox('nmhd', 0, 0),
  };
  const hdlr = fullBox('hdlr', 0, 0, zeros(4), latin1(handler), zeros(12), latin1('SECRETHANDLER\0'));
  return longBox(
    'trak',
    fullBox(
      'tkhd',
      0,
      3,
      recordedAt,
      recordedAt,
      u32(id),
      zeros(4),
      u32(seconds),
      zeros(16),
      matrix,
      zeros(8),
    ),
    longBox(
      'mdia',
      fullBox('mdhd', 0, 0, recordedAt, recordedAt, u32(600), u32(600), zeros(4)),
      hdlr,
      longBox('minf', kind[handler], dinf, stbl),
    ),
  );
}

/** As phones write it: `mdat` first, a chunk of each track a second, places among them, `moov` behind it. */
export async function writeSparseMovie(path: string): Promise<void> {
  await write(path, async (writer) => {
    await writer.put(box('ftyp', latin1('qt  '), u32(0), latin1('qt  ')));
    const mdat = writer.at;
    writer.skip(16);
    const starts: Record<Track['handler'], number[]> = { vide: [], soun: [], meta: [] };
    const place = latin1('SECRETPLACE +36.3400+043.1300/');
    for (let second = 0; second < seconds; second++) {
      starts.vide.push(writer.at);
      writer.skip(framesPerSecond * frameLength);
      starts.soun.push(writer.at);
      writer.skip(soundsPerSecond * soundLength);
      starts.meta.push(writer.at);
      await writer.put(place);
    }
    await writer.putAt(Uint8Array.from([...u32(1), ...latin1('mdat'), ...u64(writer.at - mdat)]), mdat);
    // The sizes differ, as those of coded pictures do.
    const frames = Array.from(
      { length: seconds * framesPerSecond },
      (_, index) => frameLength + (index % 2 ? 99 : -99),
    );
    const sounds = Array.from({ length: seconds * soundsPerSecond }, () => soundLength);
    const places = Array.from({ length: seconds }, () => place.length);
    const xyz = latin1('SECRETXYZ +36.3400+043.1300/');
    await writer.put(
      longBox(
        'moov',
        fullBox(
          'mvhd',
          0,
          0,
          recordedAt,
          recordedAt,
          u32(1),
          u32(seconds),
          u32(0x10000),
          u16(0x100),
          zeros(10),
          matrix,
          zeros(24),
          u32(4),
        ),
        trak({ handler: 'vide', chunks: starts.vide, perChunk: framesPerSecond, sizes: frames }, 1),
        trak({ handler: 'soun', chunks: starts.soun, perChunk: soundsPerSecond, sizes: sounds }, 2),
        trak({ handler: 'meta', chunks: starts.meta, perChunk: 1, sizes: places }, 3),
        box('udta', box('\xa9xyz', u16(xyz.length), u16(0x15c7), xyz)),
      ),
    );
  });
}

/** The ID of a Segment or Cluster, with a length of eight bytes. */
function longHead(id: number, length: number): Uint8Array {
  const size = u64(length);
  size[0] = 0x01;
  return Uint8Array.from([...u32(id), ...size]);
}

/** The head of a SimpleBlock with a length of four bytes: track, time, flags. */
function blockHead(number: number, length: number, time: number): Uint8Array {
  const size = length + 4;
  const lengthBytes = [0x10 | (size >>> 24), (size >> 16) & 0xff, (size >> 8) & 0xff, size & 0xff];
  return Uint8Array.from([0xa3, ...lengthBytes, 0x80 | number, ...u16(time), 0x80]);
}

/** As recorders of a screen write it: a Cluster a second, a SimpleBlock for each frame and each sound. */
export async function writeSparseMatroska(path: string): Promise<void> {
  await write(path, async (writer) => {
    await writer.put(header('matroska'));
    const segment = writer.at;
    writer.skip(12);
    await writer.put(
      element(
        0x1549a966,
        uint(0x2ad7b1, 1_000_000, 4),
        text(0x7ba9, 'SECRETTITLE'),
        text(0x4d80, 'SECRETAPP'),
        text(0x5741, 'SECRETAPP'),
      ),
    );
    await writer.put(element(0x1654ae6b, track(1, 1, 'V_MPEG4/ISO/AVC'), track(2, 2, 'A_AAC')));
    const sounds = Uint8Array.from(
      Array.from({ length: soundsPerSecond }, () => [
        ...blockHead(2, soundLength, 0),
        ...zeros(soundLength),
      ]).flat(),
    );
    for (let second = 0; second < seconds; second++) {
      const time = uint(0xe7, second * 1000, 4);
      const frames = framesPerSecond * (blockHead(1, 0, 0).length + frameLength);
      await writer.put(longHead(0x1f43b675, time.length + frames + sounds.length));
      await writer.put(time);
      for (let frame = 0; frame < framesPerSecond; frame++) {
        await writer.put(blockHead(1, frameLength, frame * 33));
        writer.skip(frameLength);
      }
      await writer.put(sounds);
    }
    await writer.put(element(0x1254c367, tag('LOCATION', 'SECRETPLACE')));
    await writer.putAt(longHead(0x18538067, writer.at - segment - 12), segment);
  });
}
