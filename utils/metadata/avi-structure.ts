import type { ByteSource } from '../bytes/byte-source';
import { SparseWindow } from '../bytes/sparse-window';
import { bytesOf, latin1Of } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import type { Edit } from './in-place';
import { MotionJpeg } from './motion-jpeg';
import { isZero } from './pieces';

/**
 * AVI: Microsoft's AVI RIFF File Reference, and the OpenDML extensions for files of more than one RIFF. A chunk is a
 * four-letter type, a length, data, and a byte of padding after data of odd length; a LIST has a type of its own and
 * holds chunks.
 */

/** Type and length before the data, in bytes; a RIFF or LIST has its own type after them. */
export const chunkHead = 8;
export const listHead = 12;

export interface Chunk {
  readonly type: string;
  /** Of a RIFF or LIST, its own type; else empty. */
  readonly list: string;
  readonly start: number;
  readonly dataStart: number;
  /** Position after its data; the padding is left out. */
  readonly end: number;
}

/** A stream by its `strh`: what it is, and whether it stays. */
export interface Stream {
  readonly type: string;
  readonly kept: boolean;
  /** Whether its frames are samples without any coding: what looks like a picture of its own among them is none. */
  isRaw: boolean;
}

/** A thing that goes, to be told of. */
export interface Note {
  readonly type: string;
  readonly list: string;
  /** Of the chunk of a stream that goes: what that is. */
  readonly stream?: string;
  readonly dataStart: number;
  readonly end: number;
}

export interface Draft {
  readonly source: ByteSource;
  readonly view: SparseWindow;
  readonly edits: Edit[];
  readonly notes: Note[];
  readonly streams: Stream[];
  readonly frames: MotionJpeg;
  readonly alike: Map<string, number>;
  chunks: number;
  /** Where the file ends afterwards. */
  end: number;
}

/** More chunks than a day of video has; more edits, and more things to tell of, than any has. */
const maximumChunks = 20_000_000;
const maximumEdits = 250_000;
const maximumNotes = 200;

/** Of chunks of one type so many are told of. */
const maximumAlike = 4;

/** Shorter stretches are looked at in passing, in bytes. */
const shortStretch = 1 << 10;

export function draftOf(source: ByteSource): Draft {
  const view = new SparseWindow(source);
  const edits: Edit[] = [];
  return {
    source,
    view,
    edits,
    notes: [],
    streams: [],
    frames: new MotionJpeg(source, view, edits),
    alike: new Map(),
    chunks: 0,
    end: source.size,
  };
}

/** The chunk at a position; 'corrupt' when nothing there can be one, whatever its length. */
export async function chunkAt(draft: Draft, position: number): Promise<Chunk | RefusalReason> {
  if (++draft.chunks > maximumChunks || draft.edits.length > maximumEdits) return 'too-large';
  const head = await draft.view.at(position, listHead);
  if (head.length < chunkHead) return 'corrupt';
  const type = latin1Of(head.subarray(0, 4));
  if (!/^[\x20-\x7e]{4}$/.test(type)) return 'corrupt';
  const isList = type === 'RIFF' || type === 'LIST';
  const list = isList ? latin1Of(head.subarray(chunkHead, listHead)) : '';
  if (isList && list.length < 4) return 'corrupt';
  const length = new DataView(head.buffer, head.byteOffset).getUint32(4, true);
  const dataStart = position + (isList ? listHead : chunkHead);
  return { type, list, start: position, dataStart, end: position + chunkHead + length };
}

/** Where the next chunk begins. */
export function after({ start, end }: Chunk): number {
  return end + ((end - start) % 2);
}

export function note(draft: Draft, { type, list, stream, dataStart, end }: Note): void {
  const key = `${type}${list}${stream}`;
  const alike = draft.alike.get(key) ?? 0;
  if (alike >= maximumAlike || draft.notes.length >= maximumNotes) return;
  draft.alike.set(key, alike + 1);
  draft.notes.push({ type, list, ...(stream ? { stream } : {}), dataStart, end });
}

/** Zeros the bytes between two positions, where they are not zero already; whether they were not. */
export async function blank(draft: Draft, start: number, end: number): Promise<boolean> {
  const to = Math.min(end, draft.source.size);
  if (to <= start || (await isBlank(draft, start, to))) return false;
  draft.edits.push({ start, end: to, bytes: new Uint8Array(0) });
  return true;
}

async function isBlank(draft: Draft, start: number, end: number): Promise<boolean> {
  if (end - start > shortStretch) return isZero(draft.source, start, end);
  const bytes = await draft.view.at(start, end - start);
  return bytes.subarray(0, end - start).every((byte) => byte === 0);
}

/** Makes a chunk JUNK of the same length, its padding included; what is JUNK already is blanked. */
export async function drop(draft: Draft, chunk: Chunk): Promise<void> {
  const data = chunk.start + chunkHead;
  if (chunk.type === 'JUNK') {
    if (await blank(draft, data, after(chunk))) note(draft, chunk);
    return;
  }
  const head = (await draft.view.at(chunk.start, chunkHead)).slice(0, chunkHead);
  head.set(bytesOf('JUNK'));
  draft.edits.push({ start: chunk.start, end: Math.min(after(chunk), draft.source.size), bytes: head });
  note(draft, chunk);
}

/** Zeros what a chunk of a stream that goes holds; it keeps its name and place, since streams and chunks are counted. */
export async function blankOf(draft: Draft, chunk: Chunk, { type }: Stream): Promise<void> {
  if (await blank(draft, chunk.dataStart, after(chunk))) note(draft, { ...chunk, stream: type });
}

/** Zeros what a chunk holds behind so many bytes of data. */
export async function blankBehind(draft: Draft, chunk: Chunk, length: number): Promise<void> {
  const start = Math.min(chunk.dataStart + length, chunk.end);
  if (await blank(draft, start, after(chunk))) note(draft, chunk);
}
