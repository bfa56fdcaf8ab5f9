import { describe, expect, test } from 'vitest';
import {
  boxOverFace,
  type CoverStyle,
  coverBox,
  coverDabs,
  type Dab,
  regionOfDabs,
} from '../../../utils/inspection/face-cover';
import { seededRandom } from '../../../utils/inspection/noise';
import type { Region } from '../../../utils/inspection/picture';

const width = 96;
const height = 80;
const box: Region = { x: 16, y: 8, width: 64, height: 48 };

const random = (seed = 1) => seededRandom(Uint32Array.of(seed, 2, 3, 4));

/** A picture of which no two pixels near each other are alike. */
function picture(seed = 9): Uint8ClampedArray {
  const next = random(seed);
  return Uint8ClampedArray.from({ length: width * height * 4 }, (_, at) =>
    at % 4 === 3 ? 255 : next() * 256,
  );
}

function covered(pixels: Uint8ClampedArray, how: CoverStyle = 'blocks', area = box): Uint8ClampedArray {
  const copy = pixels.slice();
  coverBox(copy, width, height, area, how, random());
  return copy;
}

const inside = (x: number, y: number, area = box) =>
  x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;

const pixelAt = (pixels: Uint8ClampedArray, x: number, y: number) => {
  const at = (y * width + x) * 4;
  return [...pixels.subarray(at, at + 4)];
};

/** Every pixel of the box given to its opposite in the same block of the 8 × 8: all else is the same. */
function turnedInBlocks(pixels: Uint8ClampedArray): Uint8ClampedArray {
  const turned = pixels.slice();
  const [across, down] = [box.width / 8, box.height / 8];
  for (let y = 0; y < box.height; y += 1) {
    for (let x = 0; x < box.width; x += 1) {
      const fromX = Math.floor(x / across) * across + (across - 1 - (x % across));
      const fromY = Math.floor(y / down) * down + (down - 1 - (y % down));
      turned.set(pixelAt(pixels, box.x + fromX, box.y + fromY), ((box.y + y) * width + box.x + x) * 4);
    }
  }
  return turned;
}

function differing(one: Uint8ClampedArray, other: Uint8ClampedArray): [number, number][] {
  const found: [number, number][] = [];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      if (`${pixelAt(one, x, y)}` !== `${pixelAt(other, x, y)}`) found.push([x, y]);
  return found;
}

describe('a covered box', () => {
  test('is the same for two pictures that share its 8 × 8 means and differ in it only', () => {
    const one = picture();
    const other = turnedInBlocks(one);
    expect(differing(one, other).length).toBeGreaterThan((box.width * box.height) / 2);
    expect(covered(one)).toEqual(covered(other));
  });

  test.each(['blocks', 'solid'] as const)('as %s leaves nothing of the box and all around it', (how) => {
    const before = picture();
    const changed = differing(before, covered(before, how));
    expect(changed.every(([x, y]) => inside(x, y))).toBe(true);
    expect(changed.length).toBeGreaterThan(box.width * box.height * 0.99);
  });

  test('holds at most 64 colours, for boxes of any size', () => {
    for (const area of [box, { x: 0, y: 0, width, height }, { x: 3, y: 5, width: 11, height: 9 }]) {
      const after = covered(picture(), 'blocks', area);
      const colours = new Set<string>();
      for (let y = area.y; y < area.y + area.height; y += 1)
        for (let x = area.x; x < area.x + area.width; x += 1) colours.add(`${pixelAt(after, x, y)}`);
      expect(colours.size).toBeLessThanOrEqual(64);
    }
  });

  test('of a few pixels tells one colour only, for all its blocks', () => {
    const one = picture();
    const small = { x: 20, y: 20, width: 8, height: 8 };
    const other = one.slice();
    // The pixels of the box in the other order.
    for (let at = 0; at < 64; at += 1) {
      const [x, y] = [at % 8, Math.floor(at / 8)];
      other.set(pixelAt(one, 27 - x, 27 - y), ((20 + y) * width + 20 + x) * 4);
    }
    expect(covered(one, 'blocks', small)).toEqual(covered(other, 'blocks', small));
  });

  test('as one colour tells nothing at all', () => {
    const colours = (seed: number) => pixelAt(covered(picture(seed), 'solid'), box.x, box.y);
    expect(colours(1)).toEqual(colours(2));
  });

  test('differs with the seed, even where the picture is one colour', () => {
    const grey = new Uint8ClampedArray(width * height * 4).fill(128);
    const [one, other] = [grey.slice(), grey.slice()];
    coverBox(one, width, height, box, 'blocks', random(1));
    coverBox(other, width, height, box, 'blocks', random(2));
    expect(one).not.toEqual(other);
    expect(new Set(one).size).toBeGreaterThan(20);
  });

  test('is opaque: the outline of a cut-out head is covered too', () => {
    const clear = new Uint8ClampedArray(width * height * 4);
    const after = covered(clear);
    expect(pixelAt(after, box.x, box.y)[3]).toBe(255);
    expect(pixelAt(after, box.x - 1, box.y)[3]).toBe(0);
  });

  test('reaches every pixel that it touches, and is cut at the edge of the picture', () => {
    const before = picture();
    const area = { x: -10.4, y: 70.6, width: 20.6, height: 400 };
    const changed = differing(before, covered(before, 'solid', area));
    expect(changed.length).toBe(11 * 10);
  });

  test.each([
    ['outside', { x: 200, y: 0, width: 10, height: 10 }],
    ['without width', { x: 10, y: 10, width: 0, height: 10 }],
    ['turned round', { x: 10, y: 10, width: -5, height: 10 }],
    ['of no numbers', { x: Number.NaN, y: 0, width: 10, height: 10 }],
  ])('that is %s changes nothing', (_, area) => {
    const before = picture();
    expect(covered(before, 'blocks', area)).toEqual(before);
  });
});

describe('what a brush went over', () => {
  const dabs: readonly Dab[] = [
    { x: 30, y: 30, radius: 8 },
    { x: 60, y: 40, radius: 12 },
  ];

  test('is covered, and nothing else', () => {
    const before = picture();
    const after = before.slice();
    coverDabs(after, width, height, dabs, 'solid', random());
    const changed = new Set(differing(before, after).map(([x, y]) => `${x} ${y}`));
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const nearest = Math.min(
          ...dabs.map((dab) => Math.hypot(x + 0.5 - dab.x, y + 0.5 - dab.y) - dab.radius),
        );
        if (nearest < 0) expect(changed.has(`${x} ${y}`), `${x} ${y}`).toBe(true);
        if (nearest > 1.5) expect(changed.has(`${x} ${y}`), `${x} ${y}`).toBe(false);
      }
    }
  });

  test('tells no more in many small dabs than in one: 64 colours', () => {
    const many: Dab[] = [];
    for (let y = 10; y < 70; y += 2) for (let x = 10; x < 90; x += 2) many.push({ x, y, radius: 2 });
    const pixels = picture();
    coverDabs(pixels, width, height, many, 'blocks', random());
    const colours = new Set<string>();
    for (let y = 12; y < 68; y += 1) for (let x = 12; x < 88; x += 1) colours.add(`${pixelAt(pixels, x, y)}`);
    expect(colours.size).toBeLessThanOrEqual(64);
  });

  test('of no dabs is nothing', () => {
    const before = picture();
    const after = before.slice();
    coverDabs(after, width, height, [], 'blocks', random());
    expect(after).toEqual(before);
    expect(regionOfDabs(dabs)).toEqual({ x: 22, y: 22, width: 50, height: 30 });
  });
});

describe('the box over a face', () => {
  test('reaches further than the face on every side', () => {
    const face = { x: 40, y: 40, width: 20, height: 20 };
    const over = boxOverFace(face, 200, 200);
    expect(over.x).toBeLessThan(face.x - 2);
    expect(over.y).toBeLessThan(face.y - 2);
    expect(over.x + over.width).toBeGreaterThan(62);
    expect(over.y + over.height).toBeGreaterThan(62);
  });

  test('stays inside the picture', () => {
    expect(boxOverFace({ x: -5, y: 2, width: 220, height: 400 }, 200, 100)).toEqual({
      x: 0,
      y: 0,
      width: 200,
      height: 100,
    });
  });
});
