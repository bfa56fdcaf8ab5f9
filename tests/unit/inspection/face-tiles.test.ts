import { describe, expect, test } from 'vitest';
import { maximumTiles, tileLevels } from '../../../utils/inspection/face-tiles';

const sizes: readonly (readonly [number, number])[] = [
  [1920, 1280],
  [1280, 1920],
  [4000, 3000],
  [3000, 3000],
  [4000, 2000],
  [640, 480],
];

const extremes: readonly (readonly [number, number])[] = [
  [0, 0],
  [1, 1],
  [20_000, 10],
  [10, 20_000],
  [30_000, 3000],
  [65_535, 65_535],
  [1_000_000, 1],
];

describe.each(sizes)('a picture of %i × %i', (width, height) => {
  const levels = tileLevels(width, height);

  test('is looked at in finer and finer squares', () => {
    expect(levels.length).toBeGreaterThan(0);
    const sides = levels.map(([tile]) => tile?.width ?? 0);
    expect(sides).toEqual([...sides].sort((a, b) => b - a));
    for (const tile of levels.flat()) expect(tile.width).toBe(tile.height);
  });

  test('is covered by each level, with neighbours that overlap, past every edge', () => {
    for (const level of levels) {
      const side = level[0]?.width ?? 0;
      // A face of an eighth of a square lies wholly in one of them, wherever it is.
      const face = side / 8;
      for (let y = -face / 2; y <= height - face / 2; y += face / 2) {
        for (let x = -face / 2; x <= width - face / 2; x += face / 2) {
          expect(
            level.some(
              (tile) => x >= tile.x && y >= tile.y && x + face <= tile.x + side && y + face <= tile.y + side,
            ),
          ).toBe(true);
        }
      }
    }
  });
});

test('there are never many squares', () => {
  for (const [width, height] of [...sizes, ...extremes]) {
    expect(tileLevels(width, height).flat().length).toBeLessThanOrEqual(maximumTiles);
  }
});

test('a small picture is looked at as a whole only', () => {
  expect(tileLevels(300, 200)).toEqual([]);
  expect(tileLevels(0, 0)).toEqual([]);
});

test('a panorama is looked at in squares of about its height', () => {
  const finest = tileLevels(12_000, 3000).at(-1) ?? [];
  expect(finest[0]?.width).toBeLessThanOrEqual(3000);
});
