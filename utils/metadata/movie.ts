import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import type { RefusalReason } from './clean-result';
import { type Box, boxesBetween } from './isobmff-box';
import type { MediaRanges } from './media-ranges';
import {
  applyRules,
  blankListHead,
  blankRest,
  dropBox,
  fragmentRules,
  movieRules,
  trackRules,
  unusedBytes,
  type Work,
} from './movie-boxes';
import { addRuns, trackOf } from './movie-fragment';
import { blankFrames } from './movie-frames';
import { blankEntry, entriesOf, isEncrypted, type MediaKind } from './sample-entry';
import { addChunks, addStops } from './sample-table';
import { readUnits } from './sound-length';
import { describeTimed } from './timed-places';

/**
 * A movie, ISO 14496-12, 8: its tracks of pictures and sound stay; tracks of metadata, text, chapters and time codes
 * go with their samples.
 */

/** More than any camera or editor writes. */
const maximumTracks = 100;

/** Handlers, 12, of what is seen or heard. */
const handlers: Readonly<Record<string, MediaKind>> = {
  vide: 'picture',
  pict: 'picture',
  auxv: 'picture',
  soun: 'sound',
};

/** An auxiliary track that is seen: transparency (MIAF, 23000-22, 7.3.5). Depth and mattes go. */
const transparency = /alpha|auxid:1/;

/** References by which a track is no more than something beside another one, 8.3.3 and QuickTime. */
const beside: readonly string[] = ['chap', 'thmb'];

interface Track {
  readonly box: Box;
  readonly id: number;
  readonly kind: MediaKind | null;
  readonly handler: string;
  readonly sampleTable: readonly Box[];
  readonly descriptions: Box | null;
  readonly entries: readonly Box[];
  readonly references: readonly {
    readonly box: Box;
    readonly type: string;
    readonly to: readonly number[];
  }[];
}

/** What fragments need to know of the movie they belong to. */
export interface Movie {
  /** The numbers of the tracks that stay, with the size of a sample that a fragment does not say. */
  readonly defaultSizes: ReadonlyMap<number, number>;
}

/** Blanks what goes of a movie and adds where its samples lie. */
export async function blankMovie(moov: Box, work: Work, ranges: MediaRanges): Promise<Movie | RefusalReason> {
  const found = await boxesBetween(work.view, moov.data, moov.end);
  if (!found) return 'too-large';
  const types = found.boxes.map(({ type }) => type);
  if (types.includes('cmov') || types.includes('rmra')) return 'unsupported';
  if (types.includes('pssh')) return 'encrypted';
  const boxes = found.boxes.filter(({ type }) => type === 'trak');
  if (boxes.length > maximumTracks) return 'too-large';
  const tracks: Track[] = [];
  for (const box of boxes) {
    const track = await readTrack(box, work);
    if (typeof track === 'string') return track;
    tracks.push(track);
  }
  const kept = tracks.filter((track) => stays(track, tracks));
  if (kept.length === 0) return 'unsupported';
  const isFragmented = types.includes('mvex');
  const refusal = await applyRules(moov.data, moov.end, { ...movieRules, trak: trackRule }, work);
  if (ranges.needsStops) {
    for (const { sampleTable } of tracks.filter((track) => !kept.includes(track)))
      await addStops(sampleTable, work.source, ranges);
  }
  return refusal ?? { defaultSizes: await defaultSizesOf(found.boxes, kept, work) };

  async function trackRule(box: Box): Promise<RefusalReason | null> {
    const track = kept.find((candidate) => candidate.box.start === box.start);
    if (track) return blankTrack(track, kept, isFragmented, work, ranges);
    const gone = tracks.find((candidate) => candidate.box.start === box.start);
    await work.blanking.drop(box, async () => (gone ? describeTimed(gone, work.source) : []));
    return null;
  }
}

function stays({ id, kind, handler, entries, references }: Track, tracks: readonly Track[]): boolean {
  if (kind === null || entries.length === 0) return false;
  const isBeside =
    tracks.some((other) => other.references.some(({ type, to }) => type === 'chap' && to.includes(id))) ||
    references.some(({ type }) => type === 'thmb');
  return !isBeside && handler !== 'depth';
}

/** The box at the end of a path of types, from a box on. */
async function find(box: Box, path: readonly string[], { view }: Work): Promise<Box | null> {
  let at: Box | null = box;
  for (const type of path) {
    const found: Awaited<ReturnType<typeof boxesBetween>> = at && (await boxesBetween(view, at.data, at.end));
    at = found?.boxes.find((child) => child.type === type) ?? null;
  }
  return at;
}

async function readTrack(box: Box, work: Work): Promise<Track | RefusalReason> {
  const { source, view } = work;
  const header = await find(box, ['tkhd'], work);
  const handlerBox = await find(box, ['mdia', 'hdlr'], work);
  const table = await find(box, ['mdia', 'minf', 'stbl'], work);
  if (!header || !handlerBox) return 'corrupt';
  const wide = (await source.read(header.data, header.data + 1))[0] === 1;
  const idAt = header.data + (wide ? 20 : 12);
  if (idAt + 4 > header.end || handlerBox.data + 12 > handlerBox.end) return 'corrupt';
  const id = viewOf(await source.read(idAt, idAt + 4)).getUint32(0);
  const handler = latin1Of(await source.read(handlerBox.data + 8, handlerBox.data + 12));
  const sampleTable = (table && (await boxesBetween(view, table.data, table.end))?.boxes) ?? [];
  const descriptions = sampleTable.find(({ type }) => type === 'stsd') ?? null;
  const entries = (descriptions && (await entriesOf(descriptions, view))) ?? [];
  if (isEncrypted(entries)) return 'encrypted';
  const kind = Object.hasOwn(handlers, handler) ? (handlers[handler] ?? null) : null;
  const isSeen = handler !== 'auxv' || (await isTransparency(entries, work));
  const list = await find(box, ['tref'], work);
  const listed = list && (await boxesBetween(view, list.data, list.end));
  const references = await readReferences(listed?.boxes ?? [], source);
  return { box, id, kind: isSeen ? kind : null, handler, sampleTable, descriptions, entries, references };
}

async function isTransparency(entries: readonly Box[], { source, view }: Work): Promise<boolean> {
  for (const { data, end } of entries) {
    const found = await boxesBetween(view, data + 78, end);
    const type = found?.boxes.find((box) => box.type === 'auxi');
    if (
      type &&
      transparency.test(latin1Of(await source.read(type.data, Math.min(type.end, type.data + 100))))
    )
      return true;
  }
  return false;
}

/** 8.3.3: all of a `tref`; what is longer than any list of tracks refers to none. */
async function readReferences(boxes: readonly Box[], source: ByteSource): Promise<Track['references']> {
  const references = [];
  for (const box of boxes) {
    const { data, end, type } = box;
    const isList = (end - data) % 4 === 0 && end - data <= 4 * maximumTracks;
    const view = viewOf(isList ? await source.read(data, end) : new Uint8Array(4));
    const to = Array.from({ length: view.byteLength >> 2 }, (_, index) => view.getUint32(index * 4));
    references.push({ box, type, to });
  }
  return references;
}

async function blankTrack(
  track: Track,
  kept: readonly Track[],
  isFragmented: boolean,
  work: Work,
  ranges: MediaRanges,
): Promise<RefusalReason | null> {
  const { source, blanking } = work;
  const { box, kind, descriptions, entries, sampleTable } = track;
  const tref = await applyRules(box.data, box.end, { ...trackRules, tref: referencesRule }, work);
  if (tref) return tref;
  const version = (descriptions && (await source.read(descriptions.data, descriptions.data + 1))[0]) ?? 0;
  if (descriptions) await blankListHead(descriptions, 1, entries.length, source, blanking);
  const rest =
    descriptions &&
    (await blankRest(entries.at(-1)?.end ?? descriptions.end, descriptions.end, source, blanking));
  if (rest) return rest;
  for (const entry of entries) {
    if (kind && !(await blankEntry(entry, kind, version, source, blanking))) return 'corrupt';
  }
  if (descriptions) blanking.zero(entries.at(-1)?.end ?? descriptions.end, descriptions.end, unusedBytes);
  const units = kind === 'sound' ? await Promise.all(entries.map((entry) => readUnits(entry, source))) : null;
  const isFound = await addChunks(sampleTable, units, source, ranges);
  if (!isFound && !isFragmented) return 'corrupt';
  return kind === 'picture' ? blankFrames(entries, sampleTable, isFragmented, work) : null;

  async function referencesRule({ data, end }: Box): Promise<RefusalReason | null> {
    const found = await boxesBetween(work.view, data, end);
    if (!found) return 'too-large';
    for (const reference of await readReferences(found.boxes, source)) {
      const isWhole = reference.to.every((id) => kept.some((other) => other.id === id));
      if (!isWhole || beside.includes(reference.type)) await dropBox(reference.box, work);
    }
    blanking.zero(found.end, end, unusedBytes);
    return null;
  }
}

/** Of each kept track, from `trex`, 8.8.3. */
async function defaultSizesOf(
  boxes: readonly Box[],
  kept: readonly Track[],
  { source, view }: Work,
): Promise<ReadonlyMap<number, number>> {
  const sizes = new Map<number, number>(kept.map(({ id }) => [id, 0]));
  const extends_ = boxes.find(({ type }) => type === 'mvex');
  const found = extends_ && (await boxesBetween(view, extends_.data, extends_.end));
  for (const { type, data, end } of found?.boxes ?? []) {
    if (type !== 'trex' || end - data < 24) continue;
    const fields = viewOf(await source.read(data, data + 24));
    const id = fields.getUint32(4);
    if (sizes.has(id)) sizes.set(id, fields.getUint32(16));
  }
  return sizes;
}

/** Blanks what goes of a fragment and adds where its samples lie. */
export async function blankFragment(
  moof: Box,
  movie: Movie,
  work: Work,
  ranges: MediaRanges,
): Promise<RefusalReason | null> {
  let before = moof.start;
  let hasGone = false;
  return applyRules(moof.data, moof.end, { mfhd: 'keep', traf: fragmentRule }, work);

  async function fragmentRule(box: Box): Promise<RefusalReason | null> {
    const found = await boxesBetween(work.view, box.data, box.end);
    if (!found) return 'too-large';
    const header = found.boxes.find(({ type }) => type === 'tfhd');
    const id = header ? await trackOf(header, work.source) : null;
    if (!header || id === null) return 'corrupt';
    const defaultSize = movie.defaultSizes.get(id);
    const runs = found.boxes.filter(({ type }) => type === 'trun');
    const fragment = { moof, header, runs, defaultSize: defaultSize ?? 0, before };
    const data = await addRuns(fragment, work.source, defaultSize === undefined ? null : ranges);
    if (data === null) return 'corrupt';
    before = data.end;
    if (defaultSize === undefined) {
      hasGone = true;
      return dropBox(box, work);
    }
    // Where it begins only the track that goes could tell.
    if (hasGone && data.follows) return 'unsupported';
    if (found.boxes.some(({ type }) => type === 'senc')) return 'encrypted';
    return applyRules(box.data, box.end, fragmentRules, work);
  }
}
