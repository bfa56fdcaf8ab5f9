import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of } from '../bytes/text';
import type { RefusalReason } from './clean-result';

/**
 * The structure of a GIF file, GIF89a specification. A block lies from `start`, its introducer or separator, to `end`
 * (excluded), behind the sub-block of length zero that ends it.
 */

/** Section 18: signature, version, logical screen descriptor. */
const screenEnd = 13;

const introducer = { extension: 0x21, image: 0x2c, trailer: 0x3b } as const;

/** Labels of extensions: sections 23 to 26. */
export const label = { plainText: 0x01, graphicControl: 0xf9, comment: 0xfe, application: 0xff } as const;

/** A film of an hour has fewer pictures. */
const maximumBlocks = 200_000;

/** Appendix F: codes grow up to twelve bits. */
const longestCode = 12;

/** So much is read at a time, in bytes: while the next part is read, some of those before it are still held. */
const readLength = 1 << 17;

export interface Extension {
  readonly kind: 'extension';
  readonly label: number;
  /** Identifier and authentication code of an application; else empty. */
  readonly application: string;
  readonly start: number;
  /** Where the first sub-block of data begins. */
  readonly data: number;
  readonly end: number;
}

export interface Image {
  readonly kind: 'image';
  /** Whether the file ends within it: nothing can be written behind it then. */
  readonly isCut: boolean;
  readonly start: number;
  /** Where its first sub-block of coded data begins. */
  readonly data: number;
  readonly end: number;
}

/** Zeros between the blocks, which some writers leave there: some decoders pass over them, others stop. */
export interface Zeros {
  readonly kind: 'zeros';
  readonly start: number;
  readonly end: number;
}

export interface GifStructure {
  /** Behind the header and the global colour table. */
  readonly head: number;
  readonly blocks: readonly (Extension | Image | Zeros)[];
  /** Behind the last block. */
  readonly end: number;
  /** Where the trailer stands; null when the file ends without one. */
  readonly trailer: number | null;
}

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

export async function readStructure(source: ByteSource): Promise<GifStructure | RefusalReason> {
  const view = new ByteWindow(source, readLength);
  const screen = await view.at(0, screenEnd);
  if (screen.length < screenEnd) return 'corrupt';
  const head = screenEnd + tableLength(screen[10] ?? 0);
  if (head > source.size) return 'corrupt';
  const blocks: (Extension | Image | Zeros)[] = [];
  let zeros: Zeros | undefined;
  let at = head;
  const structure = (trailer: number | null): GifStructure | RefusalReason => {
    const end = blocks.at(-1)?.end ?? head;
    return blocks.some(({ kind }) => kind === 'image') ? { head, blocks, end, trailer } : 'corrupt';
  };

  while (at < source.size) {
    if (blocks.length >= maximumBlocks) return 'too-large';
    const [first] = await view.at(at, 1);
    if (first === introducer.trailer) return structure(at);
    if (first === introducer.extension || first === introducer.image) {
      const block =
        first === introducer.image ? await readImage(view, at, source) : await readExtension(view, at);
      // Cut off, or not to be decoded: what was drawn until here is the picture.
      if (!block) return structure(null);
      blocks.push(...(zeros ? [zeros] : []), block);
      zeros = undefined;
      at = block.end;
      continue;
    }
    // Decoders stop at what is no block.
    if (first !== 0) return structure(null);
    const bytes = await view.at(at, 1);
    const next = bytes.findIndex((byte) => byte !== 0);
    const end = at + (next < 0 ? bytes.length : next);
    zeros = { kind: 'zeros', start: zeros === undefined ? at : zeros.start, end };
    at = end;
  }
  return structure(null);
}

/**
 * Section 20: descriptor, local colour table, code size, data. An image that is cut off is one all the same; one whose
 * codes no decoder has is none.
 */
async function readImage(view: ByteWindow, start: number, source: ByteSource): Promise<Image | null> {
  const flags = (await view.at(start, 10))[9];
  if (flags === undefined) return null;
  const data = start + 10 + tableLength(flags) + 1;
  if (data >= view.size) return null;
  const [codeSize = 0] = await view.at(data - 1, 1);
  if (codeSize > longestCode) return null;
  const end = source.codedEnd?.(data) ?? (await skipSubBlocks(view, data));
  return { kind: 'image', isCut: end === null, start, data, end: end ?? view.size };
}

async function readExtension(view: ByteWindow, start: number): Promise<Extension | null> {
  const head = await view.at(start, 14);
  const [, code, length = 0] = head;
  if (code === undefined || head.length < 3) return null;
  const isApplication = code === label.application && length === 11;
  const application = isApplication ? latin1Of(head.subarray(3, 14)) : '';
  const data = isApplication ? start + 14 : start + 2;
  const end = (await skipSubBlocks(view, data)) ?? view.size;
  return { kind: 'extension', label: code, application, start, data, end };
}

/** Behind the terminator of the sub-blocks that begin here; null when the file ends before it. */
async function skipSubBlocks(view: ByteWindow, from: number): Promise<number | null> {
  let at = from;
  while (at < view.size) {
    const bytes = await view.at(at, 256);
    let inside = 0;
    while (inside < bytes.length) {
      const length = bytes[inside] ?? 0;
      if (length === 0) return at + inside + 1;
      inside += length + 1;
    }
    at += inside;
  }
  return null;
}
