import { bytesOf, startsWith } from '../bytes/text';

/** Multi-Picture Format, CIPA DC-007: which pictures a JPEG file holds and where. */

export const mpfIdentifier = 'MPF\0';

/** 5.2.3: an entry of 16 bytes for each picture: attribute, size, offset, dependent pictures. */
const entryLength = 16;
const entriesTag = 0xb002;

/** A file has two or three pictures, a stereo burst some more. */
const maximumPictures = 100;
const maximumTags = 50;

/** 5.2.3.1: the picture that everybody sees. */
const primaryAttribute = 0x00030000;

/** MPEndian, offset of the first IFD, IFD of three tags, no next one, two entries. */
const ifdAt = 8;
const entriesAt = ifdAt + 2 + 3 * 12 + 4;

/** A picture as an entry tells it. */
export interface PictureEntry {
  /** 5.2.3.1: flags, format, and in the lower 24 bits its type. */
  readonly attribute: number;
  /** In bytes. */
  readonly size: number;
  /** From MPEndian on, which follows the identifier; 0 for the first picture. */
  readonly offset: number;
}

/** What the payload of an MPF segment says of the pictures of the file, the first one included. */
export function readEntries(payload: Uint8Array): readonly PictureEntry[] {
  if (!startsWith(payload, mpfIdentifier)) return [];
  const tiff = payload.subarray(mpfIdentifier.length);
  const little = startsWith(tiff, 'II*\0');
  if ((!little && !startsWith(tiff, 'MM\0*')) || tiff.length < ifdAt) return [];
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const ifd = view.getUint32(4, little);
  if (ifd + 2 > tiff.length) return [];
  const tags = Math.min(view.getUint16(ifd, little), maximumTags);
  for (let index = 0; index < tags; index++) {
    const tag = ifd + 2 + index * 12;
    if (tag + 12 > tiff.length) break;
    if (view.getUint16(tag, little) !== entriesTag) continue;
    const count = Math.min(Math.floor(view.getUint32(tag + 4, little) / entryLength), maximumPictures);
    const at = view.getUint32(tag + 8, little);
    const entries: PictureEntry[] = [];
    for (
      let entry = at;
      entry < at + count * entryLength && entry + entryLength <= tiff.length;
      entry += entryLength
    )
      entries.push({
        attribute: view.getUint32(entry, little),
        size: view.getUint32(entry + 4, little),
        offset: view.getUint32(entry + 8, little),
      });
    return entries;
  }
  return [];
}

/** Positions of the pictures but the first, in bytes from MPEndian on, which follows the identifier. */
export function readOffsets(payload: Uint8Array): readonly number[] {
  return readEntries(payload)
    .map(({ offset }) => offset)
    .filter((offset) => offset > 0);
}

/**
 * The payload of an MPF segment for a picture and one more right behind it.
 * @param first length of the first picture, in bytes
 * @param second length of the second
 * @param position of this payload in the file
 */
export function twoPictures(first: number, second: number, position: number): Uint8Array {
  const tiff = new Uint8Array(entriesAt + 2 * entryLength);
  const view = new DataView(tiff.buffer);
  tiff.set(bytesOf('MM\0*'));
  view.setUint32(4, ifdAt);
  view.setUint16(ifdAt, 3);
  const tags: readonly (readonly [number, number, number])[] = [
    [0xb000, 7, 4],
    [0xb001, 4, 1],
    [entriesTag, 7, 2 * entryLength],
  ];
  for (const [index, [tag, type, count]] of tags.entries()) {
    const at = ifdAt + 2 + index * 12;
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
  }
  tiff.set(bytesOf('0100'), ifdAt + 2 + 8);
  view.setUint32(ifdAt + 2 + 12 + 8, 2);
  view.setUint32(ifdAt + 2 + 24 + 8, entriesAt);
  view.setUint32(entriesAt, primaryAttribute);
  view.setUint32(entriesAt + 4, first);
  view.setUint32(entriesAt + entryLength + 4, second);
  view.setUint32(entriesAt + entryLength + 8, first - position - mpfIdentifier.length);
  return Uint8Array.from([...bytesOf(mpfIdentifier), ...tiff]);
}

/** Its length is always the same. */
export const twoPicturesLength = mpfIdentifier.length + entriesAt + 2 * entryLength;
