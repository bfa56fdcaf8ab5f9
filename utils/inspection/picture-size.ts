import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { rangeSource } from '../bytes/range-source';
import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { fileHeader, headerLengths, readHeader } from '../metadata/bmp-structure';
import { readStructure as readGif } from '../metadata/gif-structure';
import { isFrameHeader, marker } from '../metadata/jpeg-marker';
import { findMarker, findSoi, maximumJunk } from '../metadata/jpeg-structure';
import { pngSignature } from '../metadata/png-structure';
import { headLength, signatureOf } from '../metadata/signatures';
import { readHeifPicture } from './heif-picture';
import { readJxlPicture } from './jxl-picture';
import type { Size } from './stored-picture';
import { readTiffPicture } from './tiff-picture';

/** How many pixels a picture has, by what its header says: known before anything is decoded. */

/** Of a decoded picture every pixel takes four bytes. */
const mostPixels = 100_000_000;

/** What is drawn on a canvas may not be longer, in Firefox. */
const longestSide = 32_767;

/** Whether a picture of this size is not to be decoded. */
export function isTooLarge({ width, height }: Size): boolean {
  return width * height > mostPixels || Math.max(width, height) > longestSide;
}

/** More segments than stand before any frame header. */
const maximumSegments = 20_000;

/** Segments may lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 12;

/** Windows icons: head and entry of the directory; more sizes than any icon has. */
const iconHead = 6;
const iconEntry = 16;
const maximumIcons = 256;

type Reader = (source: ByteSource) => Promise<Size | null>;

const readers: Readonly<Record<string, Reader>> = {
  jpeg: jpegSize,
  png: pngSize,
  gif: gifSize,
  webp: webpSize,
  bmp: (source) => bitmapSize(source, fileHeader),
  icon: iconSize,
  tiff: readTiffPicture,
  isobmff: readHeifPicture,
  'jpeg-xl': readJxlPicture,
};

/**
 * The size of a picture as it is stored, before it is turned.
 * @returns null when it is no such picture, or its header is broken
 */
export async function sizeOf(source: ByteSource): Promise<Size | null> {
  const head = await source.read(0, Math.min(headLength, source.size));
  // JPEG has no signature of its own there: it may stand behind junk.
  const format = signatureOf(head, source.size) ?? 'jpeg';
  const size = await readers[format]?.(source);
  return size ? sizeFrom(size.width, size.height) : null;
}

function sizeFrom(width: number | undefined, height: number | undefined): Size | null {
  return width && height ? { width, height } : null;
}

/** ITU-T T.81, B.2.2: in the frame header, which stands before the first scan. */
export async function jpegSize(source: ByteSource): Promise<Size | null> {
  const view = new ByteWindow(source, readLength);
  const soi = findSoi(await view.at(0, maximumJunk + 3));
  if (soi === null) return null;
  let position = soi + 2;
  for (let count = 0; count < maximumSegments; count++) {
    const at = await findMarker(view, position);
    if (at === null) return null;
    const head = await view.at(at, 9);
    const code = head[1] ?? 0;
    if (head.length < 9 || code === marker.SOS || code === marker.EOI || code === marker.SOI) return null;
    const fields = viewOf(head);
    if (isFrameHeader(code)) return sizeFrom(fields.getUint16(7), fields.getUint16(5));
    const isBare = code === marker.TEM || (code >= marker.RST0 && code <= marker.RST7);
    position = at + 2 + (isBare ? 0 : fields.getUint16(2));
  }
  return null;
}

/** W3C PNG, 11.2.1: the first chunk. */
async function pngSize(source: ByteSource): Promise<Size | null> {
  const head = await source.read(0, Math.min(24, source.size));
  if (head.length < 24 || !startsWith(head, pngSignature) || !startsWith(head, 'IHDR', 12)) return null;
  return sizeFrom(viewOf(head).getUint32(16), viewOf(head).getUint32(20));
}

/** GIF89a, sections 18 and 20: browsers make the screen as large as the first image, whatever it says. */
async function gifSize(source: ByteSource): Promise<Size | null> {
  const structure = await readGif(source);
  if (typeof structure === 'string') return null;
  const image = structure.blocks.find(({ kind }) => kind === 'image');
  if (!image) return null;
  const screen = viewOf(await source.read(0, 10));
  const own = viewOf(await source.read(image.start, image.start + 10));
  const number = (view: DataView, at: number) => view.getUint16(at, true);
  return sizeFrom(
    Math.max(number(screen, 6), number(own, 1) + number(own, 5)),
    Math.max(number(screen, 8), number(own, 3) + number(own, 7)),
  );
}

/** RFC 9649, 2.5 to 2.7, and RFC 6386, 9.1: in the first chunk, whichever it is. */
async function webpSize(source: ByteSource): Promise<Size | null> {
  const head = await source.read(0, Math.min(30, source.size));
  if (head.length < 30) return null;
  const fields = viewOf(head);
  const wide = (at: number) => fields.getUint16(at, true) + ((head[at + 2] ?? 0) << 16) + 1;
  switch (latin1Of(head.subarray(12, 16))) {
    case 'VP8X':
      return sizeFrom(wide(24), wide(27));
    case 'VP8L': {
      const bits = fields.getUint32(21, true);
      return sizeFrom((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8 ':
      return sizeFrom(fields.getUint16(26, true) & 0x3fff, fields.getUint16(28, true) & 0x3fff);
    default:
      return null;
  }
}

async function bitmapSize(source: ByteSource, at: number): Promise<Size | null> {
  const longest = Math.max(...headerLengths);
  const bitmap = readHeader(await source.read(at, Math.min(at + longest, source.size)));
  return typeof bitmap === 'string' ? null : sizeFrom(bitmap.width, bitmap.height);
}

/** The largest of its pictures: a bitmap with its mask, which doubles its height, or a PNG. */
async function iconSize(source: ByteSource): Promise<Size | null> {
  const directory = await source.read(0, Math.min(iconHead + maximumIcons * iconEntry, source.size));
  if (directory.length < iconHead) return null;
  const fields = viewOf(directory);
  const count = Math.min(fields.getUint16(4, true), maximumIcons);
  let largest: Size | null = null;
  for (
    let at = iconHead;
    at < iconHead + count * iconEntry && at + iconEntry <= directory.length;
    at += iconEntry
  ) {
    const start = fields.getUint32(at + 12, true);
    if (start >= source.size) continue;
    const inside = rangeSource(source, start, source.size);
    const size = (await pngSize(inside)) ?? (await bitmapSize(inside, 0));
    if (size && areaOf(size) > areaOf(largest)) largest = size;
  }
  return largest;
}

export function areaOf(size: Size | null): number {
  return size ? size.width * size.height : 0;
}
