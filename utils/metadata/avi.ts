import type { ByteSource } from '../bytes/byte-source';
import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { describeNotes } from './avi-hidden';
import { cleanIndex, cleanStreamIndex } from './avi-index';
import { walkMovi } from './avi-movi';
import {
  after,
  blank,
  blankBehind,
  blankOf,
  type Chunk,
  chunkAt,
  chunkHead,
  type Draft,
  draftOf,
  drop,
  listHead,
  type Stream,
} from './avi-structure';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { piecesWith } from './in-place';
import { type Plan, planned } from './plan';

/**
 * AVI: Microsoft's AVI RIFF File Reference; OpenDML AVI File Format Extensions.
 *
 * Everything is cleaned where it stands, since indexes point across the file: what goes becomes JUNK of zeros of the
 * same length. Frames and sound are carried over byte for byte.
 */

/** MainAVIHeader, AVIStreamHeader and the one field of `dmlh` that is not reserved, in bytes. */
const mainHeaderLength = 56;
const streamHeaderLength = 56;
const extendedHeaderLength = 4;

const compressionAt = 16;

/** By fccType (AVIStreamHeader): video, sound, DV with both. */
const shown: ReadonlySet<string> = new Set(['vids', 'auds', 'iavs']);

/** By fccHandler: subtitles of DivX, which say that they are video. */
const subtitles: ReadonlySet<string> = new Set(['DXSB', 'DXSA']);

/** Streams are counted in two digits. */
const maximumStreams = 100;

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const draft = draftOf(source);
  const refused = await walkFile(draft);
  if (refused) return refused;
  return { pieces: piecesWith(draft.edits, draft.end), hidden: () => describeNotes(draft) };
}

async function walkFile(draft: Draft): Promise<RefusalReason | null> {
  const { size } = draft.source;
  let pictures = 0;
  let at = 0;
  while (at + chunkHead <= size) {
    const riff = await chunkAt(draft, at);
    const wanted = at === 0 ? 'AVI ' : 'AVIX';
    if (riff === 'too-large') return riff;
    if (typeof riff === 'string' || riff.type !== 'RIFF' || riff.list !== wanted) break;
    const walked = await walkRiff(draft, riff);
    if (typeof walked === 'string') return walked;
    pictures += walked.movis;
    at = walked.at;
  }
  if (pictures === 0) return 'corrupt';
  draft.end = Math.min(draft.end, at);
  return null;
}

/** Goes through the chunks of a RIFF. A length of zero, or beyond the file, is that of a recording that broke off. */
async function walkRiff(
  draft: Draft,
  riff: Chunk,
): Promise<{ readonly at: number; readonly movis: number } | RefusalReason> {
  const { size } = draft.source;
  const open = riff.end > size || riff.end <= riff.dataStart;
  const end = open ? size : riff.end;
  let movis = 0;
  let indexes = 0;
  let at = riff.dataStart;
  while (at + chunkHead <= size) {
    const chunk = await chunkAt(draft, at);
    if (chunk === 'too-large') return chunk;
    if (typeof chunk === 'string') {
      if (movis === 0 || (!open && at < end)) return chunk;
      return { at, movis };
    }
    // The length of a RIFF may be too short for its index.
    if (chunk.type === 'RIFF' || (at >= end && chunk.type !== 'idx1')) return { at, movis };
    if (chunk.list === 'movi' && !draft.streams.some(({ kept }) => kept)) return 'corrupt';
    let next: number | RefusalReason | null;
    if (chunk.list === 'movi') next = await walkMovi(draft, chunk);
    else if (chunk.type === 'idx1' && movis > indexes) next = await walkIndex(draft, chunk, end);
    else next = await walkTop(draft, chunk);
    if (typeof next === 'string') return next;
    if (chunk.list === 'movi') movis++;
    if (chunk.type === 'idx1') indexes++;
    at = next ?? after(chunk);
  }
  await blank(draft, at, Math.min(end, size));
  return { at: Math.min(Math.max(at, end), size), movis };
}

/** The index of the `movi` before it. One that is too long ends where another RIFF begins. */
async function walkIndex(draft: Draft, index: Chunk, riffEnd: number): Promise<number> {
  const isOver = index.start < riffEnd && index.end > riffEnd && riffEnd + listHead <= draft.source.size;
  const following = isOver ? await chunkAt(draft, riffEnd) : null;
  const isCut = following !== null && typeof following !== 'string' && following.list === 'AVIX';
  await cleanIndex(draft, index, isCut ? riffEnd : after(index));
  return isCut ? riffEnd : after(index);
}

async function walkTop(draft: Draft, chunk: Chunk): Promise<RefusalReason | null> {
  if (chunk.list !== 'hdrl') {
    await drop(draft, chunk);
    return null;
  }
  if (draft.streams.length > 0) return 'unsupported';
  return walkList(draft, chunk, async (child) => {
    if (child.type === 'avih') await blankBehind(draft, child, mainHeaderLength);
    else if (child.list === 'strl') return walkStream(draft, child);
    else if (child.list === 'odml')
      return walkList(draft, child, (grandchild) => walkExtended(draft, grandchild));
    else await drop(draft, child);
    return null;
  });
}

async function walkExtended(draft: Draft, chunk: Chunk): Promise<null> {
  if (chunk.type === 'dmlh') await blankBehind(draft, chunk, extendedHeaderLength);
  else await drop(draft, chunk);
  return null;
}

/** Goes through a list of headers, all of which must be there. */
async function walkList(
  draft: Draft,
  list: Chunk,
  seeTo: (chunk: Chunk) => Promise<RefusalReason | null>,
): Promise<RefusalReason | null> {
  if (list.end > draft.source.size || list.end < list.dataStart) return 'corrupt';
  let at = list.dataStart;
  while (at + chunkHead <= list.end) {
    const chunk = await chunkAt(draft, at);
    if (typeof chunk === 'string') return chunk;
    if (chunk.end > list.end) return 'corrupt';
    const refused = await seeTo(chunk);
    if (refused) return refused;
    at = after(chunk);
  }
  await blank(draft, at, list.end);
  return null;
}

/** A stream that goes keeps its place, since streams are counted; of its format nothing is left. */
async function walkStream(draft: Draft, list: Chunk): Promise<RefusalReason | null> {
  if (draft.streams.length === maximumStreams) return 'too-large';
  let stream: Stream | null = null;
  const refused = await walkList(draft, list, async (chunk) => {
    if (chunk.type === 'strh') {
      stream = stream ? null : await readStream(draft, chunk);
      if (!stream) return 'corrupt';
      draft.streams.push(stream);
      await blankBehind(draft, chunk, streamHeaderLength);
    } else if (chunk.type === 'strf') {
      if (!stream) return 'corrupt';
      if (!stream.kept) await blankOf(draft, chunk, stream);
      stream.isRaw = await isRaw(draft, chunk);
    } else if (chunk.type === 'indx') await cleanStreamIndex(draft, chunk);
    else if (!(chunk.type === 'vprp' && stream?.kept)) await drop(draft, chunk);
    return null;
  });
  return refused ?? (stream ? null : 'corrupt');
}

async function readStream(draft: Draft, header: Chunk): Promise<Stream | null> {
  const types = latin1Of(
    await draft.source.read(header.dataStart, Math.min(header.dataStart + 8, header.end)),
  );
  const type = types.slice(0, 4);
  if (types.length < 8) return null;
  return { type, kept: shown.has(type) && !subtitles.has(types.slice(4)), isRaw: false };
}

/** BITMAPINFOHEADER: BI_RGB, BI_RLE8, BI_RLE4 and BI_BITFIELDS, in its field of compression. */
async function isRaw({ source }: Draft, { dataStart, end }: Chunk): Promise<boolean> {
  const field = await source.read(dataStart + compressionAt, Math.min(dataStart + compressionAt + 4, end));
  return field.length === 4 && viewOf(field).getUint32(0, true) <= 3;
}

export const avi: Container = planned(
  {
    name: 'avi',
    types: ['video/x-msvideo', 'video/avi', 'video/msvideo', 'video/vnd.avi'],
    extensions: ['avi', 'divx'],
    matches: (head) => startsWith(head, 'RIFF') && startsWith(head, 'AVI ', 8),
  },
  planFor,
);
