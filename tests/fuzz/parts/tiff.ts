import { type Part, view } from './part';

/** Fields of the directories of a TIFF or BigTIFF by their number, TIFF 6.0, section 2; their values are parts in them. */

const widths: Readonly<Record<number, number>> = {
  ...{
    1: 1,
    2: 1,
    3: 2,
    4: 4,
    5: 8,
    6: 1,
    7: 1,
    8: 2,
    9: 4,
    10: 8,
    11: 4,
    12: 8,
    13: 4,
    16: 8,
    17: 8,
    18: 8,
  },
};

/** Fields whose values are where directories stand, and those whose values are where the coded picture does. */
const directories: readonly string[] = ['330', '34665', '34853', '40965'];
const blocks: Readonly<Record<string, string>> = { '273': '279', '324': '325', '513': '514' };

const maximumFields = 4000;

interface Reader {
  readonly bytes: Uint8Array;
  readonly isBig: boolean;
  readonly seen: Set<number>;
  number(at: number, width: number): number;
}

export function tiffParts(bytes: Uint8Array): readonly Part[] {
  if (bytes.length < 16) return [];
  const littleEndian = bytes[0] === 0x49;
  const numbers = view(bytes);
  const number = (at: number, width: number) => {
    if (at < 0 || at + width > bytes.length) return 0;
    if (width === 1) return numbers.getUint8(at);
    if (width === 2) return numbers.getUint16(at, littleEndian);
    return width === 4 ? numbers.getUint32(at, littleEndian) : Number(numbers.getBigUint64(at, littleEndian));
  };
  const isBig = number(2, 2) === 43;
  const reader = { bytes, isBig, seen: new Set<number>(), number };
  const parts: Part[] = [];
  for (let at = number(isBig ? 8 : 4, isBig ? 8 : 4); at > 0 && !reader.seen.has(at); ) {
    const directory = readDirectory(reader, at);
    parts.push(directory);
    at = number(directory.end, isBig ? 8 : 4);
  }
  return parts;
}

function readDirectory(reader: Reader, start: number): Part {
  const { bytes, isBig, seen, number } = reader;
  seen.add(start);
  const head = isBig ? 8 : 2;
  const entry = isBig ? 20 : 12;
  const field = { at: start, width: head, littleEndian: bytes[0] === 0x49 };
  const fits = Math.floor((bytes.length - start - head) / entry);
  const count = Math.max(0, Math.min(number(start, head), fits, maximumFields));
  const end = start + head + count * entry;
  const children = Array.from({ length: count }, (_, index) =>
    readField(reader, start + head + index * entry),
  );
  const coded = children.flatMap((child) => blocksOf(reader, child, children));
  const whole = { start, data: start + head, end, next: end + (isBig ? 8 : 4) };
  return { type: 'directory', ...whole, length: field, children: [...children, ...coded] };
}

function readField(reader: Reader, start: number): Part {
  const { bytes, isBig, seen, number } = reader;
  const wide = isBig ? 8 : 4;
  const type = String(number(start, 2));
  const length = number(start + 4, wide) * (widths[number(start + 2, 2)] ?? 1);
  const valueAt = start + 4 + wide;
  const at = length <= wide ? valueAt : number(valueAt, wide);
  const end = Math.min(at + length, bytes.length);
  const value = at < end ? [{ type: 'value', start: at, data: at, end, next: end, children: [] }] : [];
  const inner: Part[] = [];
  if (directories.includes(type)) {
    const place = number(at, wide);
    if (place > 0 && place < bytes.length && !seen.has(place)) inner.push(readDirectory(reader, place));
  }
  const field = { at: start + 4, width: wide, littleEndian: bytes[0] === 0x49 };
  const next = valueAt + wide;
  return { type, start, data: valueAt, end: next, next, length: field, children: [...value, ...inner] };
}

/** Strips, tiles and the stream of old JPEG. */
function blocksOf(reader: Reader, field: Part, siblings: readonly Part[]): readonly Part[] {
  const lengths = siblings.find(({ type }) => type === blocks[field.type]);
  if (!lengths) return [];
  const places = numbersOf(reader, field);
  return numbersOf(reader, lengths).flatMap((length, index) => {
    const start = places[index] ?? 0;
    const end = Math.min(start + length, reader.bytes.length);
    return start < end ? [{ type: 'block', start, data: start, end, next: end, children: [] }] : [];
  });
}

function numbersOf({ number }: Reader, { start, children }: Part): readonly number[] {
  const [value] = children;
  const width = widths[number(start + 2, 2)] ?? 1;
  if (!value) return [];
  const count = Math.min(Math.floor((value.end - value.start) / width), maximumFields);
  return Array.from({ length: count }, (_, index) => number(value.start + index * width, width));
}
