import type { Region } from './picture';

/**
 * Squares of a picture that are looked at one by one, for what is too small in the whole. The model finds faces from
 * about a twentieth of what it looks at; so those of half a picture's side find half as small ones, and so on.
 */

/** Sides of squares by the picture's longer side, coarse first. */
const fractions = [2, 4, 8, 16] as const;

/** Finer squares than this part of the shorter side would be too many. */
const leastOfShort = 1 / 4;

/** Nor any of fewer pixels: the faces that only they would find are a few pixels wide. */
const leastSide = 160;

/** Squares of one picture, of all levels together; finer levels that would be more are left out. */
export const maximumTiles = 40;

/** How far one square is from the next, and how far the outer ones reach past the edge, by their side. */
const step = 0.8;
const beyond = 0.08;

/** @returns the squares level by level, coarse first; they may reach past the picture's edge */
export function tileLevels(width: number, height: number): readonly (readonly Region[])[] {
  const long = Math.max(width, height);
  const levels: Region[][] = [];
  let count = 0;
  for (const fraction of fractions) {
    const side = long / fraction;
    if (side < leastSide || side < leastOfShort * Math.min(width, height)) break;
    const level = starts(height, side).flatMap((y) =>
      starts(width, side).map((x) => ({ x, y, width: side, height: side })),
    );
    count += level.length;
    if (count > maximumTiles) break;
    levels.push(level);
  }
  return levels;
}

/** Where squares begin along a length: evenly, from before its start to past its end; one in the middle if it suffices. */
function starts(length: number, side: number): readonly number[] {
  const first = -beyond * side;
  if (length - 2 * first <= side) return [(length - side) / 2];
  const way = length - side - 2 * first;
  const steps = Math.ceil(way / (step * side));
  return Array.from({ length: steps + 1 }, (_, index) => first + (way * index) / steps);
}
