import { describe, expect, test } from 'vitest';
import { type Candidate, faceInput } from '../../../utils/inspection/face-decoder';
import { findFaces, maximumRuns } from '../../../utils/inspection/faces';
import type { Box } from '../../../utils/inspection/inspection';
import type { Picture, Region } from '../../../utils/inspection/picture';
import type { Model } from '../../../utils/inspection/runtime';
import { faceAt, outputs, saidOf } from '../../fixtures/face-model';

/** What the made model sees of a face that is so many of its pixels wide; null when it sees nothing. */
type Sight = (side: number, square: Region) => number | null;

/** As the real one: faces from a twentieth of its square, none that are larger than it. */
const usual: Sight = (side) => (side >= 13 && side <= 200 ? 0.9 : null);

/**
 * A picture of faces, and a model that knows which square of it was asked for last. A mirrored square is seen as it
 * is: the faces are given where they are in the mirrored one.
 */
function scene(width: number, height: number, faces: readonly Candidate[], sight: Sight = usual) {
  const squares: Region[] = [];
  const picture: Picture = {
    width,
    height,
    scaled(square, across, down) {
      squares.push(square);
      const pixels = new Uint8ClampedArray(across * down * 4);
      // The left half is light, which tells a mirrored square.
      for (let at = 0; at < pixels.length; at += 4) pixels[at] = (at / 4) % across < across / 2 ? 255 : 0;
      return pixels;
    },
    rows: () => {
      throw new Error('rows are not for faces');
    },
  };
  const model: Model = {
    async run(input, size) {
      expect(size).toBe(faceInput);
      const square = squares.at(-1);
      if (!square) throw new Error('no picture was drawn');
      const mirrored = (input[0] ?? 0) < 0;
      const seen = faces.flatMap((face) => {
        const inSquare = within(face, square, mirrored);
        const score = inSquare && sight(inSquare.width, square);
        return inSquare && score ? [saidOf({ ...inSquare, score })] : [];
      });
      return outputs(seen);
    },
  };
  return { picture, model, squares };
}

/** A face in the model's pixels; null when its middle lies outside the square. */
function within(face: Candidate, square: Region, mirrored: boolean): Candidate | null {
  const per = faceInput / square.width;
  const x = (face.x - square.x) * per;
  const y = (face.y - square.y) * per;
  const side = face.width * per;
  const [middleX, middleY] = [x + side / 2, y + side / 2];
  if (middleX < 0 || middleY < 0 || middleX >= faceInput || middleY >= faceInput) return null;
  return faceAt(mirrored ? faceInput - x - side : x, y, side, face.score);
}

async function find(made: ReturnType<typeof scene>, hasTime?: () => boolean) {
  const glances: (readonly Box[])[] = [];
  const faces = await findFaces(made.picture, made.model, (seen) => glances.push(seen), hasTime);
  return { faces, glances, runs: made.squares.length };
}

const placesOf = (faces: readonly Box[]) =>
  faces.map(({ x, y, width }) => [x, y, width].map(Math.round)).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));

describe('faces of a picture', () => {
  test('a large one is told at a glance and found', async () => {
    const { faces, glances } = await find(scene(1000, 800, [faceAt(300, 200, 150, 0.9)]));
    expect(glances.map(placesOf)).toEqual([[[300, 200, 150]]]);
    expect(placesOf(faces)).toEqual([[300, 200, 150]]);
    expect(faces[0]?.score).toBeCloseTo(0.9);
  });

  test('small ones are found in squares, not at a glance', async () => {
    const small = [faceAt(100, 50, 60, 0.9), faceAt(1700, 900, 60, 0.9), faceAt(3900, 1900, 60, 0.9)];
    const { faces, glances } = await find(scene(4000, 2000, small));
    expect(glances).toEqual([[]]);
    expect(placesOf(faces)).toEqual([
      [100, 50, 60],
      [1700, 900, 60],
      [3900, 1900, 60],
    ]);
  });

  test('what only squares cut otherwise show is none', async () => {
    // Seen where it is small in its square, and not in squares of its own.
    const { faces, glances } = await find(
      scene(1000, 800, [faceAt(300, 200, 50, 0.9)], (side) => (side < 60 ? 0.95 : null)),
    );
    expect(glances[0]).toHaveLength(1);
    expect(faces).toEqual([]);
  });

  test('one over the edge is given as far as it is in the picture', async () => {
    const { faces } = await find(scene(1000, 800, [faceAt(-30, 300, 100, 0.9)]));
    expect(faces).toHaveLength(1);
    expect(faces[0]).toMatchObject({ x: 0, y: expect.closeTo(300, 0), width: expect.closeTo(70, 0) });
  });

  test('each is given once, though many squares show it', async () => {
    const { faces } = await find(scene(1200, 1200, [faceAt(500, 500, 100, 0.9), faceAt(620, 500, 100, 0.9)]));
    expect(placesOf(faces)).toEqual([
      [500, 500, 100],
      [620, 500, 100],
    ]);
  });
});

describe('bounds', () => {
  test.each([
    [0, 0],
    [1, 1],
    [20_000, 10],
    [10, 20_000],
    [30_000, 3000],
  ])('a picture of %i × %i with nothing in it', async (width, height) => {
    const { faces, glances, runs } = await find(scene(width, height, []));
    expect(faces).toEqual([]);
    expect(glances).toEqual([[]]);
    expect(runs).toBeLessThanOrEqual(41);
  });

  test('a face that is refused is looked at again where a finer square is surer of it', async () => {
    const face = faceAt(300, 200, 60, 0.9);
    const unsure: Sight = (side, square) => (square.width === 1000 ? 0.55 : usual(side, square));
    const { faces } = await find(scene(1000, 800, [face], unsure));
    expect(placesOf(faces)).toEqual([[300, 200, 60]]);
  });

  test('a picture full of faces takes so many runs and no more', async () => {
    const crowd = Array.from({ length: 400 }, (_, at) =>
      faceAt((at % 20) * 100, Math.floor(at / 20) * 100, 60, 0.9),
    );
    const { faces, runs } = await find(scene(2000, 2000, crowd));
    expect(runs).toBeLessThanOrEqual(maximumRuns);
    expect(faces.length).toBeGreaterThan(10);
  });

  test('when the time is over, what was found by then is given', async () => {
    const made = scene(1000, 800, [faceAt(300, 200, 150, 0.9), faceAt(700, 600, 30, 0.9)]);
    const { faces, glances } = await find(made, () => made.squares.length < 5);
    expect(glances.map(placesOf)).toEqual([[[300, 200, 150]]]);
    expect(placesOf(faces)).toEqual([[300, 200, 150]]);
    expect(made.squares).toHaveLength(5);
  });

  test('when there is no time at all, what a glance shows is given', async () => {
    const made = scene(1000, 800, [faceAt(300, 200, 150, 0.9)]);
    const { faces, glances } = await find(made, () => false);
    expect(placesOf(faces)).toEqual([[300, 200, 150]]);
    expect(glances[0]).toHaveLength(1);
    expect(made.squares).toHaveLength(1);
  });
});
