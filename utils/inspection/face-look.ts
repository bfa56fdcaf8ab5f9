import { type Candidate, decodeFaces, faceInput } from './face-decoder';
import type { Picture, Region } from './picture';
import type { Model } from './runtime';

/**
 * What the model finds in a square of a picture, in the picture's pixels; duplicates among it. One run of the model.
 * A mirrored look is another one: what only happens to look like a face seldom does so both ways.
 */
export type Look = (square: Region, how?: 'as-it-is' | 'mirrored') => Promise<readonly Candidate[]>;

/** Less sure than this, in every look, is no face. */
const faint = 0.2;

export function lookInto(picture: Picture, model: Model): Look {
  // The model has taken it over before the next look begins.
  const input = new Float32Array(faceInput * faceInput * 3);
  return async (square, how) => {
    const mirrored = how === 'mirrored';
    const columns = columnsOf(square, picture);
    if (mirrored) columns.reverse();
    writeInput(input, picture.scaled(square, faceInput, faceInput), columns);
    const candidates = decodeFaces(await model.run(input, faceInput), faint);
    return candidates.map((candidate) => placed(mirrored ? unmirrored(candidate) : candidate, square));
  };
}

/** From pixels of the model's square to those of the picture. */
function placed({ x, y, width, height, score, points }: Candidate, square: Region): Candidate {
  const per = square.width / faceInput;
  return {
    x: square.x + x * per,
    y: square.y + y * per,
    width: width * per,
    height: height * per,
    score,
    points: points.map((point) => ({ x: square.x + point.x * per, y: square.y + point.y * per })),
  };
}

function unmirrored({ x, width, points, ...face }: Candidate): Candidate {
  return {
    ...face,
    x: faceInput - x - width,
    width,
    points: points.map((point) => ({ x: faceInput - point.x, y: point.y })),
  };
}

/**
 * Which column of the square is shown in each: its own, but past the picture's sides those before them, as in a mirror,
 * so that of a face that a side cuts through, the half becomes a whole one. A square of the whole picture has bare sides.
 */
function columnsOf({ x, width: side }: Region, { width, height }: Picture): number[] {
  const columns = Array.from({ length: faceInput }, (_, column) => column);
  if (side >= Math.max(width, height)) return columns;
  const per = faceInput / side;
  const [left, right] = [-x * per, (width - x) * per];
  return columns.map((column) => {
    const middle = column + 0.5;
    const mirrored = middle < left ? 2 * left - middle : middle > right ? 2 * right - middle : middle;
    const shown = Math.floor(mirrored);
    return shown >= 0 && shown < faceInput ? shown : column;
  });
}

/** RGB, each channel from -1 to 1. */
function writeInput(input: Float32Array, rgba: Uint8ClampedArray, columns: readonly number[]): void {
  let to = 0;
  for (let row = 0; row < faceInput; row += 1) {
    for (let x = 0; x < faceInput; x += 1) {
      const from = (row * faceInput + (columns[x] ?? x)) * 4;
      input[to] = (rgba[from] ?? 0) / 127.5 - 1;
      input[to + 1] = (rgba[from + 1] ?? 0) / 127.5 - 1;
      input[to + 2] = (rgba[from + 2] ?? 0) / 127.5 - 1;
      to += 3;
    }
  }
}
