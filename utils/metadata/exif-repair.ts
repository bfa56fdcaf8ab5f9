import { startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { exifIdentifier } from './exif';

/**
 * EXIF of which one entry is broken, as some phones write it, made such that readers who give up on that entry, or
 * make room for as many values as it says, read all others. For the report only.
 */

/** TIFF 6.0, section 2: types 1 to 12, their lengths in bytes; 13 is a position, of Supplement 1. */
const typeLengths: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

/** Entries of IFD0 whose values are positions of directories: of Exif, of GPS. */
const pointers: readonly number[] = [0x8769, 0x8825];

const entryLength = 12;

/** An entry that nobody knows: one byte, zero. */
const unknown = { tag: 0xfffe, type: 1, count: 1 } as const;

/**
 * @param payload identifier first
 * @returns a copy whose broken entries are harmless; null when there is nothing to repair
 */
export function repaired(payload: Uint8Array): Uint8Array | null {
  if (!startsWith(payload, exifIdentifier)) return null;
  const copy = payload.slice();
  const tiff = copy.subarray(exifIdentifier.length);
  const littleEndian = startsWith(tiff, 'II*\0');
  if ((!littleEndian && !startsWith(tiff, 'MM\0*')) || tiff.length < 8) return null;
  const view = viewOf(tiff);
  const first = view.getUint32(4, littleEndian);
  // Of two pointers to one kind of directory readers follow the last.
  const directories = new Map<number | 'next', number>();
  let isChanged = false;
  for (const entry of entriesOf(view, first, littleEndian)) {
    const tag = view.getUint16(entry, littleEndian);
    if (pointers.includes(tag)) directories.set(tag, view.getUint32(entry + 8, littleEndian));
    isChanged = repairEntry(view, entry, littleEndian) || isChanged;
  }
  // The next directory is that of the thumbnail.
  const next = endOf(view, first, littleEndian);
  if (next + 4 <= tiff.length) directories.set('next', view.getUint32(next, littleEndian));
  for (const at of new Set(directories.values())) {
    if (at === first) continue;
    for (const entry of entriesOf(view, at, littleEndian))
      isChanged = repairEntry(view, entry, littleEndian) || isChanged;
  }
  return isChanged ? copy : null;
}

function endOf(view: DataView, at: number, littleEndian: boolean): number {
  return at + 2 > view.byteLength ? at : at + 2 + view.getUint16(at, littleEndian) * entryLength;
}

/** Where the entries of a directory stand, as far as they lie inside. */
function* entriesOf(view: DataView, at: number, littleEndian: boolean): Generator<number> {
  if (at < 8) return;
  const end = Math.min(endOf(view, at, littleEndian), view.byteLength);
  for (let entry = at + 2; entry + entryLength <= end; entry += entryLength) yield entry;
}

/** Whether there was something to repair. */
function repairEntry(view: DataView, entry: number, littleEndian: boolean): boolean {
  if (isReadable(view, entry, littleEndian)) return false;
  view.setUint16(entry, unknown.tag, littleEndian);
  view.setUint16(entry + 2, unknown.type, littleEndian);
  view.setUint32(entry + 4, unknown.count, littleEndian);
  view.setUint32(entry + 8, 0, littleEndian);
  return true;
}

/** Whether an entry is of a type that exists and its value lies inside. */
function isReadable(view: DataView, entry: number, littleEndian: boolean): boolean {
  const length = typeLengths[view.getUint16(entry + 2, littleEndian)] ?? 0;
  const whole = length * view.getUint32(entry + 4, littleEndian);
  if (whole === 0) return false;
  return whole <= 4 || view.getUint32(entry + 8, littleEndian) + whole <= view.byteLength;
}
