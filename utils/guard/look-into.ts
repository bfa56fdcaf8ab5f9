import type { Box, Inspection, WhyNothing } from '../inspection/inspection';
import type { Inspector } from '../inspection/inspector';
import { mayShowMore } from '../inspection/may-show-more';
import type { PreparedFile } from './prepare-share';

/** What is seen in one file of a share, so far or for good. */
export type Seen =
  | { readonly state: 'looking'; readonly faces: readonly Box[] }
  | { readonly state: 'looked'; readonly faces: readonly Box[]; readonly showsMore: boolean }
  | { readonly state: 'unseen'; readonly why: WhyNothing }
  /** Neither picture nor video, or it could not be cleaned: nothing of it is asked by what it shows. */
  | { readonly state: 'not-looked-at' };

/** Before the first look. */
export function unseenYet(outcome: PreparedFile['outcome']): Seen {
  const isLookedAt = outcome === 'cleaned' || outcome === 'already-clean';
  return isLookedAt ? { state: 'looking', faces: [] } : { state: 'not-looked-at' };
}

function seenIn({ faces, nudity, lookedAt, why = 'died' }: Inspection): Seen {
  if (lookedAt === 'nothing') return { state: 'unseen', why };
  return { state: 'looked', faces, showsMore: mayShowMore({ faces, nudity, lookedAt }) === true };
}

/**
 * Looks into the pictures of a share, one after the other.
 *
 * @param files as they were picked: what is hidden in them may be all that can be looked at
 * @param show is told of every file by its position, as often as there is news of it
 */
export async function lookInto(
  files: readonly File[],
  prepared: readonly PreparedFile[],
  inspector: Inspector,
  show: (index: number, seen: Seen) => void,
  signal: AbortSignal,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return;
    if (prepared[index]?.seen.state !== 'looking') continue;
    const glance = (faces: readonly Box[]) => signal.aborted || show(index, { state: 'looking', faces });
    const inspection = await inspector.inspect(file, glance, signal).catch((error: unknown) => {
      // Nobody wants to know any more.
      if (signal.aborted) return null;
      throw error;
    });
    if (inspection && !signal.aborted) show(index, seenIn(inspection));
  }
}
