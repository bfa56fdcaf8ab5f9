import type { ByteSource } from '../bytes/byte-source';
import { sameBytes, startsWith } from '../bytes/text';
import type { Range, RefusalReason } from './clean-result';
import type { Container } from './container';
import { eachOnce, type HiddenData } from './hidden-data';
import { type Draft, draft, segmentBytes } from './jpeg-draft';
import { announcement, findGainMap, type GainMap } from './jpeg-gain-map';
import { describeGarbage, describeJunk, describeSegments } from './jpeg-hidden';
import { type JpegStructure, readStructure } from './jpeg-structure';
import { type Plan, planned } from './plan';
import { describeTrailer, trailerHead } from './trailer';

/**
 * JPEG: ITU-T T.81; its pictures one by one: `jpeg-draft.ts`. Behind the first picture only the gain map stays;
 * previews, videos and whatever else follows the end go.
 */

async function hiddenBy(
  { dropped, removed, structure }: Draft,
  gainMap: GainMap | null,
  written: readonly Uint8Array[],
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  // What is written anew just as it was has not gone.
  const gone = dropped.filter(
    ({ code, payload }) => !written.some((bytes) => sameBytes(bytes, segmentBytes(code, payload))),
  );
  const hidden = [...(await describeSegments(gone)), ...removed];
  if (gainMap) hidden.push(...(await describeSegments(gainMap.draft.dropped)), ...gainMap.draft.removed);
  if (structure.start > 0) hidden.push(describeJunk());
  if (structure.garbage) hidden.push(describeGarbage());
  const end = structure.eoi === null ? (structure.parts.at(-1)?.end ?? source.size) : structure.eoi + 2;
  const tails = gainMap
    ? [rangeOf(end, gainMap.start), rangeOf(gainMap.end, source.size)]
    : [rangeOf(end, source.size)];
  for (const tail of tails) {
    if (tail.end > tail.start)
      hidden.push(
        describeTrailer(await source.read(tail.start, Math.min(tail.start + trailerHead, tail.end))),
      );
  }
  return eachOnce(hidden);
}

function rangeOf(start: number, end: number) {
  return { start, end };
}

/** The scans of a picture that begins there. */
function scansOf({ parts }: JpegStructure, at: number): readonly Range[] {
  const scans = parts.filter(({ kind }) => kind === 'scan-data');
  return scans.map(({ start, end }) => ({ start: at + start, end: at + end }));
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const picture = draft(structure);
  if (typeof picture === 'string') return picture;
  const gainMap = await findGainMap(structure, source);
  const written = gainMap ? announcement(picture, gainMap) : [];
  return {
    pieces: [...picture.head, ...written, ...picture.body, ...(gainMap?.pieces ?? [])],
    coded: [...scansOf(structure, 0), ...(gainMap ? scansOf(gainMap.draft.structure, gainMap.start) : [])],
    hidden: () => hiddenBy(picture, gainMap, written, source),
  };
}

export const jpeg: Container = planned(
  {
    name: 'jpeg',
    types: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'],
    // Junk before SOI is cleaned away too, but only a name or type that says JPEG makes such a file one.
    matches: (head) => startsWith(head, '\xff\xd8\xff'),
  },
  planFor,
);
