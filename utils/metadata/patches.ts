import type { Piece } from './clean-result';
import { lengthOf } from './pieces';

/** What stands in the source from `start` on is replaced by as many new bytes, or zeros: nothing moves. */
export interface Patch {
  readonly start: number;
  readonly by: Uint8Array | { readonly zeros: number };
}

export function zerosFrom(start: number, end: number): Patch {
  return { start, by: { zeros: end - start } };
}

/**
 * The source up to `end` with its patches.
 * @throws when two patches overlap: a bug of ours
 */
export function patched(patches: readonly Patch[], end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, by } of [...patches].sort((first, second) => first.start - second.start)) {
    if (start >= end) break;
    const length = Math.min(lengthOf(by), end - start);
    if (length === 0) continue;
    if (start < at) throw new Error('two patches overlap');
    if (start > at) pieces.push({ start: at, end: start });
    pieces.push(by instanceof Uint8Array ? by.subarray(0, length) : { zeros: length });
    at = start + length;
  }
  if (at < end) pieces.push({ start: at, end });
  return pieces;
}
