import { type Nudity, type NudityLabel, nudityLabels } from './inspection';
import type { Picture } from './picture';
import type { Model } from './runtime';
import { shareOfSkin } from './skin';

/**
 * What the model of nsfwjs says of a picture, which is made ready for it exactly as nsfwjs does (4.3.0, `infer`): the
 * resize decides the answer, and one that smooths gives another.
 */

/** The model takes pictures of so many pixels each way. */
export const sampleSize = 224;

/** Rows of the sample that are made at a time: so the rows held stay few, however wide the picture is. */
const rowsAtATime = 16;

/** Where a row or column of the sample lies between two of the picture. */
interface Between {
  readonly first: number;
  readonly second: number;
  /** How far from the first to the second, 0 to 1. */
  readonly fraction: number;
}

/**
 * As TensorFlow's `resizeBilinear` with `alignCorners`: the corners of both fall together.
 *
 * @param length of the picture, in pixels
 */
function betweens(length: number): readonly Between[] {
  const step = (length - 1) / (sampleSize - 1);
  return Array.from({ length: sampleSize }, (_, at) => {
    const exact = Math.min(at * step, length - 1);
    const first = Math.floor(exact);
    return { first, second: Math.min(first + 1, length - 1), fraction: exact - first };
  });
}

/**
 * @returns RGB from 0 to 1, row by row, of `sampleSize * sampleSize` pixels
 */
export function sampleOf(picture: Picture): Float32Array {
  const sample = new Float32Array(sampleSize * sampleSize * 3);
  const columns = betweens(picture.width);
  const lines = betweens(picture.height);
  for (let from = 0; from < sampleSize; from += rowsAtATime) {
    const part = lines.slice(from, from + rowsAtATime);
    const wanted = [...new Set(part.flatMap(({ first, second }) => [first, second]))];
    const rows = picture.rows(wanted);
    const startOf = new Map(wanted.map((row, index) => [row, index * picture.width * 4]));
    part.forEach(({ first, second, fraction }, index) => {
      const upper = startOf.get(first) ?? 0;
      const lower = startOf.get(second) ?? 0;
      writeLine(sample, (from + index) * sampleSize * 3, rows, upper, lower, fraction, columns);
    });
  }
  return sample;
}

/** One row of the sample, out of two of the picture that begin at `upper` and `lower`. */
function writeLine(
  sample: Float32Array,
  at: number,
  rows: Uint8ClampedArray,
  upper: number,
  lower: number,
  down: number,
  columns: readonly Between[],
): void {
  let next = at;
  for (const { first, second, fraction } of columns) {
    const [left, right] = [first * 4, second * 4];
    for (let channel = 0; channel < 3; channel += 1) {
      const above = between(rows[upper + left + channel], rows[upper + right + channel], fraction);
      const below = between(rows[lower + left + channel], rows[lower + right + channel], fraction);
      sample[next] = between(above, below, down) / 255;
      next += 1;
    }
  }
}

function between(first = 0, second = 0, fraction = 0): number {
  return first + (second - first) * fraction;
}

/** Rejects when the model gives something else than its five classes. */
export async function scoreNudity(picture: Picture, model: Model): Promise<Nudity> {
  const sample = sampleOf(picture);
  const [output] = await model.run(sample, sampleSize);
  if (output?.values.length !== nudityLabels.length) throw new Error('not the model of nsfwjs');
  const scores = Object.fromEntries(
    nudityLabels.map((label, index) => [label, output.values[index] ?? 0]),
  ) as Record<NudityLabel, number>;
  return {
    score: scores.hentai + scores.porn + scores.sexy,
    label: likeliest(scores),
    scores,
    skin: shareOfSkin(sample),
    enlarged: Math.min(picture.width, picture.height) < sampleSize,
  };
}

function likeliest(scores: Readonly<Record<NudityLabel, number>>): NudityLabel {
  return nudityLabels.reduce((best, label) => (scores[label] > scores[best] ? label : best));
}
