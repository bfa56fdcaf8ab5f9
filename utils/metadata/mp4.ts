import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { Blanking } from './blanking';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { piecesWith } from './in-place';
import { type Box, boxesBetween } from './isobmff-box';
import { familyOf } from './isobmff-brands';
import { MediaRanges } from './media-ranges';
import { blankFragment, blankMovie, type Movie } from './movie';
import { applyRules, dropBox, unusedBytes, type Work } from './movie-boxes';
import { isZero } from './pieces';
import { type Plan, planned } from './plan';
import { isFirstBox } from './signatures';
import { describeTrailer, trailerHead } from './trailer';

/**
 * MP4, M4V, M4A and 3GP: ISO 14496-12, -14, 3GPP TS 26.244; MOV: QuickTime File Format.
 *
 * Everything is blanked where it stands, since sample tables, fragments and indexes point across the file: a video of
 * gigabytes costs no more than a look at its tables. What lies in the media data and belongs to no track that stays,
 * samples of tracks that go among it, becomes zeros.
 */

/** Boxes are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 14;

/** A live recording has one fragment a second. */
const maximumFragments = 200_000;

/** The boxes of a file that stay; what is padding keeps its place, empty. */
const padding: readonly string[] = ['free', 'skip', 'wide'];
const kept: readonly string[] = ['ftyp', 'styp', 'sidx', 'ssix', 'moov', 'moof', 'mdat', 'mfra'];

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const view = new ByteWindow(source, readLength);
  const found = await boxesBetween(view, 0, source.size);
  if (!found) return 'too-large';
  const { boxes } = found;
  const movieBox = boxes.find(({ type }) => type === 'moov');
  if (!movieBox) return 'corrupt';
  const work: Work = { source, view, blanking: new Blanking(source) };
  const ranges = new MediaRanges();
  const movie = await blankMovie(movieBox, work, ranges);
  if (typeof movie === 'string') return movie;
  const refusal = await blankFragments(boxes, movie, work, ranges);
  if (refusal) return refusal;
  for (const { data, end } of boxes.filter(({ type }) => type === 'mfra')) {
    const broken = await applyRules(data, end, { tfra: 'keep', mfro: 'keep' }, work);
    if (broken) return broken;
  }
  const mediaBoxes = boxes.filter(({ type }) => type === 'mdat');
  if (ranges.leaves(mediaBoxes, source.size)) return 'unsupported';
  blankGaps(mediaBoxes, ranges, work);
  const isKept = ({ type, start }: Box) =>
    kept.includes(type) && (type !== 'moov' || start === movieBox.start);
  const end = boxes.findLast(isKept)?.end ?? 0;
  for (const box of boxes) {
    if (isKept(box)) continue;
    if (box.start < end && padding.includes(box.type)) work.blanking.zero(box.data, box.end, unusedBytes);
    else await dropBox(box, work);
  }
  return {
    pieces: piecesWith(work.blanking.edits, end),
    hidden: async () =>
      eachOnce([...(await work.blanking.hidden()), ...(await describeTail(found.end, source))]),
  };
}

async function blankFragments(
  boxes: readonly Box[],
  movie: Movie,
  work: Work,
  ranges: MediaRanges,
): Promise<RefusalReason | null> {
  const fragments = boxes.filter(({ type }) => type === 'moof');
  if (fragments.length > maximumFragments) return 'too-large';
  for (const moof of fragments) {
    const refusal = await blankFragment(moof, movie, work, ranges);
    if (refusal) return refusal;
  }
  return null;
}

/** Bytes that no track refers to, told of once: a look at each would be a look at the whole file. */
export function blankGaps(mediaBoxes: readonly Box[], ranges: MediaRanges, { source, blanking }: Work): void {
  const gaps = ranges.gapsIn(mediaBoxes);
  for (const gap of gaps) blanking.edits.push(gap);
  blanking.tell(async () => {
    for (const { start, end } of gaps) {
      if (!(await isZero(source, start, end))) return [hiddenItem('other', 'MP4', 'unused media data')];
    }
    return [];
  });
}

export async function describeTail(end: number, source: ByteSource): Promise<readonly HiddenData[]> {
  if (end >= source.size) return [];
  return [describeTrailer(await source.read(end, Math.min(end + trailerHead, source.size)))];
}

export const mp4: Container = planned(
  {
    name: 'mp4',
    types: [
      'video/mp4',
      'video/quicktime',
      'video/3gpp',
      'video/3gpp2',
      'video/x-m4v',
      'audio/mp4',
      'audio/x-m4a',
      'audio/3gpp',
    ],
    extensions: ['mp4', 'mov', 'm4v', 'm4a', 'm4b', '3gp', '3gpp', '3g2', '3gp2', 'qt', 'insv', 'lrv', 'f4v'],
    matches: (head, size) => familyOf(head) === 'movie' || isFirstBox(head, size),
  },
  planFor,
);
