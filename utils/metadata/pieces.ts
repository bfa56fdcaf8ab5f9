import type { ByteSource } from '../bytes/byte-source';
import { sameBytes } from '../bytes/text';
import type { Piece } from './clean-result';

export function lengthOf(piece: Piece): number {
  return piece instanceof Uint8Array ? piece.length : piece.end - piece.start;
}

/** Joins ranges that follow each other in the source, and new bytes that stand side by side stay as they are. */
export function joinPieces(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const follows =
      last && !(last instanceof Uint8Array) && !(piece instanceof Uint8Array) && last.end === piece.start;
    if (follows) joined[joined.length - 1] = { start: last.start, end: piece.end };
    else if (lengthOf(piece) > 0) joined.push(piece);
  }
  return joined;
}

/** Whether the pieces are the source itself, whole and unchanged. */
export async function isUnchanged(pieces: readonly Piece[], source: ByteSource): Promise<boolean> {
  let at = 0;
  for (const piece of pieces) {
    const end = at + lengthOf(piece);
    const same =
      piece instanceof Uint8Array ? sameBytes(piece, await source.read(at, end)) : piece.start === at;
    if (!same) return false;
    at = end;
  }
  return at === source.size;
}

/** The bytes that the pieces make up, without copying them together. */
export function pieceSource(pieces: readonly Piece[], source: ByteSource): ByteSource {
  const size = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);

  async function read(start: number, end: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
    let pieceStart = 0;
    for (const piece of pieces) {
      const pieceEnd = pieceStart + lengthOf(piece);
      const from = Math.max(start, pieceStart);
      const to = Math.min(end, pieceEnd);
      if (from < to) {
        const part =
          piece instanceof Uint8Array
            ? piece.subarray(from - pieceStart, to - pieceStart)
            : await source.read(piece.start + from - pieceStart, piece.start + to - pieceStart);
        bytes.set(part, from - start);
      }
      pieceStart = pieceEnd;
    }
    return bytes;
  }

  return { size, read };
}
