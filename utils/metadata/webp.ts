import type { ByteSource } from '../bytes/byte-source';
import { bytesOf, startsWith } from '../bytes/text';
import type { Piece, RefusalReason } from './clean-result';
import type { Container } from './container';
import { orientationLike } from './exif';
import { eachOnce, type HiddenData } from './hidden-data';
import { cleanProfile } from './icc';
import { lengthOfAll } from './pieces';
import { type Plan, planned } from './plan';
import { describeTrailer, trailerHead } from './trailer';
import { describeChunks } from './webp-hidden';
import {
  type Chunk,
  chunkHead,
  type Frame,
  frameHead,
  isFrame,
  readStructure,
  type WebpStructure,
} from './webp-structure';

/**
 * WebP: RFC 9649.
 *
 * The coded picture, its alpha, its frames and their timing are carried over byte for byte, and the colour
 * profile. Of EXIF only the orientation is written anew. Every other chunk goes, also inside a frame, and
 * whatever follows the length that RIFF gives; the flags of VP8X and the lengths are written to fit.
 */

/** VP8X (2.7.1): one byte of flags, three reserved ones, the canvas' width and height. */
const extendedLength = 10;
const flags = { icc: 0x20, alpha: 0x10, exif: 0x08, animation: 0x02 } as const;

/** ANIM (2.7.1.1): background colour, loop count. */
const animLength = 6;

/** Longer than any EXIF or colour profile, in bytes. */
const longestPayload = 16 << 20;

/** RFC 9649, 2.3: what the length of a RIFF can say, in bytes. */
const longestRiff = 2 ** 32 - 10;

const pictures: readonly string[] = ['VP8 ', 'VP8L'];

interface Draft {
  readonly pieces: readonly Piece[];
  readonly dropped: readonly Chunk[];
  readonly removed: readonly HiddenData[];
  readonly structure: WebpStructure;
}

/**
 * A chunk's parts as they are written: head, data, padding.
 * @param missing what its length promises besides, of a file that breaks off, in bytes: nothing can follow it
 */
function chunkPieces(type: string, data: readonly Piece[], missing = 0): readonly Piece[] {
  const length = lengthOfAll(data);
  const isPadded = missing === 0 && length % 2 === 1;
  return [headBytes(type, length + missing), ...data, ...(isPadded ? [new Uint8Array(1)] : [])];
}

function headBytes(type: string, length: number): Uint8Array {
  const bytes = new Uint8Array(chunkHead);
  bytes.set(bytesOf(type));
  new DataView(bytes.buffer).setUint32(4, length, true);
  return bytes;
}

function dataOf({ start, end }: Chunk): { start: number; end: number } {
  return { start: start + chunkHead, end };
}

function carried(chunk: Chunk): readonly Piece[] {
  return chunkPieces(chunk.type, [dataOf(chunk)], chunk.missing);
}

/** What a chunk's length promises behind the end of the file, its padding included. */
function missingOf(chunk: Chunk | undefined): number {
  if (!chunk || chunk.missing === 0) return 0;
  return chunk.missing + ((chunk.end - chunk.start + chunk.missing) % 2);
}

/** Alpha and picture of a still or of one frame, each once, alpha first; readers skip all else. Null: nothing is drawn. */
function pictureChunks(chunks: readonly Chunk[]): readonly Chunk[] | null {
  const at = chunks.findIndex(({ type }) => pictures.includes(type));
  const picture = chunks[at];
  if (!picture) return null;
  const alpha = picture.type === 'VP8 ' && chunks.slice(0, at).find(({ type }) => type === 'ALPH');
  const kept = alpha ? [alpha, picture] : [picture];
  return kept.every(({ isTaken }) => isTaken) ? kept : null;
}

async function plan(structure: WebpStructure, source: ByteSource): Promise<Draft | RefusalReason> {
  const { chunks } = structure;
  const [first] = chunks;
  if (!first) return 'corrupt';
  const made = first.type === 'VP8X' ? await planExtended(structure, source) : planSimple(first);
  if (typeof made === 'string') return made;
  const kept = new Set(made.kept);
  const all = chunks.flatMap((chunk) => (isFrame(chunk) ? [chunk, ...chunk.chunks] : [chunk]));
  const length = 4 + lengthOfAll(made.pieces) + made.missing;
  if (length > longestRiff) return 'corrupt';
  const pieces = [headBytes('RIFF', length), bytesOf('WEBP'), ...made.pieces];
  const dropped = all.filter((chunk) => !kept.has(chunk));
  return { pieces, dropped, removed: made.removed ?? [], structure };
}

interface Selection {
  readonly pieces: readonly Piece[];
  readonly kept: readonly Chunk[];
  /** What the last one promises behind the end of a file that breaks off, in bytes. */
  readonly missing: number;
  /** Of the colour profile. */
  readonly removed?: readonly HiddenData[];
}

/** Without VP8X there is one picture and nothing else (2.5, 2.6). */
function planSimple(first: Chunk): Selection | RefusalReason {
  if (!pictures.includes(first.type) || !first.isTaken) return 'corrupt';
  return { pieces: carried(first), kept: [first], missing: missingOf(first) };
}

async function planExtended(
  { chunks }: WebpStructure,
  source: ByteSource,
): Promise<Selection | RefusalReason> {
  const [extended, ...rest] = chunks;
  if (!extended) return 'corrupt';
  const { start, end } = dataOf(extended);
  const header = (
    await source.read(start, end > start + extendedLength ? start + extendedLength : end)
  ).slice();
  if (header.length < extendedLength) return 'corrupt';
  const flagged = header[0] ?? 0;
  const body = flagged & flags.animation ? animationOf(rest) : stillOf(rest);
  if (typeof body === 'string') return body;
  const firstPicture = rest.findIndex((chunk) => body.kept.includes(chunk));
  const profile = rest.slice(0, firstPicture).find(({ type }) => type === 'ICCP');
  const icc = flagged & flags.icc && profile ? await readProfile(profile, source) : null;
  if (icc === 'too-large') return icc;
  // Behind a picture that breaks off nothing can follow.
  const exif = body.missing > 0 ? null : await readExif(rest, source);
  if (exif === 'too-large') return exif;
  header[0] =
    flagged & ((icc ? flags.icc : 0) | flags.alpha | flags.animation | (exif?.small ? flags.exif : 0));
  header.fill(0, 1, 4);
  return {
    pieces: [
      ...chunkPieces('VP8X', [header]),
      ...(icc ? chunkPieces('ICCP', [icc.profile]) : []),
      ...body.pieces,
      ...(exif?.small ? chunkPieces('EXIF', [exif.small]) : []),
    ],
    kept: [extended, ...(icc ? [icc.chunk] : []), ...body.kept, ...(exif?.same ? [exif.chunk] : [])],
    missing: body.missing,
    removed: icc?.removed ?? [],
  };
}

function stillOf(chunks: readonly Chunk[]): Selection | RefusalReason {
  const kept = pictureChunks(chunks);
  return kept ? { pieces: kept.flatMap(carried), kept, missing: missingOf(kept.at(-1)) } : 'corrupt';
}

function animationOf(chunks: readonly Chunk[]): Selection | RefusalReason {
  const anim = chunks.find(({ type }) => type === 'ANIM');
  const frames = chunks.filter(isFrame);
  if (!anim || frames.length === 0) return 'corrupt';
  const { start, end } = dataOf(anim);
  if (end - start < animLength) return 'corrupt';
  const made = frames.map(frameOf);
  // Of a frame that breaks off before its picture, or within the head of that, nothing is shown.
  if (made.some((frame, index) => frame === null && frames[index]?.missing === 0)) return 'corrupt';
  const whole = made.filter((frame) => frame !== null);
  if (whole.length === 0) return 'corrupt';
  return {
    pieces: [
      ...chunkPieces('ANIM', [{ start, end: start + animLength }]),
      ...whole.flatMap(({ pieces }) => pieces),
    ],
    kept: [anim, ...frames, ...whole.flatMap(({ kept }) => kept)],
    missing: whole.at(-1)?.missing ?? 0,
  };
}

function frameOf(frame: Frame): Selection | null {
  const kept = pictureChunks(frame.chunks);
  if (!kept) return null;
  const { start } = dataOf(frame);
  const data = [{ start, end: start + frameHead }, ...kept.flatMap(carried)];
  const missing = missingOf(kept.at(-1));
  return { pieces: chunkPieces('ANMF', data, missing), kept, missing };
}

/** The colour profile, cleaned; null when no reader would take it. */
async function readProfile(chunk: Chunk, source: ByteSource) {
  const { start, end } = dataOf(chunk);
  if (end - start > longestPayload) return 'too-large';
  const cleaned = cleanProfile(await source.read(start, end));
  return cleaned && { chunk, ...cleaned };
}

/** The first EXIF chunk, which readers take, and its orientation alone. */
async function readExif(chunks: readonly Chunk[], source: ByteSource) {
  const chunk = chunks.find(({ type }) => type === 'EXIF');
  if (!chunk) return null;
  const { start, end } = dataOf(chunk);
  if (end - start > longestPayload) return 'too-large';
  const data = await source.read(start, end);
  const small = orientationLike(data);
  return { chunk, small, same: small !== null && small.length === data.length };
}

async function hiddenBy(
  { dropped, removed, structure }: Draft,
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const { end } = structure;
  const tail = await source.read(end, Math.min(end + trailerHead, source.size));
  return eachOnce([
    ...(await describeChunks(dropped, source)),
    ...removed,
    ...(tail.length > 0 ? [describeTrailer(tail)] : []),
  ]);
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const made = await plan(structure, source);
  return typeof made === 'string' ? made : { pieces: made.pieces, hidden: () => hiddenBy(made, source) };
}

export const webp: Container = planned(
  {
    name: 'webp',
    types: ['image/webp'],
    extensions: ['webp'],
    matches: (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8),
  },
  planFor,
);
