import { startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { exifIdentifier } from './exif';

/**
 * EXIF of which one entry is broken, as some phones write it, made such that readers who give up on that entry read
 * all others. For the report only.
 */

/** TIFF 6.0, section 2: types 1 to 12, their lengths in bytes. */
const typeLengths: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/** Their values are positions of directories: of Exif, of GPS. */
const pointers: readonly number[] = [0x8769, 0x8825];

/** More entries than any camera writes into one directory, and more directories than EXIF has. */
const maximumEntries = 500;
const maximumDirectories = 8;

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
  const waiting = [first];
  const seen = new Set<number>();
  let isChanged = false;
  for (let at = waiting.pop(); at !== undefined && seen.size < maximumDirectories; at = waiting.pop()) {
    if (at < 8 || at + 2 > tiff.length || seen.has(at)) continue;
    seen.add(at);
    const entries = Math.min(view.getUint16(at, littleEndian), maximumEntries);
    const end = at + 2 + entries * 12;
    for (let entry = at + 2; entry < end && entry + 12 <= tiff.length; entry += 12) {
      const tag = view.getUint16(entry, littleEndian);
      if (pointers.includes(tag)) waiting.push(view.getUint32(entry + 8, littleEndian));
      if (isReadable(view, entry, littleEndian)) continue;
      view.setUint16(entry, unknown.tag, littleEndian);
      view.setUint16(entry + 2, unknown.type, littleEndian);
      view.setUint32(entry + 4, unknown.count, littleEndian);
      view.setUint32(entry + 8, 0, littleEndian);
      isChanged = true;
    }
    // Only the first one has a next one: that of the thumbnail.
    if (at === first && end + 4 <= tiff.length) waiting.push(view.getUint32(end, littleEndian));
  }
  return isChanged ? copy : null;
}

/** Whether an entry is of a type that exists and its value lies inside. */
function isReadable(view: DataView, entry: number, littleEndian: boolean): boolean {
  const length = typeLengths[view.getUint16(entry + 2, littleEndian)] ?? 0;
  const whole = length * view.getUint32(entry + 4, littleEndian);
  if (whole === 0) return false;
  return whole <= 4 || view.getUint32(entry + 8, littleEndian) + whole <= view.byteLength;
}
