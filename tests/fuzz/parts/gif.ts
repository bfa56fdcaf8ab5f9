import { letters, maximumParts, type Part } from './part';

/** Blocks of a GIF, GIF89a: `screen` with its table, `image`, `extension`, an application by its name. */
export function gifParts(bytes: Uint8Array): readonly Part[] {
  const head = 13 + tableLength(bytes[10] ?? 0);
  const parts: Part[] = [whole('screen', 0, 0, Math.min(head, bytes.length))];
  for (let start = head; start < bytes.length && parts.length < maximumParts; ) {
    const [first, label = 0] = bytes.subarray(start, start + 2);
    if (first === 0) {
      start++;
      continue;
    }
    if (first !== 0x21 && first !== 0x2c) break;
    const isImage = first === 0x2c;
    const data = isImage ? start + 11 + tableLength(bytes[start + 9] ?? 0) : start + 2;
    const end = blocksEnd(bytes, data);
    const type = isImage ? 'image' : label === 0xff ? letters(bytes, start + 3, 11) : label.toString(16);
    parts.push(whole(type, start, Math.min(data, end), end));
    start = end;
  }
  return parts;
}

function whole(type: string, start: number, data: number, end: number): Part {
  return {
    type,
    start,
    data,
    end,
    next: end,
    length: { at: data, width: 1, littleEndian: true },
    children: [],
  };
}

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function blocksEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; ) {
    const length = bytes[at] ?? 0;
    at += length + 1;
    if (length === 0) return at;
  }
  return bytes.length;
}
