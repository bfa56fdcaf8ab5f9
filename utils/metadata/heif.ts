import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { Blanking } from './blanking';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { describeItems, describeProperties } from './heif-hidden';
import { type Items, type Location, readItems } from './heif-items';
import { keptItems, keptProperties } from './heif-kept';
import { rebuildMeta } from './heif-meta';
import { eachOnce } from './hidden-data';
import { piecesWith } from './in-place';
import { type Box, boxesBetween } from './isobmff-box';
import { familyOf } from './isobmff-brands';
import { MediaRanges } from './media-ranges';
import { blankMovie } from './movie';
import { dropBox, unusedBytes, type Work } from './movie-boxes';
import { blankGaps, describeTail } from './mp4';
import { type Plan, planned } from './plan';

/**
 * HEIC and HEIF: ISO 23008-12, MIAF 23000-22; AVIF 1.1. The picture everybody sees stays, with its tiles, transparency
 * and gain map, turned by `irot` and `imir` as before; EXIF, XMP, thumbnails, depth, other pictures and videos go.
 *
 * Item locations point across the file, so nothing moves: what goes becomes zeros where it lies.
 */

/** Boxes are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 14;

/** A picture of a thousand tiles has some hundred kilobytes of it. */
const longestMeta = 4 << 20;

const brands: readonly ReturnType<typeof familyOf>[] = ['heif', 'avif'];

const padding: readonly string[] = ['free', 'skip'];
const kept: readonly string[] = ['ftyp', 'meta', 'mdat', 'moov'];

export async function planPictures(source: ByteSource): Promise<Plan | RefusalReason> {
  const view = new ByteWindow(source, readLength);
  // Without its brands no reader takes it for one, whatever its name says.
  if (!brands.includes(familyOf(await view.at(0, readLength)))) return 'corrupt';
  const found = await boxesBetween(view, 0, source.size);
  if (!found) return 'too-large';
  // A video that a phone put behind the picture begins like a file of its own.
  const another = found.boxes.findIndex(({ type }, index) => index > 0 && type === 'ftyp');
  const boxes = another < 0 ? found.boxes : found.boxes.slice(0, another);
  const first = (type: string) => boxes.find((box) => box.type === type);
  const moov = first('moov');
  // Of a sequence whose pictures are all in its tracks it is told nothing that draws.
  const meta = moov && (await isWithoutItems(first('meta'), view)) ? undefined : first('meta');
  if (!meta && !moov) return 'corrupt';
  const work: Work = { source, view, blanking: new Blanking(source) };
  const ranges = new MediaRanges();
  const metaEnd = meta ? await blankMeta(meta, work, ranges) : 0;
  if (typeof metaEnd === 'string') return metaEnd;
  const refusal = moov && (await refusalOf(moov, work, ranges));
  if (refusal) return refusal;
  const mediaBoxes = boxes.filter(({ type }) => type === 'mdat');
  if (ranges.begins(source.size)) return 'corrupt';
  if (ranges.leaves(mediaBoxes, source.size)) return 'unsupported';
  blankGaps(mediaBoxes, ranges, work);
  const isKept = (box: Box) =>
    kept.includes(box.type) &&
    (box.type === 'mdat' || box === (box.type === 'meta' ? meta : first(box.type)));
  const last = boxes.findLast(isKept);
  // Padding is of no use where nothing follows.
  const end = last === meta ? metaEnd : (last?.end ?? 0);
  for (const box of boxes) {
    if (isKept(box)) continue;
    if (box.start < end && padding.includes(box.type)) work.blanking.zero(box.data, box.end, unusedBytes);
    else await dropBox(box, work);
  }
  return {
    pieces: piecesWith(work.blanking.edits, end),
    hidden: async () =>
      eachOnce([
        ...(await work.blanking.hidden()),
        ...(await describeTail(found.boxes[another]?.start ?? found.end, source)),
      ]),
  };
}

/** 8.11.6: no list of items, or an empty one. */
async function isWithoutItems(meta: Box | undefined, view: ByteWindow): Promise<boolean> {
  const found = meta && (await boxesBetween(view, meta.data + 4, meta.end));
  const list = found?.boxes.find(({ type }) => type === 'iinf');
  if (!found || !list) return found !== null;
  const version = (await view.at(list.data, 1))[0];
  const items = await boxesBetween(view, list.data + (version === 0 ? 6 : 8), list.end);
  return items?.boxes.length === 0;
}

async function refusalOf(moov: Box, work: Work, ranges: MediaRanges): Promise<RefusalReason | null> {
  const movie = await blankMovie(moov, work, ranges);
  return typeof movie === 'string' ? movie : null;
}

/** Where the rebuilt box ends, without its padding. */
async function blankMeta(
  meta: Box,
  { source, blanking }: Work,
  ranges: MediaRanges,
): Promise<number | RefusalReason> {
  const { start, data, end } = meta;
  if (end - start > longestMeta) return 'too-large';
  if (data - start !== 8) return 'unsupported';
  const items = await readItems(await source.read(start, end), data - start);
  if (typeof items === 'string') return items;
  const keptIds = keptItems(items);
  if (!keptIds) return 'unsupported';
  const stay = items.locations.filter(({ id }) => keptIds.has(id));
  if (stay.some(({ method, isOutside }) => method > 1 || isOutside)) return 'unsupported';
  for (const location of stay) {
    if (location.method !== 0) continue;
    for (const { offset, length } of location.extents)
      ranges.add(offset, length === 0 ? source.size : offset + length);
  }
  const properties = keptProperties(items, keptIds);
  const rebuilt = rebuildMeta(items, { items: keptIds, properties }, blankedIdat(items, stay));
  if (!rebuilt) return 'corrupt';
  blanking.replace(start, rebuilt.bytes);
  blanking.tell(async () => [
    ...(await describeItems(items, keptIds, source)),
    ...describeProperties(items, properties),
    ...rebuilt.removed,
  ]);
  return start + rebuilt.length;
}

/** 8.11.11: what items that stay have in `idat`; the rest is zero. */
function blankedIdat({ bytes, boxes }: Items, stay: readonly Location[]): Uint8Array | null {
  const idat = boxes.find(({ type }) => type === 'idat');
  const used = stay.filter(({ method }) => method === 1);
  if (!idat || used.length === 0) return null;
  const original = bytes.subarray(idat.data, idat.end);
  const blanked = new Uint8Array(original.length);
  for (const { offset, length } of used.flatMap(({ extents }) => extents)) {
    const to = length === 0 ? original.length : offset + length;
    if (offset < original.length) blanked.set(original.subarray(offset, to), offset);
  }
  return blanked;
}

export const heif: Container = planned(
  {
    name: 'heif',
    types: ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence'],
    extensions: ['heic', 'heif', 'hif', 'heics', 'heifs', 'avci', 'avcs'],
    matches: (head) => familyOf(head) === 'heif',
  },
  planPictures,
);
