import type { ByteSource } from '../bytes/byte-source';
import { crc32 } from '../bytes/crc32';
import { bytesOf, sameBytes, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { Piece, RefusalReason } from './clean-result';
import type { Container } from './container';
import { orientationLike } from './exif';
import { eachOnce, type HiddenData } from './hidden-data';
import { type Plan, planned } from './plan';
import { describeChunks, describeTail } from './png-hidden';
import { cleanIccp } from './png-profile';
import {
  type Chunk,
  chunkFrame,
  chunkHead,
  isCritical,
  type PngStructure,
  pngSignature,
  readStructure,
  runTypes,
} from './png-structure';
import { rawOrientation } from './png-text';

/**
 * PNG and APNG: W3C PNG (third edition).
 *
 * The coded picture and its frames are carried over byte for byte, bad CRCs and all; of the rest what colours,
 * transparency, density and the order of frames need, each in its place and of its length. The colour profile
 * loses its name, which may be that of a monitor; of EXIF only the orientation is written anew, also where it is
 * carried as a text. Every other chunk goes, wherever it stands, and whatever follows the end: old picture data too, that a crop left there.
 */

/** 4.3, 11.2: without these nothing is drawn. Any other critical chunk changes how all is to be read. */
const critical: readonly string[] = ['IHDR', 'PLTE', 'IDAT'];

/** Numbers of frames and of plays, in bytes. */
const controlLength = 8;

/** APNG (11.3.6); lengths are those of the data, in bytes. */
const animation: Readonly<Record<string, (length: number) => boolean>> = {
  acTL: (length) => length === controlLength,
  fcTL: (length) => length === 26,
  fdAT: (length) => length >= 4,
};

/**
 * What decoders draw by, before the first IDAT and once (5.6, 11.3); other lengths they ignore. Left out are sPLT
 * and hIST: nothing but advice for screens of few colours, and the former has a name.
 */
const drawing: Readonly<Record<string, (length: number) => boolean>> = {
  tRNS: (length) => length > 0 && length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  sBIT: (length) => length > 0 && length <= 4,
  cICP: (length) => length === 4,
  mDCV: (length) => length === 24,
  cLLI: (length) => length === 8,
  bKGD: (length) => [1, 2, 6].includes(length),
  pHYs: (length) => length === 9,
};

/** IHDR, 11.2.1: width, height, depth, colour type, compression, filter, interlace; in bytes. */
const headerLength = 13;
const depths: readonly number[] = [1, 2, 4, 8, 16];
const colourTypes: readonly number[] = [0, 2, 3, 4, 6];

/** Whether a decoder takes a header. */
function isHeader(data: Uint8Array): boolean {
  const [depth = 0, colour = 1, compression, filter, interlace = 2] = data.subarray(8);
  const isKnown = depths.includes(depth) && colourTypes.includes(colour);
  return isKnown && compression === 0 && filter === 0 && interlace <= 1;
}

/** Longer than any colour profile or EXIF, in bytes. */
const longestRead = 16 << 20;

const iendChunk = chunkBytes('IEND', new Uint8Array(0));

/** Texts stay only where they hold an orientation; a longer one is not looked into. */
const texts: readonly string[] = ['tEXt', 'zTXt', 'iTXt'];
const longestText = 1 << 20;
const rawProfile = 'raw profile';

interface Draft {
  readonly pieces: readonly Piece[];
  readonly dropped: readonly Chunk[];
  readonly removed: readonly HiddenData[];
  readonly structure: PngStructure;
}

function chunkBytes(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + chunkFrame);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(bytesOf(type), 4);
  bytes.set(data, chunkHead);
  view.setUint32(chunkHead + data.length, crc32(bytes.subarray(4, chunkHead + data.length)));
  return bytes;
}

/** With a wrong CRC decoders leave an ancillary chunk out (13.1). */
function hasRightCrc(bytes: Uint8Array): boolean {
  const crc = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(bytes.length - 4);
  return crc === crc32(bytes.subarray(4, -4));
}

/** Numbers of an animation: their CRC is of no more than them, whatever stands in its place. */
async function withRightCrc({ type, start, end }: Chunk, source: ByteSource): Promise<Piece> {
  const bytes = await source.read(start, end);
  return hasRightCrc(bytes) ? { start, end } : chunkBytes(type, bytes.slice(chunkHead, -4));
}

interface Reduced {
  readonly bytes: Uint8Array | null;
  /** What went, when it is known better than by the whole chunk. */
  readonly removed?: readonly HiddenData[];
}

/** What a chunk becomes: the same, smaller, or null for nothing. */
async function reduced(type: string, bytes: Uint8Array): Promise<Reduced> {
  const data = bytes.subarray(chunkHead, -4);
  if (type === 'iCCP') {
    const cleaned = await cleanIccp(data);
    return cleaned ? { bytes: chunkBytes(type, cleaned.data), removed: cleaned.removed } : { bytes: null };
  }
  if (texts.includes(type)) {
    const small = await rawOrientation(type, data);
    return { bytes: small && chunkBytes('tEXt', small) };
  }
  if (type !== 'eXIf') return { bytes };
  const small = orientationLike(data);
  return { bytes: small && chunkBytes(type, small) };
}

async function plan(structure: PngStructure, source: ByteSource): Promise<Draft | RefusalReason> {
  const { chunks, iend, isCut } = structure;
  const [first] = chunks;
  if (chunks.some(({ type }) => isCritical(type) && !critical.includes(type))) return 'unsupported';
  if (first?.type !== 'IHDR' || dataLength(first) !== headerLength) return 'corrupt';
  if (!isHeader(await source.read(first.start + chunkHead, first.start + chunkHead + headerLength)))
    return 'corrupt';
  const firstIdat = chunks.findIndex(({ type }) => type === 'IDAT');
  const control = await controlIn(chunks.slice(0, firstIdat), source);
  // The first one of a type that a decoder takes decides, whatever it says.
  const taken = new Set<string>();
  const dropped: Chunk[] = [];
  const removed: HiddenData[] = [];
  const pieces: Piece[] = [{ start: 0, end: pngSignature.length }];
  let isOpen = false;

  for (const [index, chunk] of chunks.entries()) {
    const { type, start, end } = chunk;
    if (type === 'IHDR' && index > 0) return 'corrupt';
    const moves = control !== null && isOfAnimation(chunk, control);
    if (moves && !animation[type]?.(dataLength(chunk))) return 'corrupt';
    if (critical.includes(type) || moves) {
      pieces.push(moves && type !== 'fdAT' ? await withRightCrc(chunk, source) : { start, end });
      isOpen = isCut && index === chunks.length - 1;
      continue;
    }
    const isText = texts.includes(type);
    const key = isText ? rawProfile : type;
    const looked = taken.has(key) || !mayStay(chunk, index < firstIdat) ? null : await lookAt(chunk, source);
    if (looked === 'too-large') return looked;
    // Any of the texts may be such a profile.
    if (looked && (looked.bytes || !isText)) taken.add(key);
    const { bytes, changed } = looked ?? { bytes: null, changed: true };
    if (bytes) pieces.push(changed ? bytes : { start, end });
    if (looked?.removed) removed.push(...looked.removed);
    else if (changed) dropped.push(chunk);
  }
  const whole = iend && iend.end - iend.start === chunkFrame;
  // Behind coded data that breaks off an end mark would be part of it; where that data went it is missed.
  if (!isOpen) pieces.push(whole ? { start: iend.start, end: iend.end } : iendChunk);
  if (iend && !whole) dropped.push(iend);
  return { pieces, dropped, removed, structure };
}

/**
 * 11.3.6.1: the control of an animation, before the picture. Without one that says how many frames there are nothing
 * moves: frames are never seen then.
 */
async function controlIn(chunks: readonly Chunk[], source: ByteSource): Promise<Chunk | null> {
  const control = chunks.find(({ type }) => type === 'acTL');
  if (!control || dataLength(control) !== controlLength) return null;
  const { start } = control;
  const frames = viewOf(await source.read(start + chunkHead, start + chunkHead + 4)).getUint32(0);
  return frames > 0 ? control : null;
}

/** Of several controls the first one counts. */
function isOfAnimation(chunk: Chunk, control: Chunk): boolean {
  return Object.hasOwn(animation, chunk.type) && (chunk.type !== 'acTL' || chunk === control);
}

/** EXIF may stand behind the picture too (11.3.4.5). */
function mayStay(chunk: Chunk, early: boolean): boolean {
  const { type } = chunk;
  if (type === 'eXIf' || (texts.includes(type) && dataLength(chunk) <= longestText)) return true;
  return early && (type === 'iCCP' || drawing[type]?.(dataLength(chunk)) === true);
}

/** A chunk that decoders would take, and what it becomes; null when they would not. */
async function lookAt({ type, start, end }: Chunk, source: ByteSource) {
  if (end - start > longestRead) return 'too-large';
  const original = await source.read(start, end);
  if (!hasRightCrc(original)) return null;
  const { bytes, removed } = await reduced(type, original);
  return { bytes, removed, changed: !bytes || !sameBytes(bytes, original) };
}

function dataLength({ start, end }: Chunk): number {
  return end - start - chunkFrame;
}

async function hiddenBy(draft: Draft, source: ByteSource): Promise<readonly HiddenData[]> {
  const { dropped, removed, structure } = draft;
  const { end } = structure;
  return eachOnce([
    ...(await describeChunks(dropped, source)),
    ...removed,
    ...(end < source.size ? [await describeTail(end, source)] : []),
  ]);
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const made = await plan(structure, source);
  if (typeof made === 'string') return made;
  const coded = structure.chunks.filter(({ type }) => runTypes.includes(type));
  return { pieces: made.pieces, coded, hidden: () => hiddenBy(made, source) };
}

export const png: Container = planned(
  {
    name: 'png',
    types: ['image/png', 'image/apng', 'image/vnd.mozilla.apng', 'image/x-png'],
    extensions: ['png', 'apng'],
    matches: (head) => startsWith(head, pngSignature),
  },
  planFor,
);
