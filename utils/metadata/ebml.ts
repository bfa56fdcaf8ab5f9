/**
 * EBML, RFC 8794: elements of an ID (section 5), a size (section 6) and data; the first bits of ID and size say how
 * long each is.
 */

export interface Element {
  /** With its length marker, as it is written. */
  readonly id: number;
  readonly start: number;
  readonly dataStart: number;
  /** Position after its data; infinite when the size is said to be unknown (6.2). */
  readonly end: number;
}

/** The longest head: an ID of four bytes and a size of eight. */
export const longestHead = 12;

/** Elements that any other may hold (11.3). */
export const crc32Id = 0xbf;
export const voidId = 0xec;

const longestId = 4;
const longestSize = 8;

/** How long a variable-size integer is, by its first byte (section 4). */
function lengthBy(first: number): number {
  return Math.clz32(first) - 23;
}

/**
 * The head of an element.
 * @param bytes from its first on
 * @param start its position in the file
 * @returns null when it is none, or its size is beyond what a number holds
 */
export function readHead(bytes: Uint8Array, start: number): Element | null {
  const idLength = lengthBy(bytes[0] ?? 0);
  if (idLength > longestId || bytes.length <= idLength) return null;
  let id = 0;
  for (let index = 0; index < idLength; index++) id = id * 256 + (bytes[index] ?? 0);
  const size = readVint(bytes.subarray(idLength));
  if (!size || (!size.unknown && size.value > Number.MAX_SAFE_INTEGER)) return null;
  const dataStart = start + idLength + size.length;
  const end = size.unknown ? Number.POSITIVE_INFINITY : dataStart + size.value;
  return { id, start, dataStart, end };
}

/** A variable-size integer without its marker (section 4); null when the bytes hold none. */
export function readVint(bytes: Uint8Array): { value: number; length: number; unknown: boolean } | null {
  const first = bytes[0] ?? 0;
  const length = lengthBy(first);
  if (length > longestSize || bytes.length < length) return null;
  const ones = 0xff >> length;
  let value = first & ones;
  let unknown = value === ones;
  for (let index = 1; index < length; index++) {
    const byte = bytes[index] ?? 0;
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { value, length, unknown };
}

/** An unsigned integer of up to eight bytes (7.2). */
export function uintOf(data: Uint8Array): number {
  return data.reduce((value, byte) => value * 256 + byte, 0);
}

/** The bytes of an unsigned integer, so many of them. */
export function uintBytes(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = length - 1, rest = value; index >= 0 && rest > 0; index--) {
    bytes[index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** The head of a Void element (11.3.2) that is so many bytes long in all, at least two. */
export function voidHead(length: number): Uint8Array {
  for (let sizeLength = 1; sizeLength < longestSize; sizeLength++) {
    const size = length - 1 - sizeLength;
    // All ones would say that the size is unknown.
    if (size >= 2 ** (7 * sizeLength) - 1) continue;
    const head = uintBytes(size, sizeLength);
    head[0] = (head[0] ?? 0) | (0x100 >> sizeLength);
    return Uint8Array.of(voidId, ...head);
  }
  return Uint8Array.of(voidId, 1, ...uintBytes(length - 1 - longestSize, longestSize - 1));
}

/** The elements that these bytes hold one after the other, in memory; ends where they make no sense. */
export function elementsIn(bytes: Uint8Array, limit: number): readonly (Element & { data: Uint8Array })[] {
  const elements = [];
  for (let at = 0; at < bytes.length && elements.length < limit; ) {
    const element = readHead(bytes.subarray(at), at);
    if (!element) break;
    elements.push({
      ...element,
      data: bytes.subarray(element.dataStart, Math.min(element.end, bytes.length)),
    });
    at = element.end;
  }
  return elements;
}
