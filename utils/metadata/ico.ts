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
import { pngSignature, readStructure } from './png-structure';
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

/**
 * A PNG cleaned as one, its ranges those of the whole file again. Decoders read it to its own end, whatever length its
 * entry has.
 */
async function pictureOfPng(entry: Range, source: ByteSource): Promise<Picture | RefusalReason> {
  const { start } = entry;
  const structure = await readStructure(rangeSource(source, start, source.size));
  const isWhole = typeof structure !== 'string' && structure.iend !== null;
  const end = isWhole ? Math.max(entry.end, start + structure.end) : entry.end;
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
  const coloured = start + infoLength + masks + palette + advice + rowsLength(width, rows, bits);
  const masked = coloured + rowsLength(width, rows, 1);
  // Some writers leave the mask out where there is alpha; with a length that is too short all is drawn nevertheless.
  const stop = Math.min(end < coloured ? masked : Math.min(end, masked), source.size);
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
  if (directory.length < behind) return 'corrupt';
  // A length that reaches past the end of the file is read as far as there is any.
  const entries = entriesIn(directory, count)
    .filter(({ start, end }) => start >= behind && start < Math.min(end, source.size))
    .map((entry) => ({ ...entry, end: Math.min(entry.end, source.size) }));
  if (isShared(entries, source.size)) return 'too-large';
  const read = await readPictures(entries, source);
  if (typeof read === 'string') return read;
  const { pictures, kept } = read;
  const hidden = async () => {
    const claims = [{ start: 0, end: behind }, ...kept];
    const removed = [...pictures.values()].flatMap((picture) => picture.removed);
    return eachOnce([...removed, ...(await describeUnused(claims, source, 'ICO'))]);
  };
  return { pieces: layOut(directory.slice(0, headLength), kept, pictures), hidden };
}

/** Entries that share a picture. */
function keyOf({ start, end }: Entry): string {
  return `${start} ${end}`;
}

/** The pictures, each once, and the entries that have one: what is broken readers pass over. */
async function readPictures(entries: readonly Entry[], source: ByteSource) {
  const pictures = new Map<string, Picture>();
  let refusal: RefusalReason = 'corrupt';
  for (const entry of entries) {
    if (pictures.has(keyOf(entry))) continue;
    const picture = await pictureOf(entry, source);
    if (picture === 'too-large' || picture === 'unsupported') refusal = picture;
    else if (typeof picture !== 'string') pictures.set(keyOf(entry), picture);
  }
  const kept = entries.filter((entry) => pictures.has(keyOf(entry)));
  return kept.length > 0 && refusal === 'corrupt' ? { pictures, kept } : refusal;
}

/** The directory, and the pictures behind it. */
function layOut(
  head: Uint8Array,
  kept: readonly Entry[],
  pictures: ReadonlyMap<string, Picture>,
): readonly Piece[] {
  const written = new Uint8Array(headLength + kept.length * entryLength);
  const view = viewOf(written);
  written.set(head);
  view.setUint16(4, kept.length, true);
  const placed = new Map<string, Placed>();
  let at = written.length;
  for (const [key, { pieces }] of pictures) {
    const length = lengthOfAll(pieces);
    placed.set(key, { at, length });
    at += length;
  }
  for (const [index, entry] of kept.entries()) {
    const place = placed.get(keyOf(entry));
    const position = headLength + index * entryLength;
    written.set(entry.bytes, position);
    written[position + reservedAt] = 0;
    view.setUint32(position + lengthAt, place?.length ?? 0, true);
    view.setUint32(position + offsetAt, place?.at ?? 0, true);
  }
  return [written, ...[...pictures.values()].flatMap(({ pieces }) => pieces)];
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
