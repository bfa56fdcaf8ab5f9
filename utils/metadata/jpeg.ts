import type { ByteSource } from '../bytes/byte-source';
import { bytesOf, sameBytes, startsWith } from '../bytes/text';
import type { Piece, RefusalReason } from './clean-result';
import type { Container } from './container';
import { exifIdentifier, orientationOnly, readOrientation } from './exif';
import type { HiddenData } from './hidden-data';
import { cleanProfile } from './icc';
import { describeJunk, describeSegments } from './jpeg-hidden';
import { isFrameHeader, type JpegStructure, marker, readStructure, type Segment } from './jpeg-structure';
import { type Plan, planned } from './plan';
import { describeTrailer, trailerHead } from './trailer';

/**
 * JPEG: ITU-T T.81; JFIF: T.871; Exif: CIPA DC-008; MPF: CIPA DC-007; ICC.1 annex B.4.
 *
 * What a decoder needs is carried over byte for byte: frames, tables, scans, restart intervals, the ICC profile,
 * Adobe's colour transform, JFIF's density. Of EXIF only the orientation is written anew. Everything else goes,
 * wherever it stands: between the scans too, and whatever follows the end of the picture.
 */

/** T.871 10.1: identifier, version, units, densities; after it come the size and the pixels of a thumbnail. */
const jfifIdentifier = 'JFIF\0';
const jfifLength = 14;
const jfifThumbnailAt = 12;

/** Adobe's APP14 is 12 bytes: identifier, version, flags, colour transform. */
const adobeIdentifier = 'Adobe';
const adobeLength = 12;

/** ICC.1 B.4: identifier, number of the chunk from 1, number of chunks. */
const iccIdentifier = 'ICC_PROFILE\0';
const iccHeaderLength = 14;
const longestIccPart = 0xffff - 2 - iccHeaderLength;

/** Which parts stay, which go, and what the file is made of afterwards. */
interface Draft {
  readonly pieces: readonly Piece[];
  readonly dropped: readonly Segment[];
  /** Of the colour profile. */
  readonly removed: readonly HiddenData[];
  readonly structure: JpegStructure;
}

function segmentBytes(code: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, code, length >> 8, length & 0xff, ...payload]);
}

/** The tables, frames and parameters without which nothing is drawn. */
function isNeeded(code: number): boolean {
  const needed: readonly number[] = [marker.DHT, marker.DAC, marker.DQT, marker.DRI, marker.DNL, marker.SOS];
  return isFrameHeader(code) || needed.includes(code);
}

/** Hierarchical and JPEG-LS files: nobody shares them, and nothing could be checked. */
function isUnsupported(code: number): boolean {
  return (
    code === marker.DHP ||
    code === marker.EXP ||
    code === marker.JPG ||
    (code >= marker.JPG0 && code <= marker.JPG13)
  );
}

function isIcc({ code, payload }: Segment): boolean {
  return code === marker.APP2 && startsWith(payload, iccIdentifier) && payload.length > iccHeaderLength;
}

/**
 * The profile in its segments, joined in the order of their numbers; null unless every one of them is there, once,
 * without which none is used.
 */
function wholeProfile(segments: readonly Segment[]): Uint8Array | null {
  const chunks = segments.map(({ payload }) => payload);
  const inOrder = chunks.map((_, index) =>
    chunks.find((payload) => payload[iccHeaderLength - 2] === index + 1),
  );
  const whole = inOrder.filter((payload) => payload?.[iccHeaderLength - 1] === chunks.length);
  if (chunks.length === 0 || whole.length !== chunks.length) return null;
  const parts = whole.map((payload) => payload?.subarray(iccHeaderLength) ?? new Uint8Array(0));
  const profile = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    profile.set(part, at);
    at += part.length;
  }
  return profile;
}

/** A profile in as many segments as it takes. */
function profileSegments(profile: Uint8Array): readonly Uint8Array[] {
  const count = Math.ceil(profile.length / longestIccPart);
  return Array.from({ length: count }, (_, index) => {
    const part = profile.subarray(index * longestIccPart, (index + 1) * longestIccPart);
    const head = bytesOf(iccIdentifier + String.fromCharCode(index + 1, count));
    return segmentBytes(marker.APP2, Uint8Array.from([...head, ...part]));
  });
}

/** What a segment becomes when it is kept in a smaller form; null when it goes altogether. */
function reduced(
  segment: Segment,
  isFirst: (test: (segment: Segment) => boolean) => boolean,
): Uint8Array | null {
  const { code, payload } = segment;
  if (code === marker.APP0 && startsWith(payload, jfifIdentifier) && payload.length >= jfifThumbnailAt) {
    const isJfif = (other: Segment) =>
      other.code === marker.APP0 && startsWith(other.payload, jfifIdentifier);
    if (!isFirst(isJfif)) return null;
    const small = new Uint8Array(jfifLength);
    small.set(payload.subarray(0, jfifThumbnailAt));
    return segmentBytes(code, small);
  }
  if (code === marker.APP14 && startsWith(payload, adobeIdentifier) && payload.length >= adobeLength) {
    return segmentBytes(code, payload.slice(0, adobeLength));
  }
  if (code === marker.APP1 && startsWith(payload, exifIdentifier)) {
    const isExif = (other: Segment) =>
      other.code === marker.APP1 && startsWith(other.payload, exifIdentifier);
    const orientation = isFirst(isExif) ? readOrientation(payload) : null;
    return orientation && segmentBytes(code, orientationOnly(orientation));
  }
  return null;
}

function plan(structure: JpegStructure): Draft | RefusalReason {
  const segments = structure.parts.filter((part) => part.kind === 'segment');
  if (segments.some(({ code }) => isUnsupported(code))) return 'unsupported';
  // Profile, orientation and density are read before the first scan; later ones count for nothing.
  const firstScan = segments.findIndex(({ code }) => code === marker.SOS);
  const beforeScans = new Set(segments.slice(0, firstScan));
  const iccSegments = segments.filter((segment) => beforeScans.has(segment) && isIcc(segment));
  const profile = wholeProfile(iccSegments);
  const icc = profile && cleanProfile(profile);
  const iccStays = icc !== null && icc.profile === profile;
  const dropped: Segment[] = [];
  const pieces: Piece[] = [{ start: structure.start, end: structure.start + 2 }];

  for (const part of structure.parts) {
    const { start, end } = part;
    if (part.kind === 'scan-data' || isNeeded(part.code)) {
      pieces.push({ start, end });
      continue;
    }
    const early = beforeScans.has(part);
    if (icc && iccSegments.includes(part)) {
      if (iccStays) pieces.push({ start, end });
      else if (part === iccSegments[0]) pieces.push(...profileSegments(icc.profile));
      continue;
    }
    const small = early ? reduced(part, (test) => segments.find(test) === part) : null;
    const whole = small && sameBytes(small, segmentBytes(part.code, part.payload));
    if (small) pieces.push(whole ? { start, end } : small);
    if (!whole) dropped.push(part);
  }
  const { eoi } = structure;
  pieces.push(eoi === null ? Uint8Array.of(0xff, marker.EOI) : { start: eoi, end: eoi + 2 });
  return { pieces, dropped, removed: icc?.removed ?? [], structure };
}

async function hiddenBy(
  { dropped, removed, structure }: Draft,
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const hidden = [...(await describeSegments(dropped)), ...removed];
  if (structure.start > 0) hidden.push(describeJunk());
  const end = structure.eoi === null ? source.size : structure.eoi + 2;
  if (end < source.size)
    hidden.push(describeTrailer(await source.read(end, Math.min(end + trailerHead, source.size))));
  return hidden;
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return structure;
  const made = plan(structure);
  return typeof made === 'string' ? made : { pieces: made.pieces, hidden: () => hiddenBy(made, source) };
}

export const jpeg: Container = planned(
  {
    name: 'jpeg',
    types: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif', 'jif'],
    // Junk before SOI is cleaned away too, but only a name or type that says JPEG makes such a file one.
    matches: (head) => startsWith(head, '\xff\xd8\xff'),
  },
  planFor,
);
