import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of, startsWith } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import { bitstreamHead, isTaken } from './webp-bitstream';

/**
 * The structure of a WebP file, RFC 9649, 2.3 to 2.7: a RIFF header, then chunks of type, length, data, and a
 * zero byte after data of odd length. A frame of an animation (ANMF) has chunks of its own.
 */

/** 'RIFF', length, 'WEBP'. */
export const riffHead = 12;

/** Type and length before the data, in bytes. */
export const chunkHead = 8;

/** What stands in an ANMF before its chunks: place, size, duration, flags. */
export const frameHead = 16;

export interface Chunk {
  readonly type: string;
  /** Position of its type. */
  readonly start: number;
  /** Position after its data; the padding is left out. */
  readonly end: number;
  /** What its length promises behind the end of a file that breaks off, in bytes. */
  readonly missing: number;
  /** Whether a decoder takes the first bytes of what is coded in it. */
  readonly isTaken: boolean;
}

export interface Frame extends Chunk {
  /** The chunks of the frame. */
  readonly chunks: readonly Chunk[];
}

export interface WebpStructure {
  readonly chunks: readonly (Chunk | Frame)[];
  /** Where the RIFF ends, as far as its length field says, but not after the file. */
  readonly end: number;
}

/** More chunks than any animation has, those of its frames counted too. */
const maximumChunks = 50_000;

/** Of a download that broke off readers show what there is of these. */
const shownInPart: readonly string[] = ['VP8 ', 'VP8L', 'ANMF'];

/** What a decoder asks the first bytes of. */
const coded: readonly string[] = ['VP8 ', 'VP8L', 'ALPH'];

export function isFrame(chunk: Chunk): chunk is Frame {
  return 'chunks' in chunk;
}

/**
 * Reads the structure of a file; only heads of chunks are read.
 * @returns the structure, or why there is none
 */
export async function readStructure(source: ByteSource): Promise<WebpStructure | RefusalReason> {
  const view = new ByteWindow(source);
  const head = await view.at(0, riffHead);
  if (!startsWith(head, 'RIFF') || !startsWith(head, 'WEBP', 8)) return 'corrupt';
  const promised = chunkHead + lengthIn(head);
  const end = Math.min(promised, source.size);
  const chunks = await readChunks(view, riffHead, end, maximumChunks, promised > source.size);
  if (typeof chunks === 'string') return chunks;
  const read: (Chunk | Frame)[] = [];
  let left = maximumChunks - chunks.length;
  for (const chunk of chunks) {
    if (chunk.type !== 'ANMF') {
      read.push(chunk);
      continue;
    }
    const first = chunk.start + chunkHead + frameHead;
    const inside = await readChunks(view, first, chunk.end, left, chunk.missing > 0);
    if (typeof inside === 'string') return inside;
    left -= inside.length;
    read.push({ ...chunk, chunks: inside });
  }
  return { chunks: read, end };
}

/**
 * The chunks between two positions.
 * @param isCut whether the file breaks off at the second one
 */
async function readChunks(
  view: ByteWindow,
  from: number,
  to: number,
  limit: number,
  isCut: boolean,
): Promise<readonly Chunk[] | RefusalReason> {
  const chunks: Chunk[] = [];
  let position = from;
  while (position + chunkHead <= to) {
    if (chunks.length === limit) return 'too-large';
    const head = await view.at(position, chunkHead);
    const type = latin1Of(head.subarray(0, 4));
    const length = lengthIn(head);
    const data = position + chunkHead;
    const end = data + length;
    // What breaks off and is not shown in part is left out, as what would have followed it is.
    if (end > to && !isCut) return 'corrupt';
    if (end > to && (!shownInPart.includes(type) || data === to)) break;
    const shown = Math.min(end, to);
    const first = coded.includes(type) ? await view.at(data, bitstreamHead) : head.subarray(0, 0);
    chunks.push({
      type,
      start: position,
      end: shown,
      missing: end - shown,
      isTaken: isTaken(type, first.subarray(0, shown - data), length),
    });
    position = end + (end % 2);
  }
  return chunks;
}

/** The length after a four-letter type, little-endian. */
function lengthIn(head: Uint8Array): number {
  return new DataView(head.buffer, head.byteOffset, chunkHead).getUint32(4, true);
}
