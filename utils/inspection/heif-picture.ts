import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { viewOf } from '../bytes/view';
import { type Items, type Property, readItems } from '../metadata/heif-items';
import { type Box, boxesBetween } from '../metadata/isobmff-box';
import type { Stored } from './stored-picture';

/** How a HEIC or AVIF picture is stored, ISO 23008-12, 6.5: by the properties of its primary item. */

/** Boxes are small and lie far apart: so much is read at a time, in bytes. */
const readLength = 1 << 14;

/** A picture of a thousand tiles has some hundred kilobytes of it. */
const longestMeta = 4 << 20;

export interface HeifPicture extends Stored {
  /** What `meta` says; null of a sequence without items. */
  readonly items: Items | null;
  /** Where `meta` begins in the file: positions in `items` are counted from there. */
  readonly start: number;
}

/** Null when there is no such picture in it. */
export async function readHeifPicture(source: ByteSource): Promise<HeifPicture | null> {
  const view = new ByteWindow(source, readLength);
  const boxes = (await boxesBetween(view, 0, source.size))?.boxes ?? [];
  const meta = boxes.find(({ type }) => type === 'meta');
  const primary = meta && (await readPrimary(meta, source));
  if (primary) return primary;
  const moov = boxes.find(({ type }) => type === 'moov');
  return moov ? readTrack(moov, view) : null;
}

async function readPrimary({ start, data, end }: Box, source: ByteSource): Promise<HeifPicture | null> {
  if (end - start > longestMeta) return null;
  const items = await readItems(await source.read(start, end), data - start);
  if (typeof items === 'string') return null;
  const properties = propertiesOf(items);
  const ispe = properties.find(({ type }) => type === 'ispe')?.box;
  if (!ispe || ispe.end - ispe.data < 12) return null;
  const fields = viewOf(items.bytes);
  const [width, height] = [fields.getUint32(ispe.data + 4), fields.getUint32(ispe.data + 8)];
  return { width, height, orientation: orientationBy(properties, items.bytes), items, start };
}

/** Of the primary item, in the order in which they apply. */
function propertiesOf({ primary, properties, associationBoxes }: Items): readonly Property[] {
  const association = associationBoxes
    .flatMap(({ associations }) => associations)
    .find(({ id }) => id === primary);
  return (association?.properties ?? []).flatMap(({ index }) => properties[index - 1] ?? []);
}

/** What comes out of quarter turns against the clock, by how it is mirrored after them. */
const turned = [1, 8, 3, 6] as const;
/** 6.5.12: 0 exchanges top and bottom, 1 left and right. */
const turnedAndMirrored = [
  [4, 5, 2, 7],
  [2, 7, 4, 5],
] as const;

/** 6.5.10 and 6.5.12. */
function orientationBy(properties: readonly Property[], bytes: Uint8Array): number {
  const rotation = properties.findIndex(({ type }) => type === 'irot');
  const mirror = properties.findIndex(({ type }) => type === 'imir');
  const byteOf = (index: number) => bytes[properties[index]?.box.data ?? bytes.length] ?? 0;
  const angle = rotation < 0 ? 0 : byteOf(rotation) & 3;
  if (mirror < 0) return turned[angle] ?? 1;
  // Mirrored before it is turned is turned the other way before it is mirrored.
  const quarters = mirror < rotation ? (4 - angle) % 4 : angle;
  return turnedAndMirrored[byteOf(mirror) & 1]?.[quarters] ?? 1;
}

/** ISO 14496-12, 8.3.2: the first track's size, in 16.16, at the end of its header. */
async function readTrack(moov: Box, view: ByteWindow): Promise<HeifPicture | null> {
  const tracks = await boxesBetween(view, moov.data, moov.end);
  const track = tracks?.boxes.find(({ type }) => type === 'trak');
  const inside = track && (await boxesBetween(view, track.data, track.end));
  const header = inside?.boxes.find(({ type }) => type === 'tkhd');
  if (!header || header.end - header.data < 84) return null;
  const fields = viewOf((await view.at(header.end - 8, 8)).subarray(0, 8));
  if (fields.byteLength < 8) return null;
  const [width, height] = [fields.getUint16(0), fields.getUint16(4)];
  return { width, height, orientation: 1, items: null, start: 0 };
}
