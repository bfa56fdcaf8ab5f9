/**
 * The beginning of a gzip stream (RFC 1952) inflated at once and without a stream, for looking at what is in it:
 * recognising a file by its first bytes cannot wait. Whole streams are for `zlib.ts`.
 */

/** RFC 1951, 3.2.5: base length and extra bits of the codes from 257 on; base distance and extra bits. */
const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBases = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
/** 3.2.7: the order in which the lengths of the code lengths stand. */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

const longestCode = 15;
const endOfBlock = 256;

/** Of a gzip header (RFC 1952, 2.3): what flags say follows. */
const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 } as const;
const headerLength = 10;

/** A canonical code: how many codes there are of each length, and the symbols in order (RFC 1951, 3.2.2). */
interface Code {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

function codeOf(lengths: readonly number[]): Code {
  const counts = Array.from({ length: longestCode + 1 }, (_, length) =>
    length === 0 ? 0 : lengths.filter((each) => each === length).length,
  );
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((first, second) => first.length - second.length || first.symbol - second.symbol)
    .map(({ symbol }) => symbol);
  return { counts, symbols };
}

const fixedLengths = codeOf(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
);
const fixedDistances = codeOf(Array.from({ length: 30 }, () => 5));

/** Bits from the lowest on; `failed` when there were no more, or they are no code. */
class BitReader {
  failed = false;
  private readonly bytes: Uint8Array;
  private at: number;

  /** @param start in bytes */
  constructor(bytes: Uint8Array, start: number) {
    this.bytes = bytes;
    this.at = start * 8;
  }

  bits(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index++, this.at++) {
      const byte = this.bytes[this.at >> 3];
      if (byte === undefined) this.failed = true;
      value |= (((byte ?? 0) >> (this.at & 7)) & 1) << index;
    }
    return value;
  }

  symbol({ counts, symbols }: Code): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= longestCode; length++) {
      code |= this.bits(1);
      const count = counts[length] ?? 0;
      if (code - first < count) return symbols[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    this.failed = true;
    return endOfBlock;
  }

  alignToByte(): void {
    this.at = (this.at + 7) & ~7;
  }
}

/** 3.2.7: the two codes of a dynamic block. */
function readCodes(reader: BitReader): readonly [Code, Code] {
  const lengthCount = reader.bits(5) + 257;
  const distanceCount = reader.bits(5) + 1;
  const meta = Array.from({ length: order.length }, () => 0);
  const metaCount = reader.bits(4) + 4;
  for (const symbol of order.slice(0, metaCount)) meta[symbol] = reader.bits(3);
  const code = codeOf(meta);
  const lengths: number[] = [];
  while (lengths.length < lengthCount + distanceCount && !reader.failed) {
    const symbol = reader.symbol(code);
    if (symbol < 16) lengths.push(symbol);
    else {
      const previous = symbol === 16 ? (lengths.at(-1) ?? 0) : 0;
      const repeat =
        symbol === 16 ? reader.bits(2) + 3 : symbol === 17 ? reader.bits(3) + 3 : reader.bits(7) + 11;
      for (let index = 0; index < repeat; index++) lengths.push(previous);
    }
  }
  return [
    codeOf(lengths.slice(0, lengthCount)),
    codeOf(lengths.slice(lengthCount, lengthCount + distanceCount)),
  ];
}

function readBlock(reader: BitReader, out: number[], limit: number): void {
  const type = reader.bits(2);
  if (type === 3) reader.failed = true;
  if (type === 0) {
    reader.alignToByte();
    const length = reader.bits(16);
    reader.bits(16);
    for (let index = 0; index < length && out.length < limit && !reader.failed; index++) {
      const byte = reader.bits(8);
      if (!reader.failed) out.push(byte);
    }
    return;
  }
  const [lengths, distances] = type === 2 ? readCodes(reader) : [fixedLengths, fixedDistances];
  while (out.length < limit && !reader.failed) {
    const symbol = reader.symbol(lengths);
    if (reader.failed || symbol === endOfBlock) return;
    if (symbol < endOfBlock) out.push(symbol);
    else {
      const length = (lengthBases[symbol - 257] ?? 0) + reader.bits(lengthBits[symbol - 257] ?? 0);
      const code = reader.symbol(distances);
      const distance = (distanceBases[code] ?? 0) + reader.bits(Math.max(0, (code >> 1) - 1));
      if (distance === 0 || distance > out.length) reader.failed = true;
      for (let index = 0; index < length && !reader.failed; index++)
        out.push(out[out.length - distance] ?? 0);
    }
  }
}

/** Where the deflated data begins; null when these bytes are no gzip header. */
function dataStart(bytes: Uint8Array): number | null {
  const flags = bytes[3] ?? 0;
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return null;
  let at = headerLength;
  if (flags & flag.extra) at += 2 + (bytes[at] ?? 0) + ((bytes[at + 1] ?? 0) << 8);
  for (const text of [flag.name, flag.comment]) {
    if (!(flags & text)) continue;
    const end = bytes.indexOf(0, at);
    if (end < 0) return null;
    at = end + 1;
  }
  return flags & flag.headerCrc ? at + 2 : at;
}

/**
 * Inflates the beginning of a gzip stream.
 * @param head the first bytes of it, as many as there are
 * @param limit of the result, in bytes
 * @returns as much as the head gives; null when it is no gzip
 */
export function inflateHead(head: Uint8Array, limit: number): Uint8Array | null {
  const start = dataStart(head);
  if (start === null) return null;
  const reader = new BitReader(head, start);
  const out: number[] = [];
  for (let isLast = false; !isLast && !reader.failed && out.length < limit; ) {
    isLast = reader.bits(1) === 1;
    readBlock(reader, out, limit);
  }
  return Uint8Array.from(out.slice(0, limit));
}
