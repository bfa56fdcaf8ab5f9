import type { Box } from './inspection';
import type { Output } from './runtime';

/**
 * What BlazeFace ("back" model) says, decoded. It looks at squares of 256 pixels; its outputs are one score and sixteen
 * numbers for each of 896 anchors: two at every cell of a 16 × 16 grid, then six at every cell of an 8 × 8 one.
 */

/** Side of the square that the model takes, in pixels. */
export const faceInput = 256;

/** A face in the model's square, in its pixels. */
export interface Candidate extends Box {
  /** Right eye, left eye, nose, mouth, right ear, left ear, as the person has them. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A grid of anchors: so many cells across and down, so many anchors at the middle of each. */
interface Grid {
  readonly cells: number;
  readonly each: number;
}

const grids: readonly Grid[] = [
  { cells: 16, each: 2 },
  { cells: 8, each: 6 },
];

const pointCount = 6;

/** Middle and size of the box, then the points. */
const numbersEach = 4 + 2 * pointCount;

/**
 * @param outputs of the model, in any order: they are told apart by their shapes, [1, anchors, 1] and [1, anchors, 16]
 * @param atLeast score from which a candidate counts
 * @returns candidates as they come, duplicates among them
 */
export function decodeFaces(outputs: readonly Output[], atLeast: number): readonly Candidate[] {
  return grids.flatMap((grid) => {
    const anchors = grid.cells * grid.cells * grid.each;
    const scores = outputOf(outputs, anchors, 1);
    const numbers = outputOf(outputs, anchors, numbersEach);
    const found: Candidate[] = [];
    for (let anchor = 0; anchor < anchors; anchor += 1) {
      const score = sigmoid(scores[anchor] ?? Number.NEGATIVE_INFINITY);
      if (score >= atLeast) found.push(candidate(numbers, anchor, grid, score));
    }
    return found;
  });
}

function outputOf(outputs: readonly Output[], anchors: number, each: number): Float32Array {
  const output = outputs.find(({ shape }) => shape[1] === anchors && shape[2] === each);
  if (!output) throw new Error(`the model has no output of ${anchors} × ${each}`);
  return output.values;
}

/** Numbers are pixels from the anchor, which is the middle of its cell. */
function candidate(numbers: Float32Array, anchor: number, { cells, each }: Grid, score: number): Candidate {
  const cell = Math.floor(anchor / each);
  const stride = faceInput / cells;
  const atX = ((cell % cells) + 0.5) * stride;
  const atY = (Math.floor(cell / cells) + 0.5) * stride;
  const number = (index: number) => numbers[anchor * numbersEach + index] ?? 0;
  const [width, height] = [number(2), number(3)];
  return {
    x: atX + number(0) - width / 2,
    y: atY + number(1) - height / 2,
    width,
    height,
    score,
    points: Array.from({ length: pointCount }, (_, point) => ({
      x: atX + number(4 + 2 * point),
      y: atY + number(5 + 2 * point),
    })),
  };
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
