import { bytesOf, startsWith } from '../bytes/text';

/** EXIF, CIPA DC-008: "Exif", two zero bytes, then a TIFF structure. */
export const exifIdentifier = 'Exif\0\0';

/** TIFF tag Orientation, IFD0. */
const orientationTag = 0x0112;

/** TIFF types SHORT and LONG. Browsers follow only the former, other readers both. */
const short = 3;
const long = 4;

/** TIFF 6.0, section 2: header of 8 bytes, IFD with its count, one entry of 12 bytes, no next IFD. */
const entryLength = 12;
const ifdAt = 8;
const lengthWithOneEntry = ifdAt + 2 + entryLength + 4;

/** How the stored rows and columns are to be shown, as a file says it; 1, upright, is never said. */
export interface Orientation {
  readonly value: 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly type: typeof short | typeof long;
  readonly littleEndian: boolean;
}

/**
 * The orientation in EXIF; null when there is none, or upright.
 * @param payload begins with the identifier
 */
export function readOrientation(payload: Uint8Array): Orientation | null {
  return startsWith(payload, exifIdentifier)
    ? readTiffOrientation(payload.subarray(exifIdentifier.length))
    : null;
}

function readTiffOrientation(tiff: Uint8Array): Orientation | null {
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
    if (view.getUint16(entry, littleEndian) === orientationTag) return readEntry(view, entry, littleEndian);
  }
  return null;
}

function readEntry(view: DataView, entry: number, littleEndian: boolean): Orientation | null {
  const type = view.getUint16(entry + 2, littleEndian);
  if ((type !== short && type !== long) || view.getUint32(entry + 4, littleEndian) !== 1) return null;
  const at = entry + 8;
  const value = type === short ? view.getUint16(at, littleEndian) : view.getUint32(at, littleEndian);
  return isTurned(value) ? { value, type, littleEndian } : null;
}

function isTurned(value: number): value is Orientation['value'] {
  return value >= 2 && value <= 8;
}

/**
 * EXIF that holds the orientation and nothing else, identifier included: said the way it was said, so that every
 * reader shows the picture as before.
 */
export function orientationOnly({ value, type, littleEndian }: Orientation): Uint8Array {
  const tiff = new Uint8Array(lengthWithOneEntry);
  const view = new DataView(tiff.buffer);
  tiff.set(bytesOf(littleEndian ? 'II*\0' : 'MM\0*'));
  view.setUint32(4, ifdAt, littleEndian);
  view.setUint16(ifdAt, 1, littleEndian);
  const entry = ifdAt + 2;
  view.setUint16(entry, orientationTag, littleEndian);
  view.setUint16(entry + 2, type, littleEndian);
  view.setUint32(entry + 4, 1, littleEndian);
  if (type === short) view.setUint16(entry + 8, value, littleEndian);
  else view.setUint32(entry + 8, value, littleEndian);
  return withIdentifier(tiff);
}

/**
 * The orientation alone, of EXIF as PNG and WebP carry it, which begins with the TIFF structure. Some writers put
 * the identifier before it all the same and some readers follow them, so it stays where it is.
 * @returns null when the picture is upright
 */
export function orientationLike(exif: Uint8Array): Uint8Array | null {
  const identified = startsWith(exif, exifIdentifier);
  const orientation = identified ? readOrientation(exif) : readTiffOrientation(exif);
  if (!orientation) return null;
  const only = orientationOnly(orientation);
  return identified ? only : only.subarray(exifIdentifier.length);
}

/** EXIF with its identifier before it, whichever way it was carried. */
export function withIdentifier(exif: Uint8Array): Uint8Array {
  if (startsWith(exif, exifIdentifier)) return exif;
  const identified = new Uint8Array(exifIdentifier.length + exif.length);
  identified.set(bytesOf(exifIdentifier));
  identified.set(exif, exifIdentifier.length);
  return identified;
}
