import { meanBox, overlap, surestOf } from './face-boxes';
import type { Candidate } from './face-decoder';
import type { Look } from './face-look';
import { isFaceLike } from './face-shape';
import type { Box } from './inspection';
import type { Region } from './picture';

/**
 * A square that is cut anywhere shows much that looks like a face and is none. So a candidate counts only when squares
 * of its own, with it in the middle and at other sizes than it was found at, show it again at the same place.
 */

/** Those looks; squares' sides by the candidate's. The first two differ most, and so refuse most. */
const looks = [
  { zoom: 2.2, how: 'as-it-is' },
  { zoom: 3.2, how: 'mirrored' },
  { zoom: 2.2, how: 'mirrored' },
  { zoom: 3.2, how: 'as-it-is' },
] as const;

/** How sure they have to be on the average. A single one is often as sure of grass or coins. */
const sure = 0.755;

/** No look is surer than this, nor may one be less sure than that. */
const surest = 0.97;
const leastSure = 0.5;

/** How much a look's box has to overlap the candidate's. */
const agreed = 0.45;

/** Runs of the model that one candidate takes at most. */
export const runsOfSecondLook = looks.length;

/** @returns the face, as the second looks see it; null when they do not confirm it */
export async function lookAgain(candidate: Candidate, look: Look): Promise<Box | null> {
  const seen: Candidate[] = [];
  // What the average may still fall short, when all that follow are as sure as can be.
  let spare = (surest - sure) * looks.length;
  for (const { zoom, how } of looks) {
    const here = await look(squareAround(candidate, zoom), how);
    const best = surestOf(here.filter((other) => overlap(other, candidate) >= agreed && isFaceLike(other)));
    if (!best || best.score < leastSure) return null;
    spare -= surest - best.score;
    if (spare < 0) return null;
    seen.push(best);
  }
  return meanBox(seen);
}

function squareAround({ x, y, width, height }: Region, zoom: number): Region {
  const side = Math.max(width, height) * zoom;
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
}
