import { describe, expect, test } from 'vitest';
import {
  eachFaceOnce,
  eachPlaceOnce,
  meanBox,
  overlap,
  withoutSpanning,
} from '../../../utils/inspection/face-boxes';

const box = (x: number, y: number, side: number, score = 0.9) => ({ x, y, width: side, height: side, score });

describe('overlap', () => {
  test.each([
    ['itself', box(5, 5, 10), 1],
    ['half of it', { ...box(5, 5, 10), height: 5 }, 0.5],
    ['moved by half', box(10, 5, 10), 1 / 3],
    ['beside it', box(15, 5, 10), 0],
    ['far away', box(500, 500, 10), 0],
    ['nothing', box(7, 7, 0), 0],
    ['turned inside out', { ...box(15, 15, 10), width: -10, height: -10 }, 0],
  ])('with %s', (_, other, expected) => {
    expect(overlap(box(5, 5, 10), other)).toBeCloseTo(expected);
    expect(overlap(other, box(5, 5, 10))).toBeCloseTo(expected);
  });
});

describe('each face once', () => {
  test('the surest box of several, surest first', () => {
    const faces = [box(0, 0, 10, 0.6), box(100, 0, 10, 0.7), box(1, 1, 10, 0.8)];
    expect(eachFaceOnce(faces)).toEqual([faces[2], faces[1]]);
  });

  test('a box within another is the same face, but may be looked at by itself', () => {
    const faces = [box(0, 0, 100), box(40, 40, 20, 0.8)];
    expect(eachFaceOnce(faces)).toEqual([faces[0]]);
    expect(eachPlaceOnce(faces)).toEqual(faces);
  });

  test('neighbours that touch stay two', () => {
    const faces = [box(0, 0, 10), box(8, 0, 10)];
    expect(eachFaceOnce(faces)).toEqual(faces);
  });
});

describe('spanning boxes', () => {
  test('one over two neighbours goes', () => {
    const neighbours = [box(0, 0, 50), box(60, 0, 50)];
    expect(withoutSpanning([box(0, -30, 110, 0.95), ...neighbours])).toEqual(neighbours);
  });

  test('one over a single smaller one stays', () => {
    const faces = [box(0, 0, 100), box(20, 20, 40)];
    expect(withoutSpanning(faces)).toEqual(faces);
  });

  test('faces of one size that overlap stay', () => {
    const faces = [box(0, 0, 50), box(20, 0, 50), box(40, 0, 50)];
    expect(withoutSpanning(faces)).toEqual(faces);
  });
});

test('the mean of boxes has the mean score', () => {
  expect(meanBox([box(0, 10, 20, 0.6), box(10, 30, 40, 0.8)])).toEqual({
    x: 5,
    y: 20,
    width: 30,
    height: 30,
    score: expect.closeTo(0.7),
  });
});
