import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { exifIdentifier } from './exif';
import { type HiddenData, hiddenItem } from './hidden-data';

/**
 * MakerNote (CIPA DC-008, 4.6.5.3.7): secret to its maker but for what is easy to see in it, a preview, and the owner whom
 * Canon's cameras write. For the report only.
 */

const exifDirectory = 0x8769;
const makerNote = 0x927c;

/** Canon's own directory begins with the note; its places count from the beginning of the TIFF structure. */
const canonOwner = 0x0009;

/** More entries than any camera writes. */
const maximumEntries = 500;

interface Entry {
  /** Of the value within the TIFF structure. */
  readonly start: number;
  readonly length: number;
  /** The value itself, when it is a place. */
  readonly value: number;
}

/**
 * @param payload of EXIF, identifier first
 */
export function describeMakerNote(payload: Uint8Array): readonly HiddenData[] {
  if (!startsWith(payload, exifIdentifier)) return [];
  const tiff = payload.subarray(exifIdentifier.length);
  const littleEndian = startsWith(tiff, 'II*\0');
  if ((!littleEndian && !startsWith(tiff, 'MM\0*')) || tiff.length < 8) return [];
  const directory = entryOf(tiff, viewOf(tiff).getUint32(4, littleEndian), exifDirectory, littleEndian);
  const note = directory && entryOf(tiff, directory.value, makerNote, littleEndian);
  if (!note) return [];
  const bytes = tiff.subarray(note.start, note.start + note.length);
  const owner = entryOf(tiff, note.start, canonOwner, littleEndian);
  const name = owner && latin1Of(tiff.subarray(owner.start, owner.start + owner.length)).split('\0')[0];
  const isName = name && /^[\x20-\xff]{2,64}$/.test(name);
  return [
    hiddenItem('other', 'EXIF', 'MakerNote'),
    ...(isName ? [hiddenItem('person', 'MakerNote', 'OwnerName', name.trim())] : []),
    ...(latin1Of(bytes).includes('\xff\xd8\xff') ? [hiddenItem('thumbnail', 'MakerNote', 'preview')] : []),
  ];
}

/** The entry of that tag in a directory: texts and bytes, and single places. */
function entryOf(tiff: Uint8Array, directory: number, tag: number, littleEndian: boolean): Entry | null {
  const view = viewOf(tiff);
  if (directory + 2 > tiff.length) return null;
  const count = Math.min(view.getUint16(directory, littleEndian), maximumEntries);
  for (let at = directory + 2; at < directory + 2 + count * 12 && at + 12 <= tiff.length; at += 12) {
    if (view.getUint16(at, littleEndian) !== tag) continue;
    const type = view.getUint16(at + 2, littleEndian);
    const value = view.getUint32(at + 8, littleEndian);
    const length = view.getUint32(at + 4, littleEndian) * (type === 4 ? 4 : 1);
    const start = length <= 4 ? at + 8 : value;
    return [1, 2, 4, 7].includes(type) && start + length <= tiff.length ? { start, length, value } : null;
  }
  return null;
}
