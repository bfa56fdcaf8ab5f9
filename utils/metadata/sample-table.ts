import type { ByteSource } from '../bytes/byte-source';
import { viewOf } from '../bytes/view';
import type { Range } from './clean-result';
import type { Box } from './isobmff-box';
import type { MediaRanges } from './media-ranges';
import { longestSound, type SoundUnits } from './sound-length';

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
 * @param sound of its entries: sounds of one size for all samples say it in units that only their codec knows
 * @returns false when a table is missing or too large to be read
 */
export async function addChunks(
  boxes: readonly Box[],
  sound: readonly SoundUnits[] | null,
  source: ByteSource,
  ranges: MediaRanges,
): Promise<boolean> {
  const tables = await readTables(boxes, source);
  if (!tables) return false;
  const { offsets, chunks, perChunk, sized } = tables;
  let run = -1;
  let samples = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    while (run + 1 < perChunk.count && entryOf(perChunk, run + 1, 0) <= chunk + 1) {
      run += 1;
      samples = entryOf(perChunk, run, 1);
    }
    const start = startOf(chunks, chunk, offsets);
    if (!Number.isSafeInteger(start)) return false;
    if (sized.uniform > 0) {
      const counted = Math.max(0, Math.min(samples, sized.count - sample));
      sample += counted;
      // Players of sound go by the chunks alone, as far as there is a file.
      const longest = sound ? longestSound(samples, sized.uniform, sound) : 0;
      if (sound && start + longest <= source.size) ranges.addLoose(start, start + longest);
      else if (sound) ranges.addLoose(start, start + longestSound(counted, sized.uniform, sound));
      else ranges.add(start, start + counted * sized.uniform);
      continue;
    }
    const last = Math.min(sample + samples, sized.count);
    let length = 0;
    for (; sample < last; sample++) length += sized.sizeOf(sample);
    ranges.add(start, start + length);
  }
  return true;
}

/**
 * The samples of a track one by one, in order; none where a table is missing.
 * @param boxes what its `stbl` holds
 */
export async function readSamples(boxes: readonly Box[], source: ByteSource): Promise<Iterable<Range>> {
  const tables = await readTables(boxes, source);
  return tables ? samplesIn(tables) : [];
}

function* samplesIn({ offsets, chunks, perChunk, sized }: Tables): Iterable<Range> {
  let run = -1;
  let samples = 0;
  let sample = 0;
  for (let chunk = 0; chunk < chunks.count; chunk++) {
    while (run + 1 < perChunk.count && entryOf(perChunk, run + 1, 0) <= chunk + 1) {
      run += 1;
      samples = entryOf(perChunk, run, 1);
    }
    let start = startOf(chunks, chunk, offsets);
    for (const last = Math.min(sample + samples, sized.count); sample < last; sample++) {
      const end = start + sized.sizeOf(sample);
      yield { start, end };
      start = end;
    }
  }
}

interface Tables {
  /** `stco` or `co64`. */
  readonly offsets: Box;
  readonly chunks: Table;
  readonly perChunk: Table;
  readonly sized: Sizes;
}

async function readTables(boxes: readonly Box[], source: ByteSource): Promise<Tables | null> {
  const named = (type: string) => boxes.find((box) => box.type === type);
  const offsets = named('stco') ?? named('co64');
  const runs = named('stsc');
  const sizes = named('stsz') ?? named('stz2');
  if (!offsets || !runs || !sizes) return null;
  const chunks = await readTable(offsets, fullHead, offsets.type === 'co64' ? 8 : 4, source);
  const perChunk = await readTable(runs, fullHead, 12, source);
  const sized =
    sizes.type === 'stsz' ? await readSizes(sizes, source) : await readCompactSizes(sizes, source);
  return chunks && perChunk && sized && { offsets, chunks, perChunk, sized };
}

/** Adds where the chunks of a track that goes begin: sound before them ends there. */
export async function addStops(
  boxes: readonly Box[],
  source: ByteSource,
  ranges: MediaRanges,
): Promise<void> {
  const offsets = boxes.find(({ type }) => type === 'stco' || type === 'co64');
  const chunks = offsets && (await readTable(offsets, fullHead, offsets.type === 'co64' ? 8 : 4, source));
  for (let chunk = 0; chunk < (chunks?.count ?? 0); chunk++) {
    if (chunks && offsets) ranges.stop(startOf(chunks, chunk, offsets));
  }
}

function startOf({ view, at }: Table, chunk: number, { type }: Box): number {
  return type === 'co64' ? Number(view.getBigUint64(at + chunk * 8)) : view.getUint32(at + chunk * 4);
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
  /** Of samples. */
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
