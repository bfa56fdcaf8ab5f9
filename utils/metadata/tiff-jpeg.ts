import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { memorySource } from '../bytes/memory-source';
import { startsWith } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import { isApplication, isNeeded, marker } from './jpeg-marker';
import { findScanEnd } from './jpeg-scan';
import type { Segment } from './jpeg-structure';
import { isWhole } from './jpeg-tables';

/**
 * JPEG streams inside TIFF (Technical Note 2): each strip or tile is one of its own, the tables that they share may
 * stand in a field. Markers are those of ITU-T T.81, Annex B; APPn and COM go, but for JFIF's and Adobe's, which
 * decide over colours.
 */

/** A part of a stream that goes, and the shorter one that stands in its place. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
  /** Marker code; null for what lies behind the end of a stream. */
  readonly code: number | null;
}

/** Of all streams of a file: some for each of very many tiles. */
export const maximumEdits = 100_000;

/** More segments than one stream has. */
const maximumSegments = 2000;

/** The whole segments, marker and length included, in bytes. */
const jfifLength = 18;
const jfifThumbnailAt = 16;
const adobeLength = 16;

const nothing = new Uint8Array(0);

/**
 * What goes of the stream from `start` to `end`.
 * @param edits what goes is added to it
 * @returns why the stream cannot be cleaned; null when it can
 */
export async function editStream(
  source: ByteSource,
  view: ByteWindow,
  start: number,
  end: number,
  edits: Edit[],
): Promise<RefusalReason | null> {
  const soi = await view.at(start, 2);
  if (soi[0] !== 0xff || soi[1] !== marker.SOI) return 'corrupt';
  const taken = new Set<number>();
  let position = start + 2;
  for (let count = 0; count < maximumSegments; count++) {
    // A stream may break off where the file does, and tables need no end.
    if (position >= end) return null;
    const at = await skipFill(view, position, end);
    if (at === null) return 'corrupt';
    const head = await view.at(at, 4);
    const code = at + 1 < end ? (head[1] ?? 0) : 0xff;
    const length = ((head[2] ?? 0) << 8) | (head[3] ?? 0);
    const after = code === marker.EOI ? at + 2 : at + 2 + length;
    if (code === marker.EOI || at + 4 > end || after > end) {
      const cut = code === marker.EOI ? after : at;
      if (cut < end) edits.push({ start: cut, end, bytes: nothing, code: null });
      return edits.length > maximumEdits ? 'too-large' : null;
    }
    if (length < 2) return 'corrupt';
    if (isNeeded(code)) {
      if (!isWhole(code, (await view.at(at + 4, length - 2)).subarray(0, length - 2))) return 'corrupt';
    } else {
      if (!isApplication(code)) return code === marker.SOI || code === 0 ? 'corrupt' : 'unsupported';
      const bytes = taken.has(code)
        ? null
        : reduced(code, (await view.at(at, 2 + length)).subarray(0, 2 + length));
      if (bytes) taken.add(code);
      if (bytes?.length !== 2 + length) edits.push({ start: at, end: after, bytes: bytes ?? nothing, code });
      if (edits.length > maximumEdits) return 'too-large';
    }
    position = code === marker.SOS ? await findScanEnd(source, view, after, end) : after;
  }
  return 'too-large';
}

/** The tables that all streams of a page share, cleaned. */
export async function cleanTables(bytes: Uint8Array) {
  const source = memorySource(bytes);
  const edits: Edit[] = [];
  const refusal = await editStream(source, new ByteWindow(source), 0, bytes.length, edits);
  if (refusal) return refusal;
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(bytes.subarray(at, edit.start), edit.bytes);
    at = edit.end;
  }
  parts.push(bytes.subarray(at));
  const tables = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    tables.set(part, to);
    to += part.length;
  }
  const segments = edits.filter(({ code }) => code !== null);
  return { tables, dropped: segments.map((edit) => segmentOf(edit, bytes.subarray(edit.start, edit.end))) };
}

/** A dropped part as those of JPEG files are described. */
export function segmentOf({ code, start, end }: Edit, bytes: Uint8Array): Segment {
  return { kind: 'segment', code: code ?? 0, start, end, payload: bytes.slice(4) };
}

/** JFIF without its thumbnail, Adobe's without what follows it; null for any other segment. */
function reduced(code: number, segment: Uint8Array): Uint8Array | null {
  if (code === marker.APP0 && startsWith(segment, 'JFIF\0', 4) && segment.length >= jfifLength) {
    const small = segment.slice(0, jfifLength).fill(0, jfifThumbnailAt);
    return withLength(small);
  }
  if (code === marker.APP14 && startsWith(segment, 'Adobe', 4) && segment.length >= adobeLength)
    return withLength(segment.slice(0, adobeLength));
  return null;
}

function withLength(segment: Uint8Array): Uint8Array {
  segment[2] = 0;
  segment[3] = segment.length - 2;
  return segment;
}

/** Position of the last 0xFF before a marker code (T.81 B.1.1.2); null when something else stands there. */
async function skipFill(view: ByteWindow, from: number, end: number): Promise<number | null> {
  let position = from;
  while (position < end) {
    const bytes = await view.at(position, 2);
    if (bytes[0] !== 0xff) return null;
    const next = bytes.findIndex((byte) => byte !== 0xff);
    if (next > 0) return Math.min(position + next, end) - 1;
    position += bytes.length;
  }
  return end - 1;
}
