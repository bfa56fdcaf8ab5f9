import type { ByteSource } from '../bytes/byte-source';
import { latin1Of, sameBytes, startsWith } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import { crc32Id, type Element, elementsIn, longestHead, readHead, uintBytes, uintOf, voidId } from './ebml';
import { piecesWith } from './in-place';
import { type Tracks, walkCluster } from './matroska-clusters';
import { describeNotes } from './matroska-hidden';
import {
  cuePointSchema,
  cueTrackPositionsSchema,
  ebmlSchema,
  ids,
  infoSchema,
  levelOne,
  seekable,
  seekSchema,
} from './matroska-structure';
import { walkTracks } from './matroska-tracks';
import {
  apply,
  blank,
  type Draft,
  draftOf,
  drop,
  elementAt,
  elementsBetween,
  headAt,
  readData,
  voidOut,
  walk,
} from './matroska-walk';
import type { Plan } from './plan';

/**
 * Matroska, RFC 9559, and WebM, which is a part of it.
 *
 * Everything is cleaned where it stands: what goes becomes a Void element of the same length, so that Cues, SeekHead
 * and the sizes of masters stay true. The blocks of pictures and sound are carried over byte for byte.
 */

export const signature = '\x1a\x45\xdf\xa3';

/** The header is not longer than what files are recognised by, in bytes. */
const longestHeader = 4000;

/** More than stands before the Segment. */
const maximumBefore = 16;

/** More than any SeekHead or CuePoint has. */
const maximumChildren = 1000;

/** What comes after a break is looked through so many bytes at a time. */
const searchLength = 1 << 18;

/** No Void is shorter; of bytes that make no sense so many are looked through. */
const shortestVoid = 2;
const longestGarbage = 64 << 20;

/** What Clusters begin with: Timestamp, Position, PrevSize, CRC-32, Void. */
const clusterStart: ReadonlySet<number> = new Set([0xe7, 0xa7, 0xab, crc32Id, voidId]);

/** The DocType (RFC 8794, 11.2.7) in the first bytes of a file; null when they are none of EBML. */
export function docTypeOf(head: Uint8Array): string | null {
  if (!startsWith(head, signature)) return null;
  const header = readHead(head, 0);
  const data = head.subarray(header?.dataStart ?? 0, Math.min(header?.end ?? 0, longestHeader));
  const type = elementsIn(data, maximumChildren).find(({ id }) => id === ids.docType);
  return type ? latin1Of(type.data).replace(/\0+$/, '') : '';
}

/** The plan for a file of Matroska or WebM. */
export async function planMatroska(source: ByteSource): Promise<Plan | RefusalReason> {
  const draft = draftOf(source);
  const refused = await walkFile(draft);
  if (refused) return refused;
  const { edits, end, coded } = draft;
  return { pieces: piecesWith(edits, end), coded, hidden: () => describeNotes(draft) };
}

async function walkFile(draft: Draft): Promise<RefusalReason | null> {
  const { size } = draft.source;
  const header = await elementAt(draft, 0, Math.min(size, longestHeader));
  if (typeof header === 'string') return header;
  const refused = header.id === ids.ebml ? await walkHeader(draft, header) : 'corrupt';
  if (refused) return refused;
  let at = header.end;
  for (let before = 0; before < maximumBefore && at < size; before++) {
    const element = await headAt(draft, at);
    if (element?.id === ids.segment) return walkSegment(draft, element);
    if (element?.id !== voidId || element.end > size) return 'corrupt';
    await blank(draft, element);
    at = element.end;
  }
  return 'corrupt';
}

async function walkHeader(draft: Draft, header: Element): Promise<RefusalReason | null> {
  const children = await elementsBetween(draft, header, maximumChildren);
  if (typeof children === 'string') return children;
  for (const child of children) {
    const data = await readData(draft, child, longestHead);
    const value = uintOf(data);
    if (child.id === ids.docType && !/^(webm|matroska)\0*$/.test(latin1Of(data))) return 'unsupported';
    if (child.id === ids.docType && child.end - child.dataStart > longestHead) return 'unsupported';
    if (child.id === ids.ebmlReadVersion && value > 1) return 'unsupported';
    if (child.id === ids.ebmlMaxIdLength && value > 4) return 'unsupported';
    if (child.id === ids.ebmlMaxSizeLength && value > 8) return 'unsupported';
  }
  if (!children.some(({ id }) => id === ids.docType)) return 'unsupported';
  return walk(draft, header, ebmlSchema);
}

async function walkSegment(draft: Draft, segment: Element): Promise<RefusalReason | null> {
  const { size } = draft.source;
  const limit = Math.min(segment.end, size);
  let tracks: Tracks | null = null;
  let clusters = 0;
  let at = segment.dataStart;
  while (at < limit) {
    const element = await headAt(draft, at);
    if (!element || (element.end > limit && element.id !== ids.cluster)) {
      if (clusters === 0) return 'corrupt';
      const next = await voidGarbage(draft, at, limit);
      if (typeof next === 'string') return next;
      if (next === null) return limit < size ? 'corrupt' : cutAt(draft, at);
      at = next;
      continue;
    }
    if (element.id === ids.cluster) {
      if (!tracks) return 'unsupported';
      const walked = await walkCluster(draft, element, limit, tracks);
      if (typeof walked === 'string') return walked;
      clusters++;
      at = walked.at;
      if (!walked.broken) continue;
      // In one of known length, others would be a part of it.
      const isOpen = element.end === Number.POSITIVE_INFINITY;
      const next = isOpen ? await voidGarbage(draft, at, limit) : null;
      if (next === null) return cutAt(draft, at);
      if (typeof next === 'string') return next;
      at = next;
      continue;
    }
    if (clusters > 0 && !levelOne.has(element.id) && element.id !== voidId) {
      // What looks like an element that nobody knows may be garbage with pictures in it.
      const next = await voidGarbage(draft, at, element.end);
      if (typeof next === 'string') return next;
      at = next ?? at;
      if (next !== null) continue;
    }
    const read: Tracks | RefusalReason | null =
      element.id === ids.tracks && !tracks
        ? await walkTracks(draft, element)
        : await walkLevelOne(draft, element, tracks);
    if (typeof read === 'string') return read;
    tracks = read ?? tracks;
    at = element.end;
  }
  if (!tracks) return 'corrupt';
  return limit < size ? cutTail(draft, limit) : null;
}

async function walkLevelOne(
  draft: Draft,
  element: Element,
  tracks: Tracks | null,
): Promise<RefusalReason | null> {
  if (element.id === ids.info) return walk(draft, element, infoSchema);
  if (element.id === ids.seekHead) return walkSeekHead(draft, element);
  if (element.id !== ids.cues) return apply(draft, element, undefined);
  return tracks ? walkCues(draft, element, tracks) : 'unsupported';
}

/** What tells where the parts are that went goes too; it says nothing by itself. */
async function walkSeekHead(draft: Draft, seekHead: Element): Promise<RefusalReason | null> {
  const mark = draft.edits.length;
  let kept = 0;
  const refused = await walk(draft, seekHead, new Map(), async (seek) => {
    if (seek.id !== ids.seek) return undefined;
    const children = await elementsBetween(draft, seek, maximumChildren);
    if (typeof children === 'string') return children;
    const said = children.find(({ id }) => id === ids.seekId);
    if (said && seekable.has(uintOf(await readData(draft, said, longestHead)))) {
      kept++;
      return walk(draft, seek, seekSchema);
    }
    voidOut(draft, seek);
    return null;
  });
  if (refused || kept > 0) return refused;
  // It may not be without any.
  draft.edits.length = mark;
  voidOut(draft, seekHead);
  return null;
}

/** Of a subtitle the Cues would still tell when it was. */
async function walkCues(draft: Draft, cues: Element, tracks: Tracks): Promise<RefusalReason | null> {
  return walk(draft, cues, new Map(), async (point) => {
    if (point.id !== ids.cuePoint) return undefined;
    const mark = draft.edits.length;
    let kept = 0;
    const refused = await walk(draft, point, cuePointSchema, async (positions) => {
      if (positions.id !== ids.cueTrackPositions) return undefined;
      const children = await elementsBetween(draft, positions, maximumChildren);
      if (typeof children === 'string') return children;
      const track = children.find(({ id }) => id === ids.cueTrack);
      if (track && tracks.kept.has(uintOf(await readData(draft, track, longestHead)))) {
        kept++;
        return walk(draft, positions, cueTrackPositionsSchema);
      }
      voidOut(draft, positions);
      return null;
    });
    if (refused || kept > 0) return refused;
    draft.edits.length = mark;
    voidOut(draft, point);
    return null;
  });
}

/**
 * A recording that broke off ends where it makes no sense any more, as it does for players. Where pictures follow
 * they go on, and there is nothing to be done.
 */
async function cutAt(draft: Draft, at: number): Promise<RefusalReason | null> {
  const { source } = draft;
  // What stands at the break itself is the broken one.
  for (let from = at + 1; from < source.size; from += searchLength) {
    const bytes = await source.read(from, Math.min(source.size, from + searchLength + 3));
    for (const _ of placesOf(ids.cluster, bytes)) return 'corrupt';
  }
  draft.end = at;
  return null;
}

/**
 * The next Cluster behind bytes that make no sense, as players look for it: by its ID, a size, and an element of its own
 * that it begins with. Null when there is none.
 */
async function findCluster(
  draft: Draft,
  from: number,
  limit: number,
): Promise<number | RefusalReason | null> {
  const { source } = draft;
  const until = Math.min(limit, from + longestGarbage);
  for (let at = from; at < until; at += searchLength) {
    const bytes = await source.read(at, Math.min(at + searchLength + 2 * longestHead, limit));
    for (const found of placesOf(ids.cluster, bytes)) {
      const cluster = readHead(bytes.subarray(found), at + found);
      const first = cluster && readHead(bytes.subarray(cluster.dataStart - at), cluster.dataStart);
      if (first && clusterStart.has(first.id)) return cluster.start;
    }
  }
  return until < limit ? 'corrupt' : null;
}

/** Makes a Void of what makes no sense before the next Cluster. @returns where that is; null when there is none */
async function voidGarbage(
  draft: Draft,
  start: number,
  limit: number,
): Promise<number | RefusalReason | null> {
  const next = await findCluster(draft, start + 1, limit);
  if (typeof next !== 'number') return next;
  if (next - start < shortestVoid) return 'corrupt';
  drop(draft, { id: voidId, start, dataStart: start, end: next });
  return next;
}

/** What follows the Segment goes, unless it is one more, or belongs to it. */
async function cutTail(draft: Draft, at: number): Promise<RefusalReason | null> {
  const next = await headAt(draft, at);
  if (next && [ids.ebml, ids.segment, ids.cluster].some((id) => id === next.id)) return 'unsupported';
  draft.end = at;
  return null;
}

function* placesOf(id: number, bytes: Uint8Array): Iterable<number> {
  const wanted = uintBytes(id, 4);
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (sameBytes(bytes.subarray(at, at + wanted.length), wanted)) yield at;
  }
}
