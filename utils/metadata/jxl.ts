import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { withIdentifier } from './exif';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { type Box, boxesBetween } from './isobmff-box';
import { type Plan, planned } from './plan';
import { readValues, tidy } from './readable';
import { describeTrailer, trailerHead } from './trailer';
import { identifiedXmp } from './xmp';

/**
 * JPEG XL, ISO 18181-2. Nothing points from box to box, so boxes that go are left out. The orientation is in the
 * codestream; that of EXIF counts for nothing. With `jbrd` goes the way back to the very JPEG that a file was made of,
 * whose hidden data it holds; the picture does not change.
 *
 * A bare codestream has no room for metadata but the names of its frames and extra channels, which are entropy-coded
 * like the picture and stay.
 */

const codestream = '\xff\x0a';
const signature = '\0\0\0\x0cJXL \r\n\x87\n';

/** The boxes by which the picture is drawn: its level, its codestream, whole or in parts, an index, HDR. */
const needed: readonly string[] = ['JXL ', 'ftyp', 'jxll', 'jxlc', 'jxlp', 'jxli', 'jhgm'];
const once: readonly string[] = ['JXL ', 'ftyp', 'jxll', 'jxlc', 'jxli', 'jhgm'];

/** Brand, version, one compatible brand: what every writer writes. */
const brand = 'jxl ';
const fileTypeLength = 20;
const levelLength = 9;

/** 9.9 of part 2: the number of a part; its top bit marks the last one. */
const lastPart = 0x8000_0000;
const partNumber = 4;

/** Reads of box heads lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 14;

/** Of so many boxes the values are read, and of each so many bytes. */
const maximumRead = 16;
const longestRead = 1 << 20;

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const head = await source.read(0, Math.min(signature.length, source.size));
  if (startsWith(head, codestream)) {
    // A size and a header take some bytes at least.
    if (source.size < 8) return 'corrupt';
    return { pieces: [{ start: 0, end: source.size }], hidden: async () => [] };
  }
  // Also of what is one by its name only.
  if (!startsWith(head, signature)) return 'corrupt';
  const found = await boxesBetween(new ByteWindow(source, readLength), 0, source.size);
  if (!found) return 'too-large';
  const kept = found.boxes.filter(({ type }) => needed.includes(type));
  const dropped = found.boxes.filter(({ type }) => !needed.includes(type));
  const refusal = await check(kept, source);
  if (refusal) return refusal;
  return {
    pieces: kept.map(({ start, end }) => ({ start, end })),
    hidden: async () =>
      eachOnce([...(await describe(dropped, source)), ...(await describeTail(found.end, source))]),
  };
}

/** Whether the boxes make up one picture. */
async function check(boxes: readonly Box[], source: ByteSource): Promise<RefusalReason | null> {
  const types = boxes.map(({ type }) => type);
  const isDouble = once.some((type) => types.indexOf(type) !== types.lastIndexOf(type));
  const hasWhole = types.includes('jxlc');
  const parts = boxes.filter(({ type }) => type === 'jxlp');
  if (isDouble || types[1] !== 'ftyp' || hasWhole === parts.length > 0) return 'corrupt';
  for (const { type, start, end } of boxes) {
    if (type === 'jxll' && end - start !== levelLength) return 'corrupt';
    if (type !== 'ftyp') continue;
    const fileType = await source.read(start, end < start + fileTypeLength ? end : start + fileTypeLength);
    if (end - start !== fileTypeLength || !startsWith(fileType, brand, 8)) return 'unsupported';
    if (viewOf(fileType).getUint32(12) !== 0 || !startsWith(fileType, brand, 16)) return 'unsupported';
  }
  for (const [index, { data, end }] of parts.entries()) {
    if (end - data < partNumber) return 'corrupt';
    const number = viewOf(await source.read(data, data + partNumber)).getUint32(0);
    const isLast = number >= lastPart;
    // A file that is cut off has no last part, and is shown so far.
    if (number % lastPart !== index || (isLast && index !== parts.length - 1)) return 'corrupt';
  }
  return (await isCodestream(boxes, source)) ? null : 'corrupt';
}

/** Whether what is coded, whole or in parts, begins as a codestream does: of anything else nothing is drawn. */
async function isCodestream(boxes: readonly Box[], source: ByteSource): Promise<boolean> {
  let head = '';
  for (const { type, data, end } of boxes) {
    if (head.length >= codestream.length) break;
    if (type !== 'jxlc' && type !== 'jxlp') continue;
    const start = type === 'jxlp' ? data + partNumber : data;
    head += latin1Of(await source.read(start, Math.min(end, start + codestream.length)));
  }
  return head.startsWith(codestream);
}

async function describe(boxes: readonly Box[], source: ByteSource): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  for (const [index, box] of boxes.entries()) {
    const told = index < maximumRead ? await describeData(box, source) : null;
    items.push(...(told ?? [nameOf(await innerType(box, source), box.type)]));
  }
  return items;
}

/** 9.8: what a box that is compressed by Brotli holds. */
async function innerType({ type, data, end }: Box, source: ByteSource): Promise<string> {
  return type === 'brob' ? latin1Of(await source.read(data, Math.min(end, data + 4))) : type;
}

function nameOf(inner: string, type: string): HiddenData {
  if (inner === 'Exif') return hiddenItem('other', 'EXIF', type);
  if (inner === 'xml ') return hiddenItem('other', 'XMP', type);
  if (inner === 'jumb') return hiddenItem('edit-history', 'JUMBF', type);
  return hiddenItem('other', 'JPEG XL', tidy(type));
}

async function describeData(
  { type, data, end }: Box,
  source: ByteSource,
): Promise<readonly HiddenData[] | null> {
  if (type !== 'Exif' && type !== 'xml ') return null;
  const bytes = await source.read(data, Math.min(end, data + longestRead));
  if (type === 'xml ') return readValues(identifiedXmp(bytes));
  if (bytes.length < 8) return null;
  const at = 4 + viewOf(bytes).getUint32(0);
  return at < bytes.length ? readValues(withIdentifier(bytes.subarray(at))) : null;
}

async function describeTail(end: number, source: ByteSource): Promise<readonly HiddenData[]> {
  if (end >= source.size) return [];
  return [describeTrailer(await source.read(end, Math.min(end + trailerHead, source.size)))];
}

export const jxl: Container = planned(
  {
    name: 'jxl',
    types: ['image/jxl'],
    extensions: ['jxl'],
    matches: (head) => startsWith(head, codestream) || startsWith(head, signature),
  },
  planFor,
);
