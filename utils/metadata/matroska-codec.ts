import { bytesOf, sameBytes, startsWith } from '../bytes/text';
import { blankBlocks } from './flac';

/**
 * What CodecPrivate holds of text, by CodecID (draft-ietf-cellar-codec): the comment headers of Vorbis and Theora,
 * the metadata blocks of FLAC (RFC 9639, 8). They are written anew, empty, at the same length.
 */

/** The type and name before the comment header of each, and its last byte, where there is one. */
const commented: Readonly<Record<string, { readonly before: string; readonly framing: readonly number[] }>> =
  {
    A_VORBIS: { before: '\x03vorbis', framing: [1] },
    V_THEORA: { before: '\x81theora', framing: [] },
  };

/** Whether CodecPrivate of this codec may hold text. */
export function mayTell(codec: string): boolean {
  return codec in commented || codec === 'A_FLAC';
}

/**
 * CodecPrivate without text, as long as it was.
 * @returns the very same bytes when there is none in it; null when no decoder would take it
 */
export function cleanPrivate(codec: string, bytes: Uint8Array): Uint8Array | null {
  const cleaned = bytes.slice();
  const whole = codec === 'A_FLAC' ? blankFlac(cleaned) : blankComments(codec, cleaned);
  if (!whole) return null;
  return sameBytes(cleaned, bytes) ? bytes : cleaned;
}

/** The comment header, from its type on; null when there is none. */
export function commentHeader(codec: string, bytes: Uint8Array): Uint8Array | null {
  const range = commentRange(codec, bytes);
  return range && bytes.subarray(...range);
}

/** Xiph lacing: the number of packets less one, the lengths of all but the last in bytes of 255 and a lesser one. */
function commentRange(codec: string, bytes: Uint8Array): [number, number] | null {
  const before = commented[codec]?.before;
  if (!before || bytes[0] !== 2) return null;
  const lengths: number[] = [];
  let at = 1;
  for (let length = 0; lengths.length < 2 && at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    length += byte;
    if (byte === 255) continue;
    lengths.push(length);
    length = 0;
  }
  const [first, second] = lengths;
  if (first === undefined || second === undefined) return null;
  const start = at + first;
  const end = start + second;
  return end <= bytes.length && startsWith(bytes, before, start) ? [start, end] : null;
}

/** Vorbis I, 5.2.1: vendor, comments, framing; all of the room goes to a vendor of zeros. */
function blankComments(codec: string, bytes: Uint8Array): boolean {
  const { before = '', framing = [] } = commented[codec] ?? {};
  const range = commentRange(codec, bytes);
  const header = range && bytes.subarray(...range);
  const vendor = (header?.length ?? 0) - before.length - 8 - framing.length;
  if (!header || vendor < 0) return false;
  header.fill(0);
  header.set(bytesOf(before));
  new DataView(header.buffer, header.byteOffset).setUint32(before.length, vendor, true);
  header.set(framing, header.length - framing.length);
  return true;
}

function blankFlac(bytes: Uint8Array): boolean {
  return startsWith(bytes, 'fLaC') && blankBlocks(bytes.subarray(4));
}
