import { letters, type Part, view } from './part';

/** Parts of bitmaps, and of the icons that are made of them: headers, palette, rows; entries and their pictures. */

export function bmpParts(bytes: Uint8Array): readonly Part[] {
  if (bytes.length < 30) return [];
  const numbers = view(bytes);
  const rows = Math.min(numbers.getUint32(10, true), bytes.length);
  const own = dibParts(bytes, 14, bytes.length);
  const header = own.find(({ type }) => type === 'header');
  const length = Math.abs(rowLength(bytes, 14));
  const isCoded =
    header !== undefined && header.end - header.start >= 40 && isRunLength(numbers.getUint32(30, true));
  const end = isCoded
    ? runsEnd(bytes, rows, numbers.getUint32(30, true))
    : Math.min(rows + length, bytes.length);
  const file: Part = {
    ...part('file', 0, 14),
    length: { at: 2, width: 4, littleEndian: true },
  };
  const picture: Part = { ...part('rows', rows, end), length: { at: 10, width: 4, littleEndian: true } };
  return [file, ...own, picture, ...profileOf(bytes)];
}

/** BITMAPV5HEADER: where a profile in the file is, from the header on, and how long. */
function profileOf(bytes: Uint8Array): readonly Part[] {
  const numbers = view(bytes);
  if (bytes.length < 138 || numbers.getUint32(14, true) !== 124 || letters(bytes, 70) !== 'DEBM') return [];
  const start = 14 + numbers.getUint32(126, true);
  const end = start + numbers.getUint32(130, true);
  return end <= bytes.length && start < end ? [part('profile', start, end)] : [];
}

/** The header with its masks and its palette. */
function dibParts(bytes: Uint8Array, start: number, limit: number): readonly Part[] {
  const numbers = view(bytes);
  if (start + 16 > limit) return [];
  const length = numbers.getUint32(start, true);
  const end = Math.min(start + length, limit);
  const isCore = length === 12;
  const bits = numbers.getUint16(start + (isCore ? 10 : 14), true);
  const hasMore = length >= 40 && start + 40 <= limit;
  const used = hasMore ? numbers.getUint32(start + 32, true) : 0;
  const coding = hasMore ? numbers.getUint32(start + 16, true) : 0;
  const masks = length === 40 && (coding === 3 || coding === 6) ? 4 * coding : 0;
  const most = bits <= 8 ? 1 << bits : 256;
  const colours = bits <= 8 && used === 0 ? most : Math.min(used, most);
  const palette = (masks === 24 ? 16 : masks) + colours * (isCore ? 3 : 4);
  const field = { at: start, width: 4, littleEndian: true };
  return [
    { ...part('header', start, end), length: field },
    part('palette', end, Math.min(end + palette, limit)),
  ];
}

/** Of all rows, each padded to four bytes. */
function rowLength(bytes: Uint8Array, start: number, planeBits?: number): number {
  const numbers = view(bytes);
  const isCore = numbers.getUint32(start, true) === 12;
  const width = isCore ? numbers.getUint16(start + 4, true) : numbers.getInt32(start + 4, true);
  const height = Math.abs(isCore ? numbers.getUint16(start + 6, true) : numbers.getInt32(start + 8, true));
  const bits = planeBits ?? numbers.getUint16(start + (isCore ? 10 : 14), true);
  return Math.ceil((width * bits) / 32) * 4 * height;
}

function isRunLength(coding: number): boolean {
  return coding === 1 || coding === 2;
}

/** Behind the end of a bitmap that is coded by runs: pairs of count and colour, and escapes. */
function runsEnd(bytes: Uint8Array, start: number, coding: number): number {
  for (let at = start; at + 2 <= bytes.length; ) {
    const [count = 0, value = 0] = [bytes[at], bytes[at + 1]];
    at += 2;
    if (count > 0 || value === 0) continue;
    if (value === 1) return at;
    const length = coding === 1 ? value : Math.ceil(value / 2);
    at += value === 2 ? 2 : length + (length % 2);
  }
  return bytes.length;
}

export function icoParts(bytes: Uint8Array): readonly Part[] {
  if (bytes.length < 6) return [];
  const numbers = view(bytes);
  const count = Math.min(numbers.getUint16(4, true), Math.floor((bytes.length - 6) / 16), 1000);
  const head = { ...part('directory', 0, 6), length: { at: 4, width: 2, littleEndian: true } };
  const entries = Array.from({ length: count }, (_, index): readonly Part[] => {
    const at = 6 + index * 16;
    const start = numbers.getUint32(at + 12, true);
    const end = start + numbers.getUint32(at + 8, true);
    const entry = { ...part('entry', at, at + 16), length: { at: at + 8, width: 4, littleEndian: true } };
    if (start + 16 > bytes.length || end > bytes.length || end <= start) return [entry];
    return [entry, ...pictureParts(bytes, start, end)];
  });
  return [head, ...entries.flat()];
}

function pictureParts(bytes: Uint8Array, start: number, end: number): readonly Part[] {
  if (bytes[start] === 0x89) return [part('png', start, end)];
  const own = dibParts(bytes, start, end);
  const rows = own.at(-1)?.end ?? end;
  // The height counts the mask's rows too.
  const most = rowLength(bytes, start) + rowLength(bytes, start, 1);
  return [...own, part('rows', rows, Math.min(rows + most, end))];
}

function part(type: string, start: number, end: number): Part {
  return { type, start, data: start, end, next: end, children: [] };
}
