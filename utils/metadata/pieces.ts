import type { ByteSource } from '../bytes/byte-source';
import { sameBytes } from '../bytes/text';
import type { Piece, Range } from './clean-result';

/** Zeros are looked at, and handed out, so many at a time, in bytes. */
const blockLength = 1 << 18;

export function lengthOf(piece: Piece): number {
  if (piece instanceof Uint8Array) return piece.length;
  return 'zeros' in piece ? piece.zeros : piece.end - piece.start;
}

export function lengthOfAll(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
}

/** Joins ranges that follow each other in the source, and zeros; new bytes that stand side by side stay as they are. */
export function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const both = last && joinTwo(last, piece);
    if (both) joined[joined.length - 1] = both;
    else if (lengthOf(piece) > 0) joined.push(piece);
  }
  return joined;
}

function joinTwo(first: Piece, second: Piece): Piece | null {
  if (first instanceof Uint8Array || second instanceof Uint8Array) return null;
  if ('zeros' in first) return 'zeros' in second ? { zeros: first.zeros + second.zeros } : null;
  return 'start' in second && first.end === second.start ? { start: first.start, end: second.end } : null;
}

/** Whether the pieces are the source itself, whole and unchanged. */
export async function isUnchanged(pieces: readonly Piece[], source: ByteSource): Promise<boolean> {
  if (lengthOfAll(pieces) !== source.size) return false;
  const zeros: [number, number][] = [];
  let at = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    if (piece instanceof Uint8Array) {
      if (!sameBytes(piece, await source.read(at, end))) return false;
    } else if ('zeros' in piece) zeros.push([at, end]);
    else if (piece.start !== at) return false;
    at = end;
  }
  // Last, since it may be much to read.
  for (const [start, end] of zeros) if (!(await isZero(source, start, end))) return false;
  return true;
}

/** Whether the bytes from `start` to `end` are all zero. */
export async function isZero(source: ByteSource, start: number, end: number): Promise<boolean> {
  if (source.isKnownZero?.(start, end)) return true;
  for (let at = start; at < end; at += blockLength) {
    const bytes = await source.read(at, Math.min(end, at + blockLength));
    if (bytes.some((byte) => byte !== 0)) return false;
  }
  return true;
}

/**
 * The bytes that the pieces make up, without copying them together.
 * @param coded ranges of the source that were gone through before
 */
export function pieceSource(
  pieces: readonly Piece[],
  source: ByteSource,
  coded: readonly Range[] = [],
): ByteSource {
  const codedEnds = new Map(coded.map(({ start, end }) => [start, end] as const));
  const starts: number[] = [];
  let size = 0;
  for (const piece of pieces) {
    starts.push(size);
    size += lengthOf(piece);
  }

  /** The index of the piece that holds this position. */
  function pieceAt(position: number): number {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  async function read(start: number, end: number): Promise<Uint8Array> {
    const only = pieces[pieceAt(start)];
    const inside = start - (starts[pieceAt(start)] ?? 0);
    const to = Math.min(end, size) - start + inside;
    if (only && 'start' in only && to > inside && to <= lengthOf(only))
      return source.read(only.start + inside, only.start + to);
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
    for (let index = pieceAt(start), at = start; at - start < bytes.length; index++) {
      const piece = pieces[index];
      const pieceStart = starts[index];
      if (!piece || pieceStart === undefined) break;
      const from = at - pieceStart;
      const to = Math.min(start + bytes.length - pieceStart, lengthOf(piece));
      if (piece instanceof Uint8Array) bytes.set(piece.subarray(from, to), at - start);
      else if ('start' in piece)
        bytes.set(await source.read(piece.start + from, piece.start + to), at - start);
      at = pieceStart + to;
    }
    return bytes;
  }

  function isKnownZero(start: number, end: number): boolean {
    const index = pieceAt(start);
    const piece = pieces[index];
    const pieceStart = starts[index] ?? 0;
    if (!piece || piece instanceof Uint8Array || end > pieceStart + lengthOf(piece)) return false;
    if ('zeros' in piece) return true;
    const from = piece.start + start - pieceStart;
    return source.isKnownZero?.(from, from + end - start) === true;
  }

  function codedEnd(start: number): number | null {
    const index = pieceAt(start);
    const piece = pieces[index];
    if (!piece || !('start' in piece)) return null;
    const from = piece.start + start - (starts[index] ?? 0);
    const end = codedEnds.get(from);
    return end === undefined || end > piece.end ? null : start + end - from;
  }

  return { size, read, isKnownZero, codedEnd };
}
