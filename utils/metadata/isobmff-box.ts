import type { ByteWindow } from '../bytes/byte-window';
import { bytesOf, latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';

/**
 * Boxes, ISO 14496-12, 4.2; in QuickTime they are called atoms. Positions are those of the file: a box lies from
 * `start` to `end` (excluded), what it holds from `data` on.
 */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly data: number;
  readonly end: number;
}

/** Size and type; with 64 bits of size; with a user type. */
const shortHead = 8;
const longHead = 16;

/** Type and position of every box are held: more than any file has. */
export const maximumBoxes = 100_000;

/** What may be cut off: of these a reader takes as much as there is. */
const mayBeCut: readonly string[] = ['mdat', 'jxlc', 'jxlp'];

/** Four printable letters, or the © sign of QuickTime's texts. */
function isType(type: string): boolean {
  return /^[\x20-\x7e\xa9]{4}$/.test(type);
}

/**
 * The box at a position; null when there is none that fits between there and `end`.
 * @param end of what holds the box
 */
export async function boxAt(view: ByteWindow, start: number, end: number): Promise<Box | null> {
  if (end - start < shortHead) return null;
  const head = await view.at(start, longHead);
  if (head.length < shortHead) return null;
  const fields = viewOf(head);
  const type = latin1Of(head.subarray(4, 8));
  const size = fields.getUint32(0);
  if (!isType(type)) return null;
  // To the end of the file; only the last box may say so.
  if (size === 0) return end === view.size ? { type, start, data: start + shortHead, end } : null;
  if (size !== 1) return fits(type, start, shortHead, size, end);
  if (head.length < longHead || end - start < longHead) return null;
  return fits(type, start, longHead, Number(fields.getBigUint64(8)), end);
}

function fits(type: string, start: number, head: number, size: number, end: number): Box | null {
  if (size < head || !Number.isSafeInteger(start + size)) return null;
  const isCut = start + size > end;
  if (isCut && !mayBeCut.includes(type)) return null;
  return { type, start, data: start + head, end: isCut ? end : start + size };
}

export interface Boxes {
  readonly boxes: readonly Box[];
  /** Where the last box ends; what follows is no box. */
  readonly end: number;
}

/** The boxes that lie one behind the other; null when there are too many. */
export async function boxesBetween(view: ByteWindow, start: number, end: number): Promise<Boxes | null> {
  const boxes: Box[] = [];
  let at = start;
  for (let count = 0; count <= maximumBoxes; count++) {
    const box = await boxAt(view, at, end);
    if (!box) return { boxes, end: at };
    boxes.push(box);
    at = box.end;
  }
  return null;
}

/** The head of an empty `free` box of the same length as this one: whatever it held, nothing moves. */
export function freeHead({ start, data }: Box, head: Uint8Array): Uint8Array {
  const bytes = head.slice(0, data - start);
  bytes.set(bytesOf('free'), 4);
  return bytes;
}
