import { describe, expect, test } from 'vitest';
import { decodeFaces } from '../../../utils/inspection/face-decoder';
import { coarseAnchors, fineAnchors, outputs, type Said } from '../../fixtures/face-model';

/** Box at the anchor's own middle, each point at another distance from it. */
const numbers = [0, 0, 20, 30, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const said = (grid: Said['grid'], anchor: number, logit = 2): Said => ({ grid, anchor, logit, numbers });

const middles = (found: ReturnType<typeof decodeFaces>) =>
  found.map(({ x, y, width, height }) => [x + width / 2, y + height / 2]);

describe('the anchors', () => {
  test.each([
    ['fine', 0, [8, 8]],
    ['fine', 1, [8, 8]],
    ['fine', 2, [24, 8]],
    ['fine', 31, [248, 8]],
    ['fine', 32, [8, 24]],
    ['fine', fineAnchors - 1, [248, 248]],
    ['coarse', 0, [16, 16]],
    ['coarse', 5, [16, 16]],
    ['coarse', 6, [48, 16]],
    ['coarse', 48, [16, 48]],
    ['coarse', coarseAnchors - 1, [240, 240]],
  ] as const)('%s number %i lies at %j', (grid, anchor, middle) => {
    expect(middles(decodeFaces(outputs([said(grid, anchor)]), 0.5))).toEqual([middle]);
  });
});

describe('a candidate', () => {
  test('has its box around its middle, and its points from the anchor', () => {
    const moved = { ...said('fine', 34), numbers: [3, -4, ...numbers.slice(2)] };
    const [face] = decodeFaces(outputs([moved]), 0.5);
    // The second cell of the second row: its middle is 24, 24.
    expect(face).toMatchObject({ x: 24 + 3 - 10, y: 24 - 4 - 15, width: 20, height: 30 });
    expect(face?.points).toEqual([
      { x: 25, y: 26 },
      { x: 27, y: 28 },
      { x: 29, y: 30 },
      { x: 31, y: 32 },
      { x: 33, y: 34 },
      { x: 35, y: 36 },
    ]);
  });

  test('is as sure as the sigmoid of its score, and counts from what is asked on', () => {
    const made = outputs([said('fine', 0, 0), said('fine', 2, 3), said('coarse', 0, -3)]);
    expect(decodeFaces(made, 0.5).map(({ score }) => score)).toEqual([0.5, expect.closeTo(0.9526, 4)]);
    expect(decodeFaces(made, 0.04)).toHaveLength(3);
  });

  test('is found whatever the order of the outputs', () => {
    const made = outputs([said('coarse', 9), said('fine', 9)]);
    expect(decodeFaces([...made].reverse(), 0.5)).toEqual(decodeFaces(made, 0.5));
  });
});

test('numbers that are none are no face', () => {
  expect(decodeFaces(outputs([said('fine', 3, Number.NaN)]), 0.2)).toEqual([]);
});

test('a model with other outputs is a bug of ours', () => {
  expect(() => decodeFaces(outputs([]).slice(1), 0.5)).toThrow('512 × 16');
});
