import type { ByteSource } from '../bytes/byte-source';
import { rangeSource } from '../bytes/range-source';
import { startsWith } from '../bytes/text';
import { infoLength, readHeader, rowsLength } from './bmp-structure';
import type { Piece, Range, RefusalReason } from './clean-result';
import type { Container } from './container';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { lengthOfAll } from './pieces';
import { type Plan, planned } from './plan';
import { png } from './png';
import { pngSignature } from './png-structure';
import { describeUnused } from './unused';

/**
 * ICO and CUR, Windows icons and cursors: a directory, and for each size a bitmap without its file header or a
 * whole PNG.
 *
 * The directory is written anew, and the pictures follow it without gaps, each once: bitmaps as far as their size
 * says, PNGs cleaned as such. What a cursor points with (its hot spot) stays.
 */

/** Reserved, type, number of entries; then the entries. */
const headLength = 6;
const entryLength = 16;

/** Within an entry: its height (0 for 256), a reserved byte, the length of the picture and where it lies. */
const heightAt = 1;
const reservedAt = 3;
const lengthAt = 8;
const offsetAt = 12;

/** More sizes than any icon has. */
const maximumEntries = 1000;

/** Icons and cursors. */
const types: readonly number[] = [1, 2];

/** The pictures may share data; written out they are never longer than this many times the file. */
const maximumShare = 2;

interface Entry extends Range {
  /** As it was. */
  readonly bytes: Uint8Array;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The number of entries; null when these are not the first bytes of an icon. */
function countIn(head: Uint8Array): number | null {
  if (head.length < headLength) return null;
  const view = viewOf(head);
  const count = view.getUint16(4, true);
  const isHead = view.getUint16(0, true) === 0 && types.includes(view.getUint16(2, true));
  return isHead && count >= 1 && count <= maximumEntries ? count : null;
}

/** Reads the entries that the bytes hold. */
function entriesIn(bytes: Uint8Array, count: number): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    const at = headLength + index * entryLength;
    if (at + entryLength > bytes.length) break;
    const view = viewOf(bytes.subarray(at, at + entryLength));
    const start = view.getUint32(offsetAt, true);
    const end = start + view.getUint32(lengthAt, true);
    entries.push({ bytes: bytes.slice(at, at + entryLength), start, end });
  }
  return entries;
}

/** Strict, since other files may begin with the same four bytes: all entries must lie behind the directory. */
function matches(head: Uint8Array): boolean {
  const count = countIn(head);
  if (count === null) return false;
  const entries = entriesIn(head, count);
  const behind = headLength + count * entryLength;
  return (
    entries.length > 0 && entries.every(({ start, end }) => start >= behind && end - start >= infoLength)
  );
}

interface Picture {
  readonly pieces: readonly Piece[];
  readonly removed: readonly HiddenData[];
}

/** A PNG cleaned as one, its ranges those of the whole file again. */
async function pictureOfPng({ start, end }: Range, source: ByteSource): Promise<Picture | RefusalReason> {
  const result = await png.clean(rangeSource(source, start, end));
  if (result.outcome === 'refused') return result.reason;
  if (result.outcome === 'already-clean') return { pieces: [{ start, end }], removed: [] };
  const pieces = result.pieces.map((piece) =>
    'start' in piece ? { start: start + piece.start, end: start + piece.end } : piece,
  );
  return { pieces, removed: result.removed };
}

/** Header, palette, colours and, of half the height that is written, the mask: one bit for each pixel. */
async function pictureOfBitmap(
  { start, end, bytes }: Entry,
  source: ByteSource,
): Promise<Picture | RefusalReason> {
  const bitmap = readHeader(await source.read(start, Math.min(end, start + infoLength)));
  if (typeof bitmap === 'string') return bitmap;
  if (bitmap.headerLength !== infoLength) return 'unsupported';
  // Some writers put down the height of the picture alone.
  const isDoubled = bitmap.height !== (bytes[heightAt] || 256);
  const rows = isDoubled ? Math.ceil(bitmap.height / 2) : bitmap.height;
  const { width, bits, masks, palette, advice } = bitmap;
  const length =
    infoLength + masks + palette + advice + rowsLength(width, rows, bits) + rowsLength(width, rows, 1);
  // Some writers leave the mask out where there is alpha.
  const stop = Math.min(end, start + length);
  const removed = stop < end ? [hiddenItem('other', 'ICO', 'data after the end')] : [];
  return { pieces: [{ start, end: stop }], removed };
}

async function pictureOf(entry: Entry, source: ByteSource): Promise<Picture | RefusalReason> {
  const head = await source.read(entry.start, Math.min(entry.end, entry.start + pngSignature.length));
  return startsWith(head, pngSignature) ? pictureOfPng(entry, source) : pictureOfBitmap(entry, source);
}

interface Placed {
  readonly at: number;
  readonly length: number;
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const directory = await source.read(0, Math.min(headLength + maximumEntries * entryLength, source.size));
  const count = countIn(directory);
  if (count === null) return 'corrupt';
  const behind = headLength + count * entryLength;
  const entries = entriesIn(directory, count);
  const areInside = entries.every(({ start, end }) => start >= behind && start < end && end <= source.size);
  if (entries.length < count || !areInside) return 'corrupt';
  if (isShared(entries, source.size)) return 'too-large';

  const written = directory.slice(0, behind);
  const view = viewOf(written);
  const pieces: Piece[] = [];
  const removed: HiddenData[] = [];
  const placed = new Map<string, Placed>();
  let at = behind;
  for (const [index, entry] of entries.entries()) {
    const key = `${entry.start} ${entry.end}`;
    const known = placed.get(key);
    const picture = known ? null : await pictureOf(entry, source);
    if (typeof picture === 'string') return picture;
    const place = known ?? { at, length: lengthOfAll(picture?.pieces ?? []) };
    if (picture) {
      pieces.push(...picture.pieces);
      removed.push(...picture.removed);
      placed.set(key, place);
      at += place.length;
    }
    const position = headLength + index * entryLength;
    written[position + reservedAt] = 0;
    view.setUint32(position + lengthAt, place.length, true);
    view.setUint32(position + offsetAt, place.at, true);
  }
  const hidden = async () => {
    const claims = [{ start: 0, end: behind }, ...entries];
    return eachOnce([...removed, ...(await describeUnused(claims, source, 'ICO'))]);
  };
  return { pieces: [written, ...pieces], hidden };
}

/** Whether the entries point at so much of the same data that it would grow. */
function isShared(entries: readonly Entry[], size: number): boolean {
  const each = new Map(entries.map(({ start, end }) => [`${start} ${end}`, end - start]));
  return [...each.values()].reduce((sum, length) => sum + length, 0) > maximumShare * size;
}

export const ico: Container = planned(
  {
    name: 'ico',
    types: ['image/x-icon', 'image/vnd.microsoft.icon'],
    extensions: ['ico', 'cur'],
    matches,
  },
  planFor,
);
