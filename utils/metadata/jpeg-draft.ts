import { bytesOf, sameBytes, startsWith } from '../bytes/text';
import type { Piece, RefusalReason } from './clean-result';
import { isExif, orientationLike } from './exif';
import type { HiddenData } from './hidden-data';
import { cleanProfile } from './icc';
import { isNeeded, marker } from './jpeg-marker';
import type { JpegStructure, Segment } from './jpeg-structure';

/**
 * One picture of a JPEG file, ITU-T T.81; JFIF: T.871; Exif: CIPA DC-008; ICC.1 annex B.4.
 *
 * What a decoder needs is carried over byte for byte: frames, tables, scans, restart intervals, the ICC profile,
 * Adobe's colour transform, JFIF's density. Of EXIF only the orientation is written anew. Everything else goes,
 * wherever it stands: between the scans too.
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

/** One picture: which parts stay, which go, and what it is made of afterwards. */
export interface Draft {
  /** From SOI to the last segment of an application that stays. */
  readonly head: readonly Piece[];
  readonly body: readonly Piece[];
  readonly dropped: readonly Segment[];
  /** Of the colour profile. */
  readonly removed: readonly HiddenData[];
  readonly structure: JpegStructure;
}

export function segmentBytes(code: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, code, length >> 8, length & 0xff, ...payload]);
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
  if (code === marker.APP1 && isExif(payload)) {
    const isFirstExif = isFirst((other) => other.code === marker.APP1 && isExif(other.payload));
    const small = isFirstExif ? orientationLike(payload) : null;
    return small && segmentBytes(code, small);
  }
  return null;
}

/**
 * @param keep what is kept besides, in the form it is given; null for what goes
 */
export function draft(
  structure: JpegStructure,
  keep: (segment: Segment) => Uint8Array | null = () => null,
): Draft | RefusalReason {
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
  const head: Piece[] = [{ start: structure.start, end: structure.start + 2 }];
  const body: Piece[] = [];

  for (const part of structure.parts) {
    const { start, end } = part;
    if (part.kind === 'scan-data' || isNeeded(part.code)) {
      body.push({ start, end });
      continue;
    }
    const early = beforeScans.has(part);
    const pieces = body.length > 0 ? body : head;
    if (icc && iccSegments.includes(part)) {
      if (iccStays) pieces.push({ start, end });
      else if (part === iccSegments[0]) pieces.push(...profileSegments(icc.profile));
      continue;
    }
    const kept = early ? keep(part) : null;
    const small = kept
      ? segmentBytes(part.code, kept)
      : early && reduced(part, (test) => segments.find(test) === part);
    const whole = small && sameBytes(small, segmentBytes(part.code, part.payload));
    if (small) pieces.push(whole ? { start, end } : small);
    if (!whole) dropped.push(part);
  }
  const { eoi, isCut } = structure;
  if (eoi !== null) body.push({ start: eoi, end: eoi + 2 });
  // Of a download that broke off browsers show less than with an end marker, other decoders fill up what is missing.
  else if (!isCut) body.push(Uint8Array.of(0xff, marker.EOI));
  return { head, body, dropped, removed: icc?.removed ?? [], structure };
}
