import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow, windowLength } from '../bytes/byte-window';
import type { RefusalReason } from './clean-result';
import { isApplication, isFrameHeader, isNeeded, marker } from './jpeg-marker';
import { findScanEnd } from './jpeg-scan';
import { isWhole } from './jpeg-tables';

/**
 * The structure of a JPEG file, ITU-T T.81 Annex B: marker segments, and the entropy-coded data of each scan.
 * Coordinates are positions in the file: a part lies from `start` (its 0xFF) to `end` (excluded).
 */

export interface Segment {
  readonly kind: 'segment';
  readonly code: number;
  readonly start: number;
  readonly end: number;
  /** The segment's bytes after its length; only of APPn and COM, else empty. */
  readonly payload: Uint8Array;
}

/** Entropy-coded data of one scan with its restart markers. */
export interface ScanData {
  readonly kind: 'scan-data';
  readonly start: number;
  readonly end: number;
}

export interface JpegStructure {
  /** Between SOI and EOI, in file order. */
  readonly parts: readonly (Segment | ScanData)[];
  /** Where EOI stands; null when there is none. */
  readonly eoi: number | null;
  /** Whether the file breaks off, rather than that something else stands where EOI should. */
  readonly isCut: boolean;
  /** Bytes of junk before SOI. */
  readonly start: number;
  /** Whether there are bytes between the segments that belong to none; decoders skip them. */
  readonly garbage: boolean;
}

/** More segments than any camera or editor writes; ICC profiles and extended XMP take some hundreds. */
const maximumSegments = 20_000;

/** All APPn and COM payloads together, in bytes; a gigabyte of comments is no picture. */
const maximumPayload = 64 << 20;

/** SOI is looked for so far into a file that does not begin with one, in bytes. */
export const maximumJunk = 4096;

/** Position of SOI followed by another marker; null when there is none near the beginning. */
export function findSoi(head: Uint8Array): number | null {
  const limit = Math.min(head.length - 2, maximumJunk);
  for (let at = head.indexOf(0xff); at >= 0 && at < limit; at = head.indexOf(0xff, at + 1)) {
    if (head[at + 1] === marker.SOI && head[at + 2] === 0xff) return at;
  }
  return null;
}

/** Markers that stand alone, without a length, and mean nothing between segments. */
function isBare(code: number): boolean {
  return code === marker.TEM || (code >= marker.RST0 && code <= marker.RST7);
}

/** RES: codes that no part of the standard uses. */
function isReserved(code: number): boolean {
  return code > marker.TEM && code < marker.SOF0;
}

/**
 * Reads the structure of a file; the payloads of APPn and COM are kept, scans are only walked through.
 * @returns the structure, or why there is none
 */
export async function readStructure(source: ByteSource): Promise<JpegStructure | RefusalReason> {
  const view = new ByteWindow(source);
  const start = findSoi(await view.at(0, maximumJunk + 3));
  if (start === null) return 'corrupt';
  const parts: (Segment | ScanData)[] = [];
  let position = start + 2;
  let framed = false;
  let scanned = false;
  let payloads = 0;
  let garbage = false;

  for (let count = 0; count < maximumSegments; count++) {
    // What was scanned is still a picture, also of a download that broke off.
    const endless = (isCut: boolean) => (scanned ? { parts, eoi: null, isCut, start, garbage } : 'corrupt');
    const at = await findMarker(view, position);
    if (at === null) return endless(true);
    const head = await view.at(at, 4);
    const [, code = 0, high, low] = head;
    garbage ||= !(await isFill(view, position, at));
    if (code === marker.EOI) return scanned ? { parts, eoi: at, isCut: false, start, garbage } : 'corrupt';
    if (isBare(code)) {
      garbage = true;
      position = at + 2;
      continue;
    }
    // A decoder stops here; what it has drawn so far is the picture.
    if (code === marker.SOI || isReserved(code)) return endless(false);
    if (high === undefined || low === undefined) return endless(true);
    const length = (high << 8) | low;
    if (length < 2) return endless(false);
    const end = at + 2 + length;
    if (end > source.size) return endless(true);
    const read = isApplication(code) || isNeeded(code);
    const payload = read ? (await view.at(at + 4, length - 2)).subarray(0, length - 2) : new Uint8Array(0);
    // So it does at a table that is none, and at a second frame.
    if (isNeeded(code) && !isWhole(code, payload)) return endless(false);
    if (framed && isFrameHeader(code)) return endless(false);
    const bytes = isApplication(code) ? payload.slice() : new Uint8Array(0);
    payloads += bytes.length;
    if (payloads > maximumPayload) return 'too-large';
    parts.push({ kind: 'segment', code, start: at, end, payload: bytes });
    framed ||= isFrameHeader(code);
    position = end;
    if (code !== marker.SOS) continue;
    if (!framed) return 'corrupt';
    const scanEnd = await scanEndFrom(view, end, source);
    if (scanEnd > end) {
      parts.push({ kind: 'scan-data', start: end, end: scanEnd });
      scanned = true;
    }
    position = scanEnd;
  }
  return 'too-large';
}

/** Position of the last 0xFF before a marker code, over whatever precedes it; null when the file has none left. */
export async function findMarker(view: ByteWindow, from: number): Promise<number | null> {
  let position = from;
  while (position < view.size) {
    const bytes = await view.at(position, 2);
    for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
      const code = bytes[at + 1];
      if (code === undefined) break;
      if (code !== 0 && code !== 0xff) return position + at;
    }
    // A lone 0xFF at the end: the next view begins with it.
    const lastIsFF = bytes.at(-1) === 0xff && bytes.length > 1;
    position += bytes.length - (lastIsFF ? 1 : 0);
    if (lastIsFF && position + 1 >= view.size) return null;
  }
  return null;
}

/** Whether there is nothing but fill bytes before a marker (T.81 B.1.1.2). */
async function isFill(view: ByteWindow, from: number, to: number): Promise<boolean> {
  if (to === from) return true;
  const bytes = await view.at(from, Math.min(to - from, windowLength));
  return bytes.subarray(0, to - from).every((byte) => byte === 0xff);
}

/** Where a scan ends: at the next marker, or where the file does, but for a 0xFF that nothing follows. */
async function scanEndFrom(view: ByteWindow, from: number, source: ByteSource): Promise<number> {
  const end = await findScanEnd(source, view, from, source.size);
  const isCut = end === source.size && end > from && (await view.at(end - 1, 1))[0] === 0xff;
  return isCut ? end - 1 : end;
}
