import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../utils/inspection/face-decoder';
import { isFaceLike } from '../../../utils/inspection/face-shape';
import { faceAt } from '../../fixtures/face-model';

const face = faceAt(100, 200, 80, 0.9);

/** The points turned around the box's middle. */
function turned({ points, ...box }: Candidate, degrees: number): Candidate {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
  return {
    ...box,
    points: points.map(({ x, y }) => ({
      x: middleX + (x - middleX) * cos - (y - middleY) * sin,
      y: middleY + (x - middleX) * sin + (y - middleY) * cos,
    })),
  };
}

const withPoint = (index: number, x: number, y: number): Candidate => ({
  ...face,
  points: face.points.map((point, at) => (at === index ? { x: face.x + x, y: face.y + y } : point)),
});

test.each([0, 20, -45, 90, 180])('a face turned by %i degrees is one', (degrees) => {
  expect(isFaceLike(turned(face, degrees))).toBe(true);
});

test('a face from the side is one: its eyes lie at one place', () => {
  expect(isFaceLike({ ...face, points: face.points.with(1, face.points[0] ?? { x: 0, y: 0 }) })).toBe(true);
});

describe('no face', () => {
  test.each([
    ['an eye far outside', withPoint(0, -40, 20)],
    ['the mouth far below', withPoint(3, 40, 130)],
    ['the mouth between the eyes', withPoint(3, 40, 26)],
    ['the nose above the eyes', withPoint(2, 40, 10)],
    ['the nose below the mouth', withPoint(2, 40, 70)],
    ['no points', { ...face, points: [] }],
    ['no size', { ...face, width: 0 }],
    ['a size below none', { ...face, height: -80 }],
    ['numbers that are none', withPoint(1, Number.NaN, 20)],
  ])('%s', (_, candidate) => {
    expect(isFaceLike(candidate)).toBe(false);
  });
});
