import type { ByteSource } from '../bytes/byte-source';
import { viewOf } from '../bytes/view';
import type { Box } from './isobmff-box';
import type { MediaRanges } from './media-ranges';

/** Movie fragments, ISO 14496-12, 8.8: where the samples of a fragment lie in the file. */

/** Flags of `tfhd`, 8.8.7. */
const track = {
  baseDataOffset: 0x01,
  description: 0x02,
  duration: 0x08,
  size: 0x10,
  flags: 0x20,
  baseIsMoof: 0x20000,
} as const;

/** Flags of `trun`, 8.8.8. */
const run = {
  dataOffset: 0x01,
  firstFlags: 0x04,
  duration: 0x100,
  size: 0x200,
  flags: 0x400,
  composition: 0x800,
};

/** Fragments are short; runs of this length, in bytes, are none that a player would take. */
const longestRun = 16 << 20;

/** The number of the track that a `traf` belongs to; null when its `tfhd` is broken. */
export async function trackOf(header: Box, source: ByteSource): Promise<number | null> {
  if (header.end - header.data < 8) return null;
  return viewOf(await source.read(header.data, header.data + 8)).getUint32(4);
}

export interface Fragment {
  readonly moof: Box;
  readonly header: Box;
  readonly runs: readonly Box[];
  /** From `trex`, 8.8.3: the size of a sample that nothing else says. */
  readonly defaultSize: number;
  /** Where the data of the fragment's track before this one ended. */
  readonly before: number;
}

/**
 * Adds the samples of one track of one fragment.
 * @param ranges null when they do not stay, and only where they end counts
 * @returns where its data ends, and whether it begins where the one before ends; null when it is broken
 */
export async function addRuns(
  fragment: Fragment,
  source: ByteSource,
  ranges: MediaRanges | null,
): Promise<{ readonly end: number; readonly follows: boolean } | null> {
  const { moof, header, runs, before } = fragment;
  const head = viewOf(await source.read(header.data, Math.min(header.end, header.data + 40)));
  if (head.byteLength < 8) return null;
  const flags = head.getUint32(0) & 0xffffff;
  const sizeAt =
    8 +
    (flags & track.baseDataOffset ? 8 : 0) +
    (flags & track.description ? 4 : 0) +
    (flags & track.duration ? 4 : 0);
  if (head.byteLength < sizeAt + (flags & track.size ? 4 : 0)) return null;
  const defaultSize = flags & track.size ? head.getUint32(sizeAt) : fragment.defaultSize;
  let base = flags & track.baseIsMoof ? moof.start : before;
  if (flags & track.baseDataOffset) base = Number(head.getBigUint64(8));
  let at = base;
  for (const box of runs) {
    const end = await addRun(box, base, at, defaultSize, source, ranges);
    if (end === null) return null;
    at = end;
  }
  return { end: at, follows: (flags & (track.baseIsMoof | track.baseDataOffset)) === 0 };
}

async function addRun(
  { data, end }: Box,
  base: number,
  follows: number,
  defaultSize: number,
  source: ByteSource,
  ranges: MediaRanges | null,
): Promise<number | null> {
  if (end - data < 8 || end - data > longestRun) return null;
  const view = viewOf(await source.read(data, end));
  const flags = view.getUint32(0) & 0xffffff;
  const count = view.getUint32(4);
  const hasOffset = (flags & run.dataOffset) !== 0;
  let at = 8 + (hasOffset ? 4 : 0) + (flags & run.firstFlags ? 4 : 0);
  if (at > view.byteLength) return null;
  const start = hasOffset ? base + view.getInt32(8) : follows;
  if (!Number.isSafeInteger(start) || start < 0) return null;
  let length = count * defaultSize;
  if (flags & run.size) {
    const before = flags & run.duration ? 4 : 0;
    const entry = before + 4 + (flags & run.flags ? 4 : 0) + (flags & run.composition ? 4 : 0);
    length = 0;
    for (let sample = 0; sample < count && at + entry <= view.byteLength; sample++) {
      length += view.getUint32(at + before);
      at += entry;
    }
  }
  ranges?.add(start, start + length);
  return start + length;
}
