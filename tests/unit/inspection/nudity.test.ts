import { describe, expect, test } from 'vitest';
import { sampleOf, sampleSize, scoreNudity } from '../../../utils/inspection/nudity';
import type { Picture } from '../../../utils/inspection/picture';
import type { Model, Output } from '../../../utils/inspection/runtime';
import { isSkin, shareOfSkin } from '../../../utils/inspection/skin';

type Colour = readonly [red: number, green: number, blue: number];

/** A picture that is made as it is asked for; tells how much of it was held at once. */
function made(width: number, height: number, at: (x: number, y: number) => Colour) {
  let most = 0;
  const picture: Picture = {
    width,
    height,
    scaled: () => {
      throw new Error('scaling smoothly gives other answers');
    },
    rows(rows) {
      most = Math.max(most, rows.length);
      const pixels = new Uint8ClampedArray(rows.length * width * 4);
      rows.forEach((y, index) => {
        if (!(Number.isInteger(y) && y >= 0 && y < height)) throw new Error(`no row ${y}`);
        for (let x = 0; x < width; x += 1) pixels.set([...at(x, y), 255], (index * width + x) * 4);
      });
      return pixels;
    },
  };
  return { picture, mostRows: () => most };
}

const pixel = (sample: Float32Array, x: number, y: number) =>
  [...sample.subarray((y * sampleSize + x) * 3, (y * sampleSize + x) * 3 + 3)].map((value) => value * 255);

const last = sampleSize - 1;

describe('the sample', () => {
  test('of one pixel is that pixel, everywhere', () => {
    const sample = sampleOf(made(1, 1, () => [10, 20, 30]).picture);
    expect(sample).toHaveLength(sampleSize * sampleSize * 3);
    for (const [x, y] of [
      [0, 0],
      [last, last],
      [100, 7],
    ] as const) {
      for (const [at, value] of [10, 20, 30].entries()) expect(pixel(sample, x, y)[at]).toBeCloseTo(value, 3);
    }
  });

  test('of two pixels goes from one to the other, evenly, corner to corner', () => {
    const sample = sampleOf(made(2, 1, (x) => [x * 223, 0, 255 - x * 255]).picture);
    for (const x of [0, 1, 100, last]) {
      expect(pixel(sample, x, 50)[0]).toBeCloseTo(x, 3);
      expect(pixel(sample, x, 50)[2]).toBeCloseTo(255 - (x * 255) / last, 3);
    }
  });

  test('of a picture of its own size is the picture', () => {
    const colour = (x: number, y: number): Colour => [x, y, (x * y) % 256];
    const sample = sampleOf(made(sampleSize, sampleSize, colour).picture);
    const expected = Array.from({ length: sampleSize ** 2 }, (_, at) =>
      colour(at % sampleSize, Math.floor(at / sampleSize)),
    ).flat();
    expect([...sample].map((value) => Math.round(value * 255))).toEqual(expected);
  });

  test('of a wide picture takes two neighbours each way, and none beyond the edge', () => {
    const { picture, mostRows } = made(5000, 3, (x, y) => [x % 256, y * 100, 0]);
    const sample = sampleOf(picture);
    expect(mostRows()).toBeLessThanOrEqual(3);
    // Column 50 lies between 1120 and 1121: (5000 - 1) / 223 * 50 = 1120.85.
    expect(pixel(sample, 50, 0)[0]).toBeCloseTo((1120 % 256) + 0.852, 2);
    expect(pixel(sample, 0, last)[1]).toBeCloseTo(200, 3);
    expect(pixel(sample, 0, 1)[1]).toBeCloseTo((200 / last) * 1, 3);
    expect(pixel(sample, last, last)[0]).toBeCloseTo(4999 % 256, 3);
  });

  test('of a high picture holds few rows at a time', () => {
    const { picture, mostRows } = made(2, 9000, (_, y) => [y % 256, 0, 0]);
    const sample = sampleOf(picture);
    expect(mostRows()).toBeLessThanOrEqual(32);
    expect(pixel(sample, 0, last)[0]).toBeCloseTo(8999 % 256, 3);
  });
});

describe('the hint', () => {
  const model = (...values: readonly number[]): Model => ({
    run: async () => [{ name: '', shape: [1, values.length], values: Float32Array.from(values) }] as Output[],
  });
  const grey = made(3, 3, () => [128, 128, 128]).picture;

  test('is the likeliest class, and how much speaks for more than a face', async () => {
    const { label, score, scores, skin, enlarged } = await scoreNudity(
      grey,
      model(0.25, 0.125, 0.0625, 0.5, 0.0625),
    );
    expect(label).toBe('porn');
    expect(score).toBe(0.125 + 0.5 + 0.0625);
    expect(scores).toEqual({ drawing: 0.25, hentai: 0.125, neutral: 0.0625, porn: 0.5, sexy: 0.0625 });
    expect(skin).toBe(0);
    expect(enlarged).toBe(true);
  });

  test.each([
    [sampleSize, sampleSize, false],
    [sampleSize, sampleSize - 1, true],
    [100, 5000, true],
  ])('of %d × %d pixels: enlarged %s', async (width, height, enlarged) => {
    const { picture } = made(width, height, () => [0, 0, 0]);
    expect(await scoreNudity(picture, model(0, 0, 1, 0, 0))).toMatchObject({ enlarged });
  });

  test('is none of a model with other classes', async () => {
    await expect(scoreNudity(grey, model(0.5, 0.5))).rejects.toThrow();
    await expect(scoreNudity(grey, { run: async () => [] })).rejects.toThrow();
  });
});

describe('the colour of skin', () => {
  // The ten tones of the Monk scale (2023) but its darkest, which has no colour left.
  test.each(['f6ede4', 'f3e7db', 'f7ead0', 'eadaba', 'd7bd96', 'a07e56', '825c43', '604134', '3a312a'])(
    '#%s',
    (colour) => {
      const [red = 0, green = 0, blue = 0] = (colour.match(/../g) ?? []).map((part) =>
        Number.parseInt(part, 16),
      );
      expect(isSkin(red, green, blue)).toBe(true);
    },
  );

  test.each([
    ['white', 255, 255, 255],
    ['black', 0, 0, 0],
    ['grey', 128, 128, 128],
    ['grass', 60, 140, 50],
    ['sky', 120, 170, 230],
    ['red', 230, 20, 30],
  ] as const)('%s is none', (_, red, green, blue) => {
    expect(isSkin(red, green, blue)).toBe(false);
  });

  test('is counted by pixels', () => {
    const skin = [0.84, 0.62, 0.5];
    const none = [0.2, 0.5, 0.2];
    expect(shareOfSkin(Float32Array.from([...skin, ...none, ...none, ...none]))).toBe(0.25);
    expect(shareOfSkin(new Float32Array())).toBe(0);
  });
});
