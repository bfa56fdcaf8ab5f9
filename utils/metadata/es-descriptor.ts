import { viewOf } from '../bytes/view';

/**
 * Descriptors of an elementary stream, ISO 14496-1, 7.2.6: a tag, a length in up to four bytes of seven bits, data.
 * Beside what sets up the decoder they may tell titles, names and addresses (7.2.6.18 ff.), which no player of files
 * looks at: the data of any other than the few that are known becomes zeros.
 */

const tags = { stream: 3, decoder: 4, specific: 5, sync: 6, levels: 0x14 } as const;

/** Fields of a stream's descriptor: its number, flags; what the flags announce. */
const streamHead = 3;
const dependent = { flag: 0x80, length: 2 } as const;
const elsewhere = 0x40;
const clock = { flag: 0x20, length: 2 } as const;

/** Kind, buffer and rates. */
const decoderHead = 13;

/** Vorbis, whose setup holds comments; players take it for another kind of sound. */
const vorbis = 0xdd;

/** Numbers only, and no more of them. */
const longest: Readonly<Record<number, number>> = { [tags.sync]: 40, [tags.levels]: 4 };

interface Descriptor {
  readonly tag: number;
  readonly data: number;
  readonly end: number;
}

/**
 * The content of an `esds` with nothing but what sets up the decoder.
 * @param content of the box, version and flags included
 * @returns as many bytes; null when there is no such descriptor, or one that is broken
 */
export function decoderOnly(content: Uint8Array): Uint8Array | null {
  const bytes = content.slice();
  bytes.fill(0, 0, 4);
  const stream = descriptorAt(bytes, 4, bytes.length);
  if (stream?.tag !== tags.stream || stream.end - stream.data < streamHead) return null;
  const flags = bytes[stream.data + 2] ?? 0;
  if (flags & elsewhere) return null;
  const optional = [dependent, clock].map(({ flag, length }) => (flags & flag ? length : 0));
  const children = optional.reduce((at, length) => at + length, stream.data + streamHead);
  const known = walk(bytes, children, stream.end, (child) => {
    if (child.tag === tags.decoder) return keepDecoder(bytes, child);
    return keepNumbers(bytes, child);
  });
  bytes.fill(0, stream.end);
  return known ? bytes : null;
}

function keepDecoder(bytes: Uint8Array, { data, end }: Descriptor): boolean {
  if (end - data < decoderHead || bytes[data] === vorbis) return false;
  return walk(bytes, data + decoderHead, end, (child) =>
    child.tag === tags.specific ? true : keepNumbers(bytes, child),
  );
}

function keepNumbers(bytes: Uint8Array, { tag, data, end }: Descriptor): true {
  if (end - data > (longest[tag] ?? 0)) bytes.fill(0, data, end);
  return true;
}

/** Sees to each descriptor from one position to another, which they must fill but for less than one. */
function walk(
  bytes: Uint8Array,
  from: number,
  to: number,
  seeTo: (descriptor: Descriptor) => boolean,
): boolean {
  if (from > to) return false;
  let at = from;
  while (to - at >= 2) {
    const descriptor = descriptorAt(bytes, at, to);
    if (!descriptor || !seeTo(descriptor)) return false;
    at = descriptor.end;
  }
  bytes.fill(0, at, to);
  return true;
}

function descriptorAt(bytes: Uint8Array, start: number, to: number): Descriptor | null {
  const view = viewOf(bytes);
  let length = 0;
  for (let at = start + 1; at < Math.min(to, start + 5); at++) {
    const byte = view.getUint8(at);
    length = (length << 7) | (byte & 0x7f);
    if (byte & 0x80) continue;
    const data = at + 1;
    return data + length <= to ? { tag: view.getUint8(start), data, end: data + length } : null;
  }
  return null;
}
