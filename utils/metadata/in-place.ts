import type { Piece } from './clean-result';

/** Containers whose parts point at each other by position are cleaned in place: nothing moves. */

/** What is written over the range `start` (included) to `end` (excluded): these bytes, then zeros. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/** Zeros over a range. */
export function zerosOver(start: number, end: number): Edit {
  return { start, end, bytes: new Uint8Array(0) };
}

/**
 * The source up to `end`, with the edits made.
 * @throws when two of them overlap: a bug of ours
 */
export function piecesWith(edits: readonly Edit[], end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const edit of [...edits].sort((first, second) => first.start - second.start)) {
    if (edit.start >= end) break;
    if (edit.start < at) throw new Error('two edits overlap');
    pieces.push({ start: at, end: edit.start });
    const editEnd = Math.min(edit.end, end);
    const bytes = edit.bytes.subarray(0, editEnd - edit.start);
    pieces.push(bytes, { zeros: editEnd - edit.start - bytes.length });
    at = editEnd;
  }
  pieces.push({ start: at, end });
  return pieces;
}
