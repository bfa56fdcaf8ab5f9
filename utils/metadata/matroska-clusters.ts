import type { RefusalReason } from './clean-result';
import { type Element, longestHead, readHead, readVint, uintOf } from './ebml';
import {
  blockGroupSchema,
  blockHead,
  blockMoreSchema,
  clusterSchema,
  ids,
  levelOne,
} from './matroska-structure';
import {
  apply,
  type Draft,
  drop,
  elementsBetween,
  isChecksum,
  isTooMuch,
  readData,
  voidOut,
  walk,
} from './matroska-walk';

/** The Clusters of a Matroska file, RFC 9559, 5.1.3: blocks of tracks that stay, stay; only heads are read. */

/** The tracks of a file by their numbers: those that stay, those of them whose frames are coded pictures, and all. */
export interface Tracks {
  readonly kept: ReadonlySet<number>;
  readonly coded: ReadonlySet<number>;
  readonly all: ReadonlySet<number>;
}

/** BlockAddID (5.1.3.5.2.3): alpha of VP8 and VP9, which is 1 when it is not said; ITU-T T.35. */
const codecAddition = 1;
const shownAdditionIds: ReadonlySet<number> = new Set([codecAddition, 4]);

/** More than any BlockAdditions has. */
const maximumAdditions = 100;

/** Where the walk goes on; whether it ended since the file makes no sense from there on; or a refusal. */
export type Walked = { readonly at: number; readonly broken: boolean } | RefusalReason;

/**
 * Goes through a Cluster.
 * @param limit where the Segment ends, or the file, if that is earlier
 */
export async function walkCluster(
  draft: Draft,
  cluster: Element,
  limit: number,
  tracks: Tracks,
): Promise<Walked> {
  const whole = cluster.end <= limit;
  const open = cluster.end === Number.POSITIVE_INFINITY;
  if (!whole && !open && limit < draft.source.size) return 'corrupt';
  // Whoever went through it before found nothing to go: so it is with a file that was cleaned just now.
  const seen = draft.source.codedEnd?.(cluster.start) ?? null;
  if (seen !== null && seen <= limit) return { at: seen, broken: false };
  const mark = draft.edits.length;
  const end = whole ? cluster.end : limit;
  let checksum: Element | null = null;
  let at = cluster.dataStart;
  let broken = false;
  while (at < end) {
    if (isTooMuch(draft)) return 'too-large';
    draft.elements++;
    const bytes = await draft.view.at(at, blockHead);
    const element = readHead(bytes, at);
    if (open && element && levelOne.has(element.id)) break;
    if (!element || element.end > end) {
      if (whole) return 'corrupt';
      broken = true;
      break;
    }
    if (at === cluster.dataStart && isChecksum(element)) checksum = element;
    else {
      const refused = await walkChild(draft, element, bytes, tracks);
      if (refused) return refused;
    }
    at = element.end;
  }
  if (checksum && draft.edits.length > mark) voidOut(draft, checksum);
  if (draft.edits.length === mark && !broken) draft.coded.push({ start: cluster.start, end: at });
  return { at, broken };
}

async function walkChild(
  draft: Draft,
  element: Element,
  bytes: Uint8Array,
  tracks: Tracks,
): Promise<RefusalReason | null> {
  if (element.id === ids.blockGroup) return walkGroup(draft, element, tracks);
  if (element.id !== ids.simpleBlock) return apply(draft, element, clusterSchema.get(element.id));
  const track = trackOf(element, bytes);
  if (track !== null && tracks.coded.has(track)) return walkFrame(draft, element, bytes);
  seeToBlock(draft, element, track, tracks);
  return null;
}

/** 10.1: track, time of two bytes and flags, then the frame; several of them only where they are short. */
function walkFrame(
  draft: Draft,
  { start, dataStart, end }: Element,
  bytes: Uint8Array,
): Promise<RefusalReason | null> | null {
  const head = (readVint(bytes.subarray(dataStart - start))?.length ?? 0) + 3;
  const at = dataStart - start + head;
  // Most frames are no pictures, as their first bytes show that are at hand.
  if (bytes.length >= at + 2 && !(bytes[at] === 0xff && bytes[at + 1] === 0xd8)) return null;
  return draft.frames.blankFrame({ start: dataStart + head, end });
}

/** The track number that a block begins with (10.1); null when it is too short for any. */
function trackOf({ start, dataStart, end }: Element, bytes: Uint8Array): number | null {
  return readVint(bytes.subarray(dataStart - start, end - start))?.value ?? null;
}

/** Blocks of a track that goes are told of by the track; those of no track by themselves. */
function seeToBlock(draft: Draft, element: Element, track: number | null, tracks: Tracks): void {
  if (track !== null && tracks.kept.has(track)) return;
  if (track !== null && tracks.all.has(track)) voidOut(draft, element);
  else drop(draft, element);
}

async function walkGroup(draft: Draft, group: Element, tracks: Tracks): Promise<RefusalReason | null> {
  const mark = draft.edits.length;
  let track: number | null = null;
  let blocks = 0;
  const refused = await walk(draft, group, blockGroupSchema, async (element) => {
    if (element.id === ids.blockAdditions) return walkAdditions(draft, element);
    if (element.id !== ids.block) return undefined;
    // Decoders take one block of a group.
    if (++blocks > 1) {
      drop(draft, element);
      return null;
    }
    const bytes = await draft.view.at(element.start, blockHead);
    track = trackOf(element, bytes);
    return track !== null && tracks.coded.has(track) ? walkFrame(draft, element, bytes) : null;
  });
  if (refused) return refused;
  if (track !== null && tracks.kept.has(track)) return null;
  draft.edits.length = mark;
  seeToBlock(draft, group, track, tracks);
  return null;
}

async function walkAdditions(draft: Draft, additions: Element): Promise<RefusalReason | null> {
  const mark = draft.edits.length;
  let kept = 0;
  const refused = await walk(draft, additions, new Map(), async (more) => {
    if (more.id !== ids.blockMore) return undefined;
    const children = await elementsBetween(draft, more, maximumAdditions);
    if (typeof children === 'string') return children;
    const said = children.find(({ id }) => id === ids.blockAddId);
    const id = said ? uintOf(await readData(draft, said, longestHead)) : codecAddition;
    if (shownAdditionIds.has(id)) {
      kept++;
      return walk(draft, more, blockMoreSchema);
    }
    drop(draft, more);
    return null;
  });
  if (refused || kept > 0) return refused;
  // It may not be without any.
  draft.edits.length = mark;
  drop(draft, additions);
  return null;
}
