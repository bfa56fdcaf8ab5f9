import { maximumParts, type Part } from './part';

/** Elements of Matroska, RFC 8794 and 9559, by their ID in hexadecimal. These hold others. */
const masters: ReadonlySet<string> = new Set(
  (
    '1a45dfa3 18538067 114d9b74 4dbb 1549a966 1654ae6b ae e0 e1 55b0 55d0 7670 6d80 6240 5034 e2 e3 e4 e9 41e4 ' +
    '1f43b675 a0 75a1 a6 1c53bb6b bb b7 db 1254c367 7373 63c0 67c8 1941a469 61a7 1043a770 45b9 b6 80'
  ).split(' '),
);

export function ebmlParts(bytes: Uint8Array): readonly Part[] {
  return elementsBetween(bytes, 0, bytes.length, { left: maximumParts });
}

function elementsBetween(
  bytes: Uint8Array,
  from: number,
  to: number,
  budget: { left: number },
): readonly Part[] {
  const parts: Part[] = [];
  for (let start = from; start < to && budget.left > 0; ) {
    budget.left--;
    const idLength = Math.clz32(bytes[start] ?? 0) - 23;
    const sizeAt = start + idLength;
    const width = Math.clz32(bytes[sizeAt] ?? 0) - 23;
    const data = sizeAt + width;
    if (idLength > 4 || width > 8 || data > to) break;
    const type = Buffer.from(bytes.subarray(start, sizeAt)).toString('hex');
    const digits = bytes.subarray(sizeAt, data);
    const size = digits.reduce(
      (sum, byte, index) => sum * 256 + (index === 0 ? byte & (0xff >> width) : byte),
      0,
    );
    const isOpen = size === 2 ** (7 * width) - 1;
    const end = isOpen ? to : Math.min(data + size, to);
    const children = masters.has(type) ? elementsBetween(bytes, data, end, budget) : [];
    const field = { at: sizeAt, width, littleEndian: false };
    parts.push({ type, start, data, end, next: end, length: field, children });
    start = end;
  }
  return parts;
}
