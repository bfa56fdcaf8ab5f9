import { letters, maximumParts, type Part, view } from './part';

/** Chunks of a PNG, W3C PNG (third edition), 5.3. */
export function pngParts(bytes: Uint8Array, from = 0): readonly Part[] {
  const numbers = view(bytes);
  const parts: Part[] = [];
  for (let start = from + 8; start + 12 <= bytes.length && parts.length < maximumParts; ) {
    const length = numbers.getUint32(start);
    const [data, end] = [start + 8, Math.min(start + 8 + length, bytes.length)];
    const type = letters(bytes, start + 4);
    const next = Math.min(end + 4, bytes.length);
    // Of coded data decoders take as much as there is.
    if (end + 4 > bytes.length && type !== 'IDAT' && type !== 'fdAT') break;
    const field = { at: start, width: 4, littleEndian: false };
    parts.push({ type, start, data, end, next, length: field, children: [] });
    start = next;
    if (type === 'IEND') break;
  }
  return parts;
}
