import type { Random } from './noise';
import type { Region } from './picture';

/**
 * Draws over faces, so that nobody can undo it. What is drawn is computed from at most 16 colours of the covered area,
 * whatever its size, and noise; never from a blur, which can be reversed. The whole rectangle is covered: an ellipse
 * would leave hair, ears and the outline of a head in its corners, which is what friends know somebody by.
 */

export type CoverStyle = 'blocks' | 'solid';

/** Where the tip of the brush was; in pixels of the picture. */
export interface Dab {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Blocks lie in so many rows and columns. */
const blocksAcross = 8;

/** Their colours are taken from so many samples in each direction, and each of at least 8 pixels. */
const samplesAcross = 4;
const leastSample = 8;

/** How much lighter or darker noise makes a block, and how much of another hue, in steps of 256. */
const lightNoise = 36;
const hueNoise = 10;

/** The one colour; it tells nothing of what it covers. */
const solid: Colour = [42, 60, 57];

/** How much further than the face a box reaches, as parts of the face: hair, ears, and the chin. */
const grown = { above: 0.25, beside: 0.2, below: 0.2 } as const;

type Colour = readonly [red: number, green: number, blue: number];

/** One direction of an area: in which block each pixel lies. */
interface Axis {
  readonly blocks: number;
  readonly samples: number;
  readonly blockAt: Uint8Array;
}

/** The area that hides a face: larger than what a detector calls the face, and inside the picture. */
export function boxOverFace(face: Region, width: number, height: number): Region {
  const left = Math.max(0, face.x - face.width * grown.beside);
  const top = Math.max(0, face.y - face.height * grown.above);
  const right = Math.min(width, face.x + face.width * (1 + grown.beside));
  const bottom = Math.min(height, face.y + face.height * (1 + grown.below));
  return { x: left, y: top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

/** The whole pixels that a region touches, of a picture of that size; null when it touches none. */
export function pixelsOf(region: Region, width: number, height: number): Region | null {
  const left = Math.max(0, Math.floor(region.x));
  const top = Math.max(0, Math.floor(region.y));
  const right = Math.min(width, Math.ceil(region.x + region.width));
  const bottom = Math.min(height, Math.ceil(region.y + region.height));
  return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** What the dabs of a brush lie in, together. */
export function regionOfDabs(dabs: readonly Dab[]): Region {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, radius } of dabs) {
    left = Math.min(left, x - radius);
    top = Math.min(top, y - radius);
    right = Math.max(right, x + radius);
    bottom = Math.max(bottom, y + radius);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/**
 * Covers a box of a picture, in place; the covered pixels are opaque, for an outline tells somebody too.
 *
 * Two pictures that differ only inside the box and share its 8 × 8 means come out the same.
 * @param pixels RGBA, row by row, of `width * height` pixels
 * @param box in pixels of the picture; what lies outside is not there
 */
export function coverBox(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  box: Region,
  how: CoverStyle,
  random: Random,
): void {
  const area = pixelsOf(box, width, height);
  if (!area) return;
  const paint = painter(pixels, width, area, how, random);
  for (let y = area.y; y < area.y + area.height; y += 1) paint(y, area.x, area.x + area.width);
}

/**
 * Covers what a brush went over, in place: blocks as those of one box around it all, so that many small dabs on a
 * face tell no more of it than one.
 *
 * @param pixels RGBA, row by row, of `width * height` pixels
 */
export function coverDabs(
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
  dabs: readonly Dab[],
  how: CoverStyle,
  random: Random,
): void {
  const area = pixelsOf(regionOfDabs(dabs), width, height);
  if (!area) return;
  const paint = painter(pixels, width, area, how, random);
  for (const { x, y, radius } of dabs) {
    const last = Math.min(height - 1, Math.ceil(y + radius));
    for (let row = Math.max(0, Math.floor(y - radius)); row <= last; row += 1) {
      const half = Math.sqrt(radius ** 2 - (row + 0.5 - y) ** 2);
      // Not a number above and below the dab.
      if (half > 0) paint(row, Math.max(0, Math.floor(x - half)), Math.min(width, Math.ceil(x + half)));
    }
  }
}

/** Paints pixels of a row, from `start` to before `end`, as the area's cover has them. */
function painter(
  pixels: Uint8ClampedArray,
  width: number,
  area: Region,
  how: CoverStyle,
  random: Random,
): (row: number, start: number, end: number) => void {
  const across = axis(area.width);
  const down = axis(area.height);
  const colours = how === 'solid' ? null : blockColours(pixels, width, area, across, down, random);
  return (row, start, end) => {
    const blockRow = (down.blockAt[row - area.y] ?? 0) * across.blocks;
    for (let x = start; x < end; x += 1) {
      const colour = colours?.[blockRow + (across.blockAt[x - area.x] ?? 0)] ?? solid;
      const at = (row * width + x) * 4;
      pixels[at] = colour[0];
      pixels[at + 1] = colour[1];
      pixels[at + 2] = colour[2];
      pixels[at + 3] = 255;
    }
  };
}

function axis(length: number): Axis {
  const blocks = Math.min(blocksAcross, length);
  const samples = Math.max(1, Math.min(samplesAcross, Math.floor(length / leastSample)));
  const blockAt = new Uint8Array(length);
  for (let block = 0; block < blocks; block += 1) blockAt.fill(block, Math.floor((block * length) / blocks));
  return { blocks, samples, blockAt };
}

/** The colour of each block, row by row. */
function blockColours(
  pixels: Uint8ClampedArray,
  width: number,
  area: Region,
  across: Axis,
  down: Axis,
  random: Random,
): readonly Colour[] {
  const means = blockMeans(pixels, width, area, across, down);
  const samples = samplesOf(means, across, down);
  return means.map((_, index) => {
    const column = sampleAt(index % across.blocks, across);
    const row = sampleAt(Math.floor(index / across.blocks), down);
    return noisy(samples[row * across.samples + column] ?? solid, random);
  });
}

function sampleAt(block: number, { blocks, samples }: Axis): number {
  return Math.floor((block * samples) / blocks);
}

function noisy([red, green, blue]: Colour, random: Random): Colour {
  const light = (random() - 0.5) * 2 * lightNoise;
  const channel = (value: number) =>
    Math.max(0, Math.min(255, Math.round(value + light + (random() - 0.5) * 2 * hueNoise)));
  return [channel(red), channel(green), channel(blue)];
}

/** The mean colour of each block, row by row. */
function blockMeans(
  pixels: Uint8ClampedArray,
  width: number,
  area: Region,
  across: Axis,
  down: Axis,
): readonly Colour[] {
  const sums = new Float64Array(across.blocks * down.blocks * 4);
  for (let y = 0; y < area.height; y += 1) {
    const blockRow = (down.blockAt[y] ?? 0) * across.blocks;
    let at = ((area.y + y) * width + area.x) * 4;
    for (let x = 0; x < area.width; x += 1, at += 4) {
      const sum = (blockRow + (across.blockAt[x] ?? 0)) * 4;
      add(sums, sum, pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0);
    }
  }
  return meansOf(sums);
}

/** The means of neighbouring blocks' means, row by row. */
function samplesOf(means: readonly Colour[], across: Axis, down: Axis): readonly Colour[] {
  const sums = new Float64Array(across.samples * down.samples * 4);
  means.forEach((mean, index) => {
    const column = sampleAt(index % across.blocks, across);
    const row = sampleAt(Math.floor(index / across.blocks), down);
    add(sums, (row * across.samples + column) * 4, ...mean);
  });
  return meansOf(sums);
}

/** Sums lie in fours: red, green, blue, how many. */
function add(sums: Float64Array, at: number, red: number, green: number, blue: number): void {
  sums[at] = (sums[at] ?? 0) + red;
  sums[at + 1] = (sums[at + 1] ?? 0) + green;
  sums[at + 2] = (sums[at + 2] ?? 0) + blue;
  sums[at + 3] = (sums[at + 3] ?? 0) + 1;
}

function meansOf(sums: Float64Array): readonly Colour[] {
  return Array.from({ length: sums.length / 4 }, (_, index): Colour => {
    const [red = 0, green = 0, blue = 0, count = 0] = sums.subarray(index * 4, index * 4 + 4);
    const of = (sum: number) => Math.round(sum / Math.max(1, count));
    return [of(red), of(green), of(blue)];
  });
}
