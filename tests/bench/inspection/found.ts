import type { Row } from '../subject';
import type { Found } from './peers-page';

/** Which of the faces of the samples are found. */

/** From so much overlap on, as intersection over union, a box is of that face. */
const least = 0.4;

function overlap(first: Found, second: Found): number {
  const side = (at: 0 | 1) =>
    Math.max(
      0,
      Math.min(first[at] + first[(at + 2) as 2 | 3], second[at] + second[(at + 2) as 2 | 3]) -
        Math.max(first[at], second[at]),
    );
  const common = side(0) * side(1);
  return common / (first[2] * first[3] + second[2] * second[3] - common);
}

export interface Count {
  readonly found: number;
  readonly extra: number;
}

/** Every face is found by one box at most, the one that fits best. */
export function countFound(truth: readonly Found[], boxes: readonly Found[]): Count {
  const pairs = truth
    .flatMap((face) => boxes.map((box) => ({ face, box, shared: overlap(face, box) })))
    .filter(({ shared }) => shared >= least)
    .sort((first, second) => second.shared - first.shared);
  const taken = new Set<Found>();
  for (const { face, box } of pairs) {
    if (taken.has(face) || taken.has(box)) continue;
    taken.add(face).add(box);
  }
  const found = taken.size / 2;
  return { found, extra: boxes.length - found };
}

export function foundRow(who: string, counts: readonly Count[], faces: number): Row {
  const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0);
  return {
    who,
    ...Object.fromEntries(
      counts.map(({ found, extra }, at) => [`sample${at + 1}`, extra ? `${found} + ${extra}` : `${found}`]),
    ),
    found: sum('found'),
    of: faces,
    extra: sum('extra'),
  };
}
