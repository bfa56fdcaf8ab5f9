import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { startsWith } from '../bytes/text';
import type { RefusalReason } from './clean-result';

/**
 * The structure of a Windows bitmap: BITMAPFILEHEADER, an information header of one of eight lengths, masks or a
 * palette, the rows, and in the longest header a colour profile. Microsoft, "Bitmap Storage"; OS/2 2.x headers.
 * Icons hold the same without the file header.
 */

export const fileHeader = 14;

/** OS/2 1.x and 2.x (short and whole), BITMAPINFOHEADER and with its masks, V4, V5; in bytes. */
export const headerLengths: readonly number[] = [12, 16, 40, 52, 56, 64, 108, 124];
const coreLength = 12;
export const infoLength = 40;
export const os2Length = 64;
export const v5Length = 124;

export const compression = { RGB: 0, RLE8: 1, RLE4: 2, BITFIELDS: 3, ALPHABITFIELDS: 6 } as const;

/** Of OS/2 2.x only; the others have JPEG by this number. */
const rle24 = 4;

/** What a header says of the picture behind it. */
export interface Bitmap {
  readonly headerLength: number;
  readonly width: number;
  /** Rows; from below or from above makes no difference here. */
  readonly height: number;
  readonly bits: number;
  readonly compression: number;
  /** As it is written; 0 where it is not. */
  readonly imageSize: number;
  /** Of the masks behind a header that has no room for them, in bytes. */
  readonly masks: number;
  /** Of the palette that the pixels need, in bytes. */
  readonly palette: number;
  /** Of a palette that true colours have as advice to screens of few, in bytes. */
  readonly advice: number;
  /** Colours of the palette. */
  readonly colours: number;
  /** Of one colour in it, in bytes. */
  readonly entry: number;
}

const depths: readonly number[] = [1, 2, 4, 8, 16, 24, 32];

/**
 * Reads an information header.
 * @param header from its first byte on, all of it
 * @returns why it cannot be shown, when it cannot
 */
export function readHeader(header: Uint8Array): Bitmap | RefusalReason {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (header.length < coreLength) return 'corrupt';
  const headerLength = view.getUint32(0, true);
  if (!headerLengths.includes(headerLength) || header.length < headerLength) return 'corrupt';
  const isCore = headerLength === coreLength;
  const width = isCore ? view.getUint16(4, true) : view.getInt32(4, true);
  const height = Math.abs(isCore ? view.getUint16(6, true) : view.getInt32(8, true));
  const bits = view.getUint16(isCore ? 10 : 14, true);
  const hasMore = headerLength >= infoLength;
  const coding = hasMore ? view.getUint32(16, true) : compression.RGB;
  if (!isKnown(coding, headerLength)) return 'unsupported';
  if (width <= 0 || height === 0 || !depths.includes(bits)) return 'corrupt';
  if (coding === compression.RLE8 && bits !== 8) return 'corrupt';
  if (coding === compression.RLE4 && bits !== 4) return 'corrupt';
  if (coding === rle24 && bits !== 24) return 'corrupt';
  const most = bits <= 8 ? 1 << bits : 0;
  const used = hasMore ? view.getUint32(32, true) : 0;
  const colours = used > 0 ? Math.min(used, most) : most;
  const entry = isCore ? 3 : 4;
  return {
    headerLength,
    width,
    height,
    bits,
    compression: coding,
    imageSize: hasMore ? view.getUint32(20, true) : 0,
    masks: headerLength === infoLength ? masksOf(coding) : 0,
    palette: colours * entry,
    advice: most === 0 ? Math.min(used, 256) * entry : 0,
    colours,
    entry,
  };
}

/** JPEG and PNG inside, CMYK, and the Huffman coding that only OS/2 had: hardly anything shows them. */
function isKnown(coding: number, headerLength: number): boolean {
  if (headerLength === os2Length && coding >= compression.BITFIELDS) return coding === rle24;
  return Object.values<number>(compression).includes(coding);
}

function masksOf(coding: number): number {
  if (coding === compression.BITFIELDS) return 12;
  return coding === compression.ALPHABITFIELDS ? 16 : 0;
}

/** Length of the uncompressed rows, each padded to four bytes. */
export function rowsLength(width: number, height: number, bits: number): number {
  return Math.ceil((width * bits) / 32) * 4 * height;
}

export function isRunLength(coding: number): boolean {
  return coding === compression.RLE8 || coding === compression.RLE4 || coding === rle24;
}

/** Of so many colours as they are, in bytes. */
function rawLength(colours: number, coding: number): number {
  if (coding === rle24) return colours * 3;
  return coding === compression.RLE4 ? Math.ceil(colours / 2) : colours;
}

/**
 * Position after the end marker of run-length coded rows, or `end` when there is none before it. Pairs of count and
 * colour; after a count of 0 an escape: end of line, end of bitmap, a jump, or so many colours as they are.
 */
export async function findRunsEnd(
  source: ByteSource,
  start: number,
  end: number,
  coding: number,
): Promise<number> {
  const view = new ByteWindow(source);
  let position = start;
  while (position + 2 <= end) {
    const bytes = await view.at(position, 2);
    const stop = Math.min(bytes.length, end - position);
    let at = 0;
    for (; at + 2 <= stop; ) {
      const [count = 0, value = 0] = [bytes[at], bytes[at + 1]];
      // A colour of three bytes begins with the second one.
      at += count > 0 && coding === rle24 ? 4 : 2;
      if (count > 0 || value === 0) continue;
      if (value === 1) return position + at;
      const raw = rawLength(value, coding);
      at += value === 2 ? 2 : raw + (raw % 2);
    }
    position += at;
  }
  return end;
}

/** "BM", and an information header of a length that exists. */
export function isBitmap(head: Uint8Array): boolean {
  return startsWith(head, 'BM') && headerLengths.includes(head[14] ?? 0) && head[15] === 0 && head[16] === 0;
}
