import { bytesOf, startsWith } from '../bytes/text';

/** EXIF, CIPA DC-008: "Exif", two zero bytes, then a TIFF structure. */
export const exifIdentifier = 'Exif\0\0';

/** Some writers fill the second one otherwise, and browsers read it all the same. */
const shortIdentifier = 'Exif\0';

/** TIFF tag Orientation, IFD0. */
const orientationTag = 0x0112;

/**
 * TIFF types that readers follow, and their lengths in bytes: SHORT, which all of them do, LONG, SSHORT and SLONG, which
 * browsers do not.
 */
const lengths: Readonly<Record<number, number>> = { 3: 2, 4: 4, 8: 2, 9: 4 };

/** TIFF 6.0, section 2: header of 8 bytes, IFD with its count, one entry of 12 bytes, no next IFD. */
const entryLength = 12;
const ifdAt = 8;
const lengthWithOneEntry = ifdAt + 2 + entryLength + 4;

/** How the stored rows and columns are to be shown, as a file says it; 1, upright, is never said. */
export interface Orientation {
  readonly value: 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** TIFF type of the value. */
  readonly type: number;
  readonly littleEndian: boolean;
  /** Which bytes stand before the TIFF structure; empty for none. */
  readonly identifier: Uint8Array;
}

/** Whether a payload begins like EXIF in JPEG. */
export function isExif(payload: Uint8Array): boolean {
  return startsWith(payload, shortIdentifier);
}

/**
 * The orientation in EXIF; null when there is none, or upright.
 * @param exif with the identifier before it or without, as JPEG and the others carry it
 */
export function readOrientation(exif: Uint8Array): Orientation | null {
  const identifier = exif.slice(0, isExif(exif) ? exifIdentifier.length : 0);
  return readTiffOrientation(exif.subarray(identifier.length), identifier);
}

function readTiffOrientation(tiff: Uint8Array, identifier: Uint8Array): Orientation | null {
  const littleEndian = startsWith(tiff, 'II*\0');
  if (!littleEndian && !startsWith(tiff, 'MM\0*')) return null;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < ifdAt) return null;
  const ifd = view.getUint32(4, littleEndian);
  if (ifd + 2 > view.byteLength) return null;
  const entries = view.getUint16(ifd, littleEndian);
  for (let index = 0; index < entries; index++) {
    const entry = ifd + 2 + index * entryLength;
    if (entry + entryLength > view.byteLength) return null;
    if (view.getUint16(entry, littleEndian) === orientationTag)
      return readEntry(view, entry, littleEndian, identifier);
  }
  return null;
}

function readEntry(
  view: DataView,
  entry: number,
  littleEndian: boolean,
  identifier: Uint8Array,
): Orientation | null {
  const type = view.getUint16(entry + 2, littleEndian);
  const length = lengths[type];
  if (length === undefined || view.getUint32(entry + 4, littleEndian) !== 1) return null;
  const at = entry + 8;
  const value = length === 2 ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  return isTurned(value) ? { value, type, littleEndian, identifier } : null;
}

function isTurned(value: number): value is Orientation['value'] {
  return value >= 2 && value <= 8;
}

/**
 * EXIF that holds the orientation and nothing else: said the way it was said, so that every reader shows the picture
 * as before. Some writers put the identifier before it where none belongs and some readers follow them, so it stays.
 */
export function orientationOnly({ value, type, littleEndian, identifier }: Orientation): Uint8Array {
  const exif = new Uint8Array(identifier.length + lengthWithOneEntry);
  const tiff = exif.subarray(identifier.length);
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  exif.set(identifier);
  tiff.set(bytesOf(littleEndian ? 'II*\0' : 'MM\0*'));
  view.setUint32(4, ifdAt, littleEndian);
  view.setUint16(ifdAt, 1, littleEndian);
  const entry = ifdAt + 2;
  view.setUint16(entry, orientationTag, littleEndian);
  view.setUint16(entry + 2, type, littleEndian);
  view.setUint32(entry + 4, 1, littleEndian);
  if (lengths[type] === 2) view.setUint16(entry + 8, value, littleEndian);
  else view.setUint32(entry + 8, value, littleEndian);
  return exif;
}

/**
 * The orientation alone, of EXIF as any format carries it.
 * @returns null when the picture is upright
 */
export function orientationLike(exif: Uint8Array): Uint8Array | null {
  const orientation = readOrientation(exif);
  return orientation && orientationOnly(orientation);
}

/** EXIF with its identifier before it, whichever way it was carried. */
export function withIdentifier(exif: Uint8Array): Uint8Array {
  if (isExif(exif)) return exif;
  const identified = new Uint8Array(exifIdentifier.length + exif.length);
  identified.set(bytesOf(exifIdentifier));
  identified.set(exif, exifIdentifier.length);
  return identified;
}
