import piexif from 'piexifjs';
import { bytesOf, startsWith } from '../bytes/text';

/** EXIF, CIPA DC-008: "Exif", two zero bytes, then a TIFF structure. */
export const exifIdentifier = 'Exif\0\0';

/** TIFF tag Orientation, IFD0. */
const orientationTag = 0x0112;

/** TIFF types SHORT and LONG; some writers use the longer one. */
const short = 3;
const long = 4;

/** How the stored rows and columns are to be shown; 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * The orientation in an EXIF payload; 1 when there is none that a reader would follow.
 * @param payload begins with the EXIF identifier
 */
export function readOrientation(payload: Uint8Array): Orientation {
  return startsWith(payload, exifIdentifier)
    ? readTiffOrientation(payload.subarray(exifIdentifier.length))
    : 1;
}

/** TIFF 6.0, section 2: byte order, IFD0, its entries of 12 bytes. */
function readTiffOrientation(tiff: Uint8Array): Orientation {
  const little = startsWith(tiff, 'II*\0');
  if (!little && !startsWith(tiff, 'MM\0*')) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (view.byteLength < 8) return 1;
  const ifd = view.getUint32(4, little);
  if (ifd + 2 > view.byteLength) return 1;
  const entries = view.getUint16(ifd, little);
  for (let index = 0; index < entries; index++) {
    const entry = ifd + 2 + index * 12;
    if (entry + 12 > view.byteLength) return 1;
    if (view.getUint16(entry, little) !== orientationTag) continue;
    const type = view.getUint16(entry + 2, little);
    if (type !== short && type !== long) return 1;
    const value = type === short ? view.getUint16(entry + 8, little) : view.getUint32(entry + 8, little);
    return isOrientation(value) ? value : 1;
  }
  return 1;
}

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}

/** An EXIF payload that holds the orientation and nothing else, identifier included. */
export function orientationOnly(orientation: Orientation): Uint8Array {
  return bytesOf(piexif.dump({ '0th': { [piexif.ImageIFD.Orientation]: orientation } }));
}

/**
 * The orientation alone, of EXIF as PNG and WebP carry it, which begins with the TIFF structure. Some writers put
 * the identifier before it all the same and some readers follow them, so it stays where it is.
 * @returns null when the picture is upright
 */
export function orientationLike(exif: Uint8Array): Uint8Array | null {
  const identified = startsWith(exif, exifIdentifier);
  const orientation = identified ? readOrientation(exif) : readTiffOrientation(exif);
  if (orientation === 1) return null;
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
