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

/** A look at a square of which the side is so many times the candidate's. */
interface SecondLook {
  readonly zoom: number;
  readonly how: 'as-it-is' | 'mirrored';
}

/** What a candidate has to pass. */
interface Test {
  readonly looks: readonly SecondLook[];
  /** How sure the looks have to be on the average, */
  readonly sure: number;
  /** and each of them. */
  readonly leastSure: number;
}

const narrow: readonly SecondLook[] = [
  { zoom: 2.2, how: 'as-it-is' },
  { zoom: 2.2, how: 'mirrored' },
];

/** Past a side the picture stands mirrored already. */
const threeSizes: readonly SecondLook[] = [
  { zoom: 3.2, how: 'as-it-is' },
  { zoom: 1.8, how: 'as-it-is' },
  { zoom: 2.2, how: 'as-it-is' },
];

/** The first two differ most, and so refuse most. */
const narrowAndWide: readonly SecondLook[] = [
  { zoom: 2.2, how: 'as-it-is' },
  { zoom: 3.2, how: 'mirrored' },
  { zoom: 2.2, how: 'mirrored' },
  { zoom: 3.2, how: 'as-it-is' },
];

/** By where the candidate was seen. Measured: looks at grass and coins are as sure singly, not on the average. */
const tests = {
  tile: { looks: narrowAndWide, sure: 0.755, leastSure: 0.5 },
  /** That is one square, and tiles are many. Turned and half hidden faces are less sure than this any higher up. */
  whole: { looks: narrowAndWide, sure: 0.6, leastSure: 0.3 },
  /** Cut by the upper or lower edge, where little looks like a face; in wide squares half of it is black. */
  edge: { looks: narrow, sure: 0.52, leastSure: 0.44 },
  /** Cut by a side: seen whole in its mirror, so that some things which are none look like faces, too. */
  side: { looks: threeSizes, sure: 0.69, leastSure: 0.55 },
} as const satisfies Record<string, Test>;

export type SeenAt = keyof typeof tests;

/** When the first two are so sure on the average, the others are not needed. */
const sureSoon = 0.86;

/** No look is surer than this. */
const surest = 0.97;

/** How much a look's box has to overlap the candidate's. */
const agreed = 0.45;

/** Runs of the model that one candidate takes at most. */
export const runsOfSecondLook = narrowAndWide.length;

/** @returns the face, as the second looks see it; null when they do not confirm it */
export async function lookAgain(candidate: Candidate, look: Look, seenAt: SeenAt): Promise<Box | null> {
  const { looks, sure, leastSure } = tests[seenAt];
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
    if (seen.length === 2 && meanBox(seen).score >= sureSoon) break;
  }
  return meanBox(seen);
}

function squareAround({ x, y, width, height }: Region, zoom: number): Region {
  const side = Math.max(width, height) * zoom;
  return { x: x + (width - side) / 2, y: y + (height - side) / 2, width: side, height: side };
}
