import type { ByteSource } from '../bytes/byte-source';
import { type ByteWindow, windowLength } from '../bytes/byte-window';

/** Where entropy-coded data ends, ITU-T T.81, B.1.1.5: every byte has to be looked at, so this is where time goes. */

/** RSTm, T.81 table B.1. */
const restart = { first: 0xd0, last: 0xd7 };

/** So many bytes are looked at together, as four words. */
const groupLength = 16;

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** What follows 0xFF in coded data: a stuffed zero, a fill byte, or a restart marker. */
function isData(code: number): boolean {
  return code === 0 || code === 0xff || (code >= restart.first && code <= restart.last);
}

/** The top bit of each of the four bytes: set where it is 0xFF, and where 0xFE stands behind one. */
function fullBytes(word: number): number {
  return word & ~(word + 0x01010101);
}

/** Of these, those that no stuffed zero follows; the first byte is the lowest one. */
function mayBeginMarker(word: number, next: number): number {
  const full = fullBytes(word) & 0x80808080;
  if (full === 0) return 0;
  const following = (word >>> 8) | (next << 24);
  return full & (((following & 0x7f7f7f7f) + 0x7f7f7f7f) | following);
}

/** The first 0xFF between two positions that begins a marker, or is the last byte of all; else -1. */
function markerBetween(bytes: Uint8Array, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 0xff) continue;
    const code = bytes[at + 1];
    if (code === undefined || !isData(code)) return at;
  }
  return -1;
}

/**
 * The first marker in coded data but restart markers; also a 0xFF that is the last byte, since what it begins is
 * not known. -1 when there is neither.
 */
export function findMarkerIn(bytes: Uint8Array): number {
  const { buffer, byteOffset, length } = bytes;
  if (length < 2 * groupLength || !isLittleEndian) return markerBetween(bytes, 0, length);
  // Words begin at multiples of four.
  const first = -byteOffset & 3;
  const before = markerBetween(bytes, 0, first);
  if (before >= 0) return before;
  const words = new Int32Array(buffer, byteOffset + first, (length - first) >> 2);
  let index = 0;
  for (; index + 4 < words.length; index += 4) {
    const one = words[index] ?? 0;
    const two = words[index + 1] ?? 0;
    const three = words[index + 2] ?? 0;
    const four = words[index + 3] ?? 0;
    // Coded data has a 0xFF in every twentieth group or so, nearly always with a stuffed zero behind it.
    const full = fullBytes(one) | fullBytes(two) | fullBytes(three) | fullBytes(four);
    if ((full & 0x80808080) === 0) continue;
    const next = words[index + 4] ?? 0;
    const may =
      mayBeginMarker(one, two) |
      mayBeginMarker(two, three) |
      mayBeginMarker(three, four) |
      mayBeginMarker(four, next);
    if (may === 0) continue;
    const at = first + index * 4;
    const found = markerBetween(bytes, at, at + groupLength);
    if (found >= 0) return found;
  }
  return markerBetween(bytes, first + index * 4, length);
}

const nothing = new Uint8Array(0);

/**
 * Where the entropy-coded data that begins at `from` ends: at the 0xFF of the next marker, or at `end`.
 * @param view what is at hand of it is used
 */
export async function findScanEnd(
  source: ByteSource,
  view: ByteWindow,
  from: number,
  end: number,
): Promise<number> {
  const known = source.codedEnd?.(from) ?? null;
  // Its last byte may be a 0xFF that fills: what follows it now is looked at with it.
  let position = known !== null && known > from ? known - 1 : from;
  let bytes = (await view.at(position, 2)).subarray(0, end - position);
  let memory: Uint8Array | null = null;
  while (position < end) {
    const at = findMarkerIn(bytes);
    if (at >= 0 && at + 1 < bytes.length) return position + at;
    // A lone 0xFF is looked at again, with what follows it.
    position += at > 0 ? at : bytes.length;
    if (position >= end) break;
    const length = Math.min(windowLength, end - position);
    if (source.readInto) {
      // Into the same memory time and again: new memory takes longer than the reading itself.
      memory ??= new Uint8Array(length);
      bytes = memory.subarray(0, await source.readInto(memory.subarray(0, length), position));
    } else {
      // Not held beside what comes in its place.
      bytes = nothing;
      bytes = await source.read(position, position + length);
    }
  }
  return end;
}
