import type { CleanResult, Piece } from '../metadata/clean-result';
import { containerNamed } from '../metadata/registry';
import { matchingType, neutralName } from './names';

/** Zeros come in blocks of this length, in bytes. */
const zeroBlock = 1 << 20;

/**
 * What goes in a file's place: the same picture without what was hidden, under a neutral name, of the current time.
 * @param position the number in its name
 */
export function cleanCopy(
  file: File,
  result: Exclude<CleanResult, { outcome: 'refused' }>,
  position: number,
): File {
  const format = containerNamed(result.format);
  const parts =
    result.outcome === 'cleaned' ? result.pieces.flatMap((piece) => partsOf(file, piece)) : [file];
  return new File(parts, neutralName(position, file.name, format), {
    type: matchingType(file.type, format),
    lastModified: Date.now(),
  });
}

/** A range of the source stays a reference to it; nothing is copied. */
function partsOf(file: File, piece: Piece): readonly BlobPart[] {
  if (piece instanceof Uint8Array) return [new Uint8Array(piece)];
  return 'zeros' in piece ? zeroParts(piece.zeros) : [file.slice(piece.start, piece.end)];
}

/** Blobs of zeros, the same one over and over, so that none takes memory for its length. */
function zeroParts(length: number): readonly BlobPart[] {
  const block = new Blob([new Uint8Array(Math.min(length, zeroBlock))]);
  const whole = Array.from({ length: Math.floor(length / zeroBlock) }, () => block);
  return [...whole, block.slice(0, length % zeroBlock)];
}
