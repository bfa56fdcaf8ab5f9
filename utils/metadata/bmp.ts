import type { ByteSource } from '../bytes/byte-source';
import { bytesOf, latin1Of, sameBytes } from '../bytes/text';
import {
  type Bitmap,
  fileHeader,
  findRunsEnd,
  infoLength,
  isBitmap,
  isRunLength,
  os2Length,
  readHeader,
  rowsLength,
  v5Length,
} from './bmp-structure';
import type { Piece, Range, RefusalReason } from './clean-result';
import type { Container } from './container';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { cleanProfile } from './icc';
import { lengthOfAll } from './pieces';
import { type Plan, planned } from './plan';
import { tidy } from './readable';
import { describeUnused } from './unused';

/**
 * BMP, the Windows bitmap: Microsoft, "Bitmap Storage" and BITMAPV5HEADER.
 *
 * The file is put together anew: headers, masks, palette, rows and, in a V5 header, the colour profile follow each
 * other without gaps. Reserved fields are blanked, and so is the path that a linked profile has: what it led to is
 * on one very computer. What pads each row to four bytes is carried with it.
 */

/** BITMAPFILEHEADER: two reserved numbers, then where the rows begin. */
const reservedAt = 6;
const rowsAt = 10;

/** Fields of the information header, by their place in it. */
const field = {
  imageSize: 20,
  coloursUsed: 32,
  coloursImportant: 36,
  os2: 40,
  space: 56,
  profile: 112,
};
const reservedInV5 = 120;

/** LCS_ values of bV5CSType, their letters as they stand in the file. */
const space = { embedded: 'DEBM', linked: 'KNIL', sRgb: 'BGRs' };

/** Longer than any profile, and any path to one, in bytes. */
const longestProfile = 16 << 20;
const longestPath = 1024;

interface Parts {
  readonly bitmap: Bitmap;
  /** Information header, masks and palette as they were. */
  readonly header: Uint8Array;
  readonly masks: Range;
  readonly palette: Range;
  readonly rows: Range;
  readonly profile: Profile | null;
}

interface Profile {
  readonly isLinked: boolean;
  readonly start: number;
  readonly end: number;
}

async function readParts(source: ByteSource): Promise<Parts | RefusalReason> {
  const head = await source.read(0, Math.min(fileHeader + v5Length, source.size));
  if (!isBitmap(head)) return 'corrupt';
  const bitmap = readHeader(head.subarray(fileHeader));
  if (typeof bitmap === 'string') return bitmap;
  const header = head.slice(fileHeader, fileHeader + bitmap.headerLength);
  const masksAt = fileHeader + bitmap.headerLength;
  const paletteAt = masksAt + bitmap.masks;
  const written = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(rowsAt, true);
  // Zero stands for right behind the palette.
  const start = written === 0 ? paletteAt + bitmap.palette : written;
  if (start < paletteAt || start >= source.size) return 'corrupt';
  const profile = readProfile(header, source.size);
  const rows = { start, end: await rowsEnd(bitmap, start, profile, source) };
  if (profile && profile.start < rows.end && profile.end > start) return 'corrupt';
  return {
    bitmap,
    header,
    masks: { start: masksAt, end: paletteAt },
    // Where the rows begin within it, decoders read the one and the other all the same: the bytes stay as they lie.
    palette: { start: paletteAt, end: Math.min(paletteAt + bitmap.palette, start) },
    rows,
    profile,
  };
}

/** Decoders show what there is of rows that the end of the file cuts. */
async function rowsEnd(
  bitmap: Bitmap,
  start: number,
  profile: Profile | null,
  source: ByteSource,
): Promise<number> {
  if (!isRunLength(bitmap.compression)) {
    const length = rowsLength(bitmap.width, bitmap.height, bitmap.bits);
    return Math.min(start + length, source.size);
  }
  const behind = profile && profile.start > start ? profile.start : source.size;
  const limit = bitmap.imageSize > 0 ? Math.min(start + bitmap.imageSize, behind) : behind;
  return findRunsEnd(source, start, limit, bitmap.compression);
}

/** Where a V5 header says that there is a profile; null where it says so of nothing. */
function readProfile(header: Uint8Array, size: number): Profile | null {
  if (header.length < v5Length) return null;
  const kind = latin1Of(header.subarray(field.space, field.space + 4));
  if (kind !== space.embedded && kind !== space.linked) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const start = Math.min(fileHeader + view.getUint32(field.profile, true), size);
  const end = Math.min(start + view.getUint32(field.profile + 4, true), size);
  return { isLinked: kind === space.linked, start, end };
}

interface Cleaned {
  readonly profile: Uint8Array | null;
  readonly removed: readonly HiddenData[];
}

async function readCleaned(profile: Profile | null, source: ByteSource): Promise<Cleaned | RefusalReason> {
  if (!profile) return { profile: null, removed: [] };
  const { start, end, isLinked } = profile;
  if (isLinked) {
    const path = latin1Of(await source.read(start, Math.min(end, start + longestPath)));
    return {
      profile: null,
      removed: [hiddenItem('text', 'ICC', 'linked profile', tidy(path.split('\0')[0]))],
    };
  }
  if (end - start > longestProfile) return 'too-large';
  const cleaned = cleanProfile(await source.read(start, end));
  return cleaned ?? { profile: null, removed: [hiddenItem('other', 'ICC', 'embedded profile')] };
}

/** The information header as it is written. */
function headerFor({ bitmap, header, rows }: Parts, profileAt: number | null, length: number): Uint8Array {
  const bytes = header.slice();
  const view = new DataView(bytes.buffer);
  const set = (at: number, value: number) => view.setUint32(at, value, true);
  if (bytes.length >= infoLength) {
    const whole = isRunLength(bitmap.compression)
      ? rows.end - rows.start
      : rowsLength(bitmap.width, bitmap.height, bitmap.bits);
    if (bitmap.imageSize > 0) set(field.imageSize, whole <= 0xffff_ffff ? whole : 0);
    // 0 stands for all that there can be; of true colours a palette is nothing but advice.
    const colours = bitmap.bits > 8 ? 0 : bitmap.colours;
    if (view.getUint32(field.coloursUsed, true) > colours) set(field.coloursUsed, colours);
    if (view.getUint32(field.coloursImportant, true) > colours) set(field.coloursImportant, 0);
  }
  if (bytes.length === os2Length) bytes.fill(0, field.os2);
  if (bytes.length < v5Length) return bytes;
  const kind = latin1Of(bytes.subarray(field.space, field.space + 4));
  const isProfile = kind === space.embedded || kind === space.linked;
  if (isProfile && profileAt === null) bytes.set(bytesOf(space.sRgb), field.space);
  set(field.profile, profileAt ?? 0);
  set(field.profile + 4, profileAt === null ? 0 : length);
  set(reservedInV5, 0);
  return bytes;
}

/** The palette with its fourth bytes, which are reserved, blank. */
function paletteFor(bytes: Uint8Array, entry: number): Uint8Array {
  const clean = bytes.slice();
  if (entry === 4) for (let at = 3; at < clean.length; at += 4) clean[at] = 0;
  return clean;
}

function fileHeaderFor(size: number, rows: number): Uint8Array {
  const bytes = new Uint8Array(fileHeader);
  const view = new DataView(bytes.buffer);
  bytes.set(bytesOf('BM'));
  // Readers mind neither; what is longer than the number can say is cut as it always was.
  view.setUint32(2, size % 2 ** 32, true);
  view.setUint32(rowsAt, rows, true);
  return bytes;
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const parts = await readParts(source);
  if (typeof parts === 'string') return parts;
  const { bitmap, header, masks, palette, rows } = parts;
  const cleaned = await readCleaned(parts.profile, source);
  if (typeof cleaned === 'string') return cleaned;
  const { profile } = cleaned;
  const colours = paletteFor(await source.read(palette.start, palette.end), bitmap.entry);
  const length = rows.end - rows.start;
  const rowsStart = fileHeader + header.length + (masks.end - masks.start) + colours.length;
  const profileAt = profile ? rowsStart - fileHeader + length : null;
  const information = headerFor(parts, profileAt, profile?.length ?? 0);
  const behind: readonly Piece[] = [
    information,
    await source.read(masks.start, masks.end),
    colours,
    rows,
    ...(profile ? [profile] : []),
  ];
  const pieces = [fileHeaderFor(fileHeader + lengthOfAll(behind), rowsStart), ...behind];
  return { pieces, hidden: () => hiddenBy(parts, cleaned, colours, source) };
}

async function hiddenBy(
  parts: Parts,
  { removed }: Cleaned,
  colours: Uint8Array,
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const { header, masks, palette, rows, profile } = parts;
  const head = await source.read(0, fileHeader);
  const claims: readonly Range[] = [
    { start: 0, end: fileHeader + header.length },
    masks,
    palette,
    rows,
    ...(profile ? [profile] : []),
  ];
  const isReserved = head.subarray(reservedAt, rowsAt).some((byte) => byte !== 0);
  const before = await source.read(palette.start, palette.end);
  const hasFields = header.length === os2Length && header.subarray(field.os2).some((byte) => byte !== 0);
  const isLeft = hasFields || header.subarray(reservedInV5).some((byte) => byte !== 0);
  return eachOnce([
    ...removed,
    ...(isReserved ? [hiddenItem('other', 'BMP', 'bfReserved')] : []),
    ...(isLeft ? [hiddenItem('other', 'BMP', 'reserved fields')] : []),
    ...(sameBytes(before, colours) ? [] : [hiddenItem('other', 'BMP', 'rgbReserved')]),
    ...(await describeUnused(claims, source, 'BMP')),
  ]);
}

export const bmp: Container = planned(
  {
    name: 'bmp',
    types: ['image/bmp', 'image/x-ms-bmp', 'image/x-bmp'],
    extensions: ['bmp', 'dib'],
    matches: isBitmap,
  },
  planFor,
);
