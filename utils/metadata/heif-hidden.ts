import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { withIdentifier } from './exif';
import type { Item, Items } from './heif-items';
import { auxiliaryTypes } from './heif-kept';
import { type HiddenData, hiddenItem } from './hidden-data';
import { readValues, tidy } from './readable';
import { identifiedXmp } from './xmp';

/** What the items and properties of a HEIF or AVIF file that are not needed for drawing say about a person. */

/** Of so many items the values are read, and of each so many bytes; the rest is named, not read. */
const maximumRead = 16;
const longestRead = 1 << 20;

/** Everything hidden in the items that go, and in the names of those that stay. */
export async function describeItems(
  all: Items,
  kept: ReadonlySet<number>,
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const hidden: HiddenData[] = [];
  const auxiliaries = auxiliaryTypes(all);
  const thumbnails = new Set(all.references.filter(({ type }) => type === 'thmb').map(({ from }) => from));
  let read = 0;
  for (const item of all.items) {
    const { id, type } = item;
    if (kept.has(id)) hidden.push(...describeName(item, all.bytes));
    else if (type === 'Exif' || type === 'mime' || type === 'uri ')
      hidden.push(...(await describeData(item, read++ < maximumRead ? await dataOf(id, all, source) : null)));
    else if (thumbnails.has(id)) hidden.push(hiddenItem('thumbnail', 'HEIF', 'thumbnail'));
    else if (auxiliaries.has(id))
      hidden.push(hiddenItem('other', 'HEIF', auxiliaryLabel(auxiliaries.get(id) ?? '')));
    else hidden.push(hiddenItem('thumbnail', 'HEIF', 'second picture'));
  }
  hidden.push(...describeHandler(all));
  const named = ['hdlr', 'pitm', 'iinf', 'iloc', 'iref', 'iprp', 'idat', 'grpl'];
  for (const { type } of all.boxes)
    if (!named.includes(type)) hidden.push(hiddenItem('other', 'HEIF', tidy(type)));
  return hidden;
}

function auxiliaryLabel(type: string): string {
  return /depth|disparity|auxid:2/.test(type) ? 'depth map' : 'auxiliary picture';
}

/** 8.11.6: a name of its own, that no reader shows. */
function describeName({ box }: Item, bytes: Uint8Array): readonly HiddenData[] {
  const at = box.data + 4 + (bytes[box.data] === 2 ? 2 : 4) + 6;
  const name = tidy(latin1Of(bytes.subarray(at, Math.min(box.end, at + 200))).split('\0')[0]);
  return name ? [hiddenItem('text', 'HEIF', 'item_name', name)] : [];
}

/** 8.4.3: the name of the handler, which is that of the program that wrote the file. */
function describeHandler({ boxes, bytes }: Items): readonly HiddenData[] {
  const hdlr = boxes.find(({ type }) => type === 'hdlr');
  if (!hdlr) return [];
  const name = latin1Of(bytes.subarray(hdlr.data + 24, Math.min(hdlr.end, hdlr.data + 280))).split('\0')[0];
  return tidy(name) ? [hiddenItem('device', 'HEIF', 'hdlr', tidy(name))] : [];
}

/** The bytes of an item, so far as they are read. */
async function dataOf(
  id: number,
  { bytes, boxes, locations }: Items,
  source: ByteSource,
): Promise<Uint8Array | null> {
  const location = locations.find((candidate) => candidate.id === id);
  const [extent] = location?.extents ?? [];
  if (!location || !extent || location.isOutside) return null;
  const length = Math.min(extent.length || longestRead, longestRead);
  if (location.method === 0)
    return source.read(extent.offset, Math.max(extent.offset, Math.min(extent.offset + length, source.size)));
  const idat = boxes.find(({ type }) => type === 'idat');
  if (location.method !== 1 || !idat) return null;
  return bytes.subarray(idat.data + extent.offset, Math.min(idat.end, idat.data + extent.offset + length));
}

async function describeData(
  { type, contentType }: Item,
  data: Uint8Array | null,
): Promise<readonly HiddenData[]> {
  const isXmp = contentType === 'application/rdf+xml';
  const told =
    data && (type === 'Exif' ? await readExif(data) : isXmp ? await readValues(identifiedXmp(data)) : null);
  if (told && told.length > 0) return told;
  if (type === 'Exif') return [hiddenItem('other', 'EXIF', 'Exif')];
  return [
    isXmp ? hiddenItem('other', 'XMP', 'XMP') : hiddenItem('other', 'HEIF', tidy(contentType) || tidy(type)),
  ];
}

/** 23008-12, A.2.1: four bytes say where behind them the TIFF structure begins. */
async function readExif(data: Uint8Array): Promise<readonly HiddenData[] | null> {
  if (data.length < 8) return null;
  const at = 4 + viewOf(data).getUint32(0);
  return at < data.length ? readValues(withIdentifier(data.subarray(at))) : null;
}

/** Properties that go: texts, times, and whatever is not known. */
export function describeProperties(
  { bytes, properties }: Items,
  kept: ReadonlySet<number>,
): readonly HiddenData[] {
  return properties.flatMap(({ box, type }, index) => {
    if (kept.has(index + 1) || type === 'free') return [];
    const text = tidy(
      latin1Of(bytes.subarray(box.data + 4, Math.min(box.end, box.data + 400))).replace(/\0+/g, ' '),
    );
    if (type === 'udes' || type === 'altt') return [hiddenItem('text', 'HEIF', type, text)];
    if (type === 'crtt' || type === 'mdft' || type === 'itai') return [hiddenItem('time', 'HEIF', type)];
    // Those of items that go, and everybody's.
    return known.includes(type) ? [] : [hiddenItem('other', 'HEIF', tidy(type))];
  });
}

const known: readonly string[] =
  'ispe pixi pasp colr hvcC av1C avcC auxC irot imir clap lsel a1op a1lx clli mdcv'.split(' ');
