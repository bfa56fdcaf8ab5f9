import { SparseWindow } from '../bytes/sparse-window';
import type { RefusalReason } from './clean-result';
import type { Edit } from './in-place';
import type { Box } from './isobmff-box';
import { MotionJpeg } from './motion-jpeg';
import type { Work } from './movie-boxes';
import { readSamples } from './sample-table';

/** Tracks of Motion JPEG in a movie: their frames are looked at one by one. */

/** Sample entries of them, QuickTime's and others'; `mp4v` may be one. */
const types: ReadonlySet<string> = new Set('jpeg mjpa AVDJ AVRn dmb1 MJPG mjpg SLMJ JPEG mp4v'.split(' '));

/** Frames of two hours: each is a read of its own. */
const maximumFrames = 250_000;

/** So many are looked at to see whether there are pictures at all. */
const firstFrames = 3;

/** Zeros what the frames of a track hide, where they are JPEG pictures. */
export async function blankFrames(
  entries: readonly Box[],
  sampleTable: readonly Box[],
  isFragmented: boolean,
  { source, blanking }: Work,
): Promise<RefusalReason | null> {
  if (!entries.some(({ type }) => types.has(type))) return null;
  const edits: Edit[] = [];
  const frames = new MotionJpeg(source, new SparseWindow(source), edits);
  let pictures = 0;
  let count = 0;
  for (const sample of await readSamples(sampleTable, source)) {
    if (count++ === maximumFrames) return 'too-large';
    if (await frames.isFrame(sample.start)) pictures++;
    if (pictures === 0 && count >= firstFrames) return null;
    const refusal = await frames.blankFrame(sample);
    if (refusal) return refusal;
  }
  // Nobody writes them; their frames would have to be found in every fragment.
  if (isFragmented && entries.some(({ type }) => type !== 'mp4v')) return 'unsupported';
  for (const edit of withoutOverlaps(edits)) blanking.edits.push(edit);
  blanking.tell(() => frames.describe());
  return null;
}

/** Samples may share their bytes. */
function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const apart: Edit[] = [];
  for (const edit of [...edits].sort((first, second) => first.start - second.start)) {
    const last = apart.at(-1);
    if (last && edit.start < last.end)
      apart[apart.length - 1] = { ...last, end: Math.max(last.end, edit.end) };
    else apart.push(edit);
  }
  return apart;
}
