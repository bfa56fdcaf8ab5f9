import type { ByteSource } from '../bytes/byte-source';
import { SparseWindow } from '../bytes/sparse-window';
import type { Range, RefusalReason } from './clean-result';
import { crc32Id, type Element, longestHead, readHead, voidHead, voidId } from './ebml';
import type { Edit } from './in-place';
import type { Rule, Schema } from './matroska-structure';
import { MotionJpeg } from './motion-jpeg';
import { isZero } from './pieces';

/** How the elements of a Matroska file are gone through, and what is noted on the way. */

/** More elements than a day of video has; more edits, and more things to tell of, than any has. */
const maximumElements = 20_000_000;
const maximumEdits = 250_000;
const maximumNotes = 1000;

/** Of elements of one kind so many are told of; the rest goes untold. */
const maximumAlike = 16;

/** Deeper than any element of the schema stands. */
const maximumDepth = 8;

/** A number is not longer, in bytes (RFC 8794, 7). */
const longestNumber = 8;

/** An element that goes, to be told of. */
export interface Note {
  readonly id: number;
  readonly dataStart: number;
  readonly end: number;
}

export interface Draft {
  readonly source: ByteSource;
  readonly view: SparseWindow;
  readonly edits: Edit[];
  readonly notes: Note[];
  /** Clusters of which nothing goes. */
  readonly coded: Range[];
  readonly frames: MotionJpeg;
  /** How many notes there are of each ID. */
  readonly alike: Map<number, number>;
  elements: number;
  /** Where the file ends afterwards. */
  end: number;
}

export function draftOf(source: ByteSource): Draft {
  const view = new SparseWindow(source);
  const edits: Edit[] = [];
  return {
    source,
    view,
    edits,
    notes: [],
    coded: [],
    frames: new MotionJpeg(source, view, edits),
    alike: new Map(),
    elements: 0,
    end: source.size,
  };
}

/** Whether more was found than is held in memory. */
export function isTooMuch(draft: Draft): boolean {
  return draft.elements > maximumElements || draft.edits.length > maximumEdits;
}

/** The head of the element at a position; null when there is none. */
export async function headAt(draft: Draft, position: number): Promise<Element | null> {
  draft.elements++;
  return readHead(await draft.view.at(position, longestHead), position);
}

/** The element at a position, which must end within its parent. */
export async function elementAt(
  draft: Draft,
  position: number,
  limit: number,
): Promise<Element | RefusalReason> {
  if (isTooMuch(draft)) return 'too-large';
  const element = await headAt(draft, position);
  return element && element.end <= limit ? element : 'corrupt';
}

/** Elements side by side, at most so many. */
export async function elementsBetween(
  draft: Draft,
  { dataStart, end }: Pick<Element, 'dataStart' | 'end'>,
  limit: number,
): Promise<readonly Element[] | RefusalReason> {
  const elements: Element[] = [];
  for (let at = dataStart; at < end; ) {
    if (elements.length === limit) return 'too-large';
    const element = await elementAt(draft, at, end);
    if (typeof element === 'string') return element;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** So much is read along with the heads, in bytes. */
const shortData = 64;

/** The first bytes of an element's data, at most so many. */
export async function readData(
  draft: Draft,
  { dataStart, end }: Pick<Note, 'dataStart' | 'end'>,
  limit: number,
): Promise<Uint8Array> {
  const length = Math.min(end - dataStart, limit);
  if (length > shortData) return draft.source.read(dataStart, dataStart + length);
  return (await draft.view.at(dataStart, length)).subarray(0, length);
}

export function note(draft: Draft, { id, dataStart, end }: Note): void {
  const alike = draft.alike.get(id) ?? 0;
  if (alike >= maximumAlike || draft.notes.length >= maximumNotes) return;
  draft.alike.set(id, alike + 1);
  draft.notes.push({ id, dataStart, end });
}

/** Makes an element a Void of the same length. */
export function voidOut(draft: Draft, { start, end }: Element): void {
  draft.edits.push({ start, end, bytes: voidHead(end - start) });
}

/** Makes an element a Void, and notes it. */
export function drop(draft: Draft, element: Element): void {
  voidOut(draft, element);
  note(draft, element);
}

/** Zeros the data of an element, where they are not zero already. */
export async function blank(draft: Draft, element: Element): Promise<void> {
  const { dataStart, end } = element;
  if (await isBlank(draft, dataStart, end)) return;
  draft.edits.push({ start: dataStart, end, bytes: new Uint8Array(0) });
  note(draft, element);
}

async function isBlank(draft: Draft, start: number, end: number): Promise<boolean> {
  if (end - start > 1 << 10) return isZero(draft.source, start, end);
  const bytes = await draft.view.at(start, end - start);
  return bytes.subarray(0, end - start).every((byte) => byte === 0);
}

/** What becomes of one child of a master: a refusal, nothing more, or undefined when the schema is to see to it. */
export type Handler = (
  element: Element,
) => Promise<RefusalReason | null | undefined> | RefusalReason | null | undefined;

/**
 * Goes through the children of an element.
 * @param handle sees to some children itself
 */
export async function walk(
  draft: Draft,
  parent: Pick<Element, 'dataStart' | 'end'>,
  schema: Schema,
  handle: Handler = () => undefined,
  depth = 0,
): Promise<RefusalReason | null> {
  if (depth > maximumDepth) return 'corrupt';
  const mark = draft.edits.length;
  let checksum: Element | null = null;
  for (let at = parent.dataStart; at < parent.end; ) {
    const element = await elementAt(draft, at, parent.end);
    if (typeof element === 'string') return element;
    if (isChecksum(element) && at === parent.dataStart) checksum = element;
    else {
      const handled = await handle(element);
      const refused =
        handled === undefined ? await apply(draft, element, schema.get(element.id), depth) : handled;
      if (refused) return refused;
    }
    at = element.end;
  }
  // RFC 8794, 11.3.1: of all that follows it in its parent.
  if (checksum && draft.edits.length > mark) voidOut(draft, checksum);
  return null;
}

export function isChecksum({ id, dataStart, end }: Element): boolean {
  return id === crc32Id && end - dataStart === 4;
}

/** Does to an element what its rule says. */
export async function apply(
  draft: Draft,
  element: Element,
  rule: Rule | undefined,
  depth = 0,
): Promise<RefusalReason | null> {
  if (element.id === voidId || rule === 'blank') await blank(draft, element);
  else if (rule === 'encrypted') return 'encrypted';
  else if (typeof rule === 'object') return walk(draft, element, rule, undefined, depth + 1);
  else if (rule !== 'bytes' && (rule !== 'number' || element.end - element.dataStart > longestNumber))
    drop(draft, element);
  return null;
}
