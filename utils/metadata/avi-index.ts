import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { after, blank, type Chunk, type Draft, drop, note } from './avi-structure';

/**
 * The indexes of an AVI: `idx1` of the AVI RIFF File Reference, and those of OpenDML, 3.0, in a stream's headers and in
 * `movi`. What is in none of their entries, and entries that point out of the file, are blanked: no player follows them.
 */

/** Two digits for the stream, two letters for what it is; OpenDML's indexes; a list of chunks. */
const indexed = /^(?:[0-9]{2}[\x20-\x7e]{2}|ix[0-9]{2}|rec )$/;

/** Type, flags, offset, size. */
const entryLength = 16;

/** Longs in an entry, kind, type, entries in use, chunk; then eight bytes of base and four reserved, or all reserved. */
const headLength = 24;
const superIndex = 0;
const chunkIndex = 1;

/** Entries are read so many bytes at a time: a multiple of the length of every kind. */
const blockLength = 3 << 14;

/** Whether an entry points into the file, or is blank. */
type Test = (entry: DataView) => boolean;

/** Blanks what of an `idx1` is no entry. */
export async function cleanIndex(draft: Draft, chunk: Chunk, end: number): Promise<void> {
  const { size } = draft.source;
  const isEntry: Test = (entry) => {
    const type = latin1Of(new Uint8Array(entry.buffer, entry.byteOffset, 4));
    return indexed.test(type) && entry.getUint32(8, true) <= size && entry.getUint32(12, true) <= size;
  };
  const from = chunk.dataStart;
  const whole = from + Math.floor((Math.min(end, size) - from) / entryLength) * entryLength;
  const hasGone = await blankEntries(draft, from, whole, entryLength, isEntry);
  if ((await blank(draft, whole, end)) || hasGone) note(draft, chunk);
}

/** The same with an index of OpenDML; one that is none goes. */
export async function cleanStreamIndex(draft: Draft, chunk: Chunk): Promise<void> {
  const { size } = draft.source;
  const { dataStart, end } = chunk;
  const head = viewOf(await draft.source.read(dataStart, Math.min(dataStart + headLength, end, size)));
  const kind = head.byteLength === headLength ? head.getUint8(3) : null;
  const length = kind === null ? 0 : head.getUint16(0, true) * 4;
  const base = kind === chunkIndex ? Number(head.getBigUint64(12, true)) : 0;
  const isWhole =
    (kind === superIndex && length === 16) ||
    (kind === chunkIndex && [8, 12].includes(length) && base <= size);
  if (!isWhole) {
    if (!(await isBlankAlready(draft, dataStart, end))) await drop(draft, chunk);
    return;
  }
  const isEntry: Test = (entry) =>
    kind === superIndex
      ? Number(entry.getBigUint64(0, true)) + entry.getUint32(8, true) <= size
      : base + entry.getUint32(0, true) + (entry.getUint32(4, true) & 0x7fffffff) <= size;
  const from = dataStart + headLength;
  const used = Math.min(head.getUint32(4, true), Math.floor((Math.min(end, size) - from) / length));
  const reserved = kind === superIndex ? 12 : 20;
  const gone = [
    await blank(draft, dataStart + reserved, from),
    await blankEntries(draft, from, from + used * length, length, isEntry),
    await blank(draft, from + used * length, after(chunk)),
  ];
  if (gone.includes(true)) note(draft, chunk);
}

async function isBlankAlready({ source }: Draft, start: number, end: number): Promise<boolean> {
  const bytes = await source.read(start, Math.min(end, start + headLength));
  return end - start <= headLength && bytes.every((byte) => byte === 0);
}

/** Zeros the entries that are none, those side by side at once; whether there were any. */
async function blankEntries(
  draft: Draft,
  from: number,
  to: number,
  length: number,
  isEntry: Test,
): Promise<boolean> {
  let start: number | null = null;
  let hasGone = false;
  for (let at = from; at < to; at += blockLength) {
    const bytes = await draft.source.read(at, Math.min(to, at + blockLength));
    for (let inside = 0; inside + length <= bytes.length; inside += length) {
      const entry = bytes.subarray(inside, inside + length);
      const goes = !isEntry(viewOf(entry));
      if (goes && start === null) start = at + inside;
      if (goes || start === null) continue;
      hasGone = (await blank(draft, start, at + inside)) || hasGone;
      start = null;
    }
  }
  return (start !== null && (await blank(draft, start, to))) || hasGone;
}
