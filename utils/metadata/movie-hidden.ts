import type { ByteSource } from '../bytes/byte-source';
import type { ByteWindow } from '../bytes/byte-window';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { type Box, boxAt, boxesBetween } from './isobmff-box';
import { readValues, tidy } from './readable';
import { identifiedXmp } from './xmp';

/**
 * What the boxes of a movie that are not needed for playing say about a person: QuickTime File Format, "User Data";
 * 3GPP TS 26.244, 8; the keys of `mdta` and the lists of `mdir`.
 */

/** By the last part of a key, or by a box's type; what stands nowhere here is `other`. */
const kinds: Readonly<Record<string, HiddenKind>> = {
  '©xyz': 'place',
  loci: 'place',
  ISO6709: 'place',
  location: 'place',
  WLOC: 'place',
  gps: 'place',
  '©day': 'time',
  creationdate: 'time',
  date: 'time',
  year: 'time',
  yrrc: 'time',
  '©mak': 'device',
  '©mod': 'device',
  '©swr': 'device',
  '©too': 'device',
  '©enc': 'device',
  make: 'device',
  model: 'device',
  software: 'device',
  encoder: 'device',
  manufacturer: 'device',
  version: 'device',
  CAME: 'device',
  FIRM: 'device',
  LENS: 'device',
  MUID: 'device',
  '©ART': 'person',
  aART: 'person',
  '©wrt': 'person',
  '©aut': 'person',
  '©cpy': 'person',
  author: 'person',
  artist: 'person',
  auth: 'person',
  perf: 'person',
  cprt: 'person',
  copyright: 'person',
  name: 'person',
  '©nam': 'text',
  '©cmt': 'text',
  '©des': 'text',
  '©inf': 'text',
  '©lyr': 'text',
  '©alb': 'text',
  '©gen': 'text',
  gnre: 'text',
  '©grp': 'text',
  desc: 'text',
  ldes: 'text',
  titl: 'text',
  dscp: 'text',
  kywd: 'text',
  albm: 'text',
  title: 'text',
  comment: 'text',
  description: 'text',
  keywords: 'text',
  chpl: 'text',
  covr: 'thumbnail',
  pnot: 'thumbnail',
  PICT: 'thumbnail',
  thmb: 'thumbnail',
  emsg: 'other',
  prft: 'time',
};

/** XMP in a `uuid` box (XMP Part 3, 1.2.3). */
const xmpType = '\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac';

/** Lists lie in lists: `moov.udta.meta.ilst.covr.data` is the deepest that anybody writes. */
const deepest = 8;

/** So many things of one file are told of. */
const maximumTold = 200;

/** Of a value so many bytes are read; the rest of it is only removed. */
const longestValue = 4096;

/** Longest XMP packet that is read, in bytes. */
const longestPacket = 1 << 20;

/** What a box that goes says, with all the boxes in it. */
export async function describeBox(
  box: Box,
  source: ByteSource,
  view: ByteWindow,
): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  await describeInto(items, box, source, view, deepest);
  return items.length > 0 ? items : [hiddenItem(kindOf(box.type), 'MP4', labelOf(box.type))];
}

const lists: readonly string[] = ['udta', 'meta', 'ilst', 'moov', 'meco', 'smta'];

async function describeInto(
  items: HiddenData[],
  box: Box,
  source: ByteSource,
  view: ByteWindow,
  depth: number,
): Promise<void> {
  if (depth === 0 || items.length >= maximumTold) return;
  const { type, data, end } = box;
  if (['free', 'skip', 'wide'].includes(type)) items.push(hiddenItem('other', 'MP4', 'unused bytes'));
  else if (type === 'uuid') items.push(...(await describeUuid(box, source)));
  else if (type === 'XMP_') items.push(...(await describeXmp(data, end, source)));
  else if (type === 'mpvd') items.push(hiddenItem('other', 'MP4', 'video'));
  else if (!lists.includes(type)) items.push(await describeText(type, box, source));
  else {
    // QuickTime's `meta` is a plain box, that of ISO a full one.
    const isPlain = type !== 'meta' || (await boxAt(view, data, end))?.type === 'hdlr';
    const found = await boxesBetween(view, isPlain ? data : data + 4, end);
    const keys = found ? await keysOf(found.boxes, source, view) : [];
    for (const child of found?.boxes ?? []) {
      if (child.type === 'ilst') await describeList(items, child, keys, source, view);
      else if (!['hdlr', 'keys'].includes(child.type))
        await describeInto(items, child, source, view, depth - 1);
    }
  }
}

async function describeUuid({ data, end }: Box, source: ByteSource): Promise<readonly HiddenData[]> {
  const type = latin1Of(await source.read(data, data + 16));
  return type === xmpType ? describeXmp(data + 16, end, source) : [hiddenItem('other', 'MP4', 'uuid')];
}

async function describeXmp(start: number, end: number, source: ByteSource): Promise<readonly HiddenData[]> {
  const packet = await source.read(start, Math.min(end, start + longestPacket));
  return (await readValues(identifiedXmp(packet))) ?? [hiddenItem('other', 'XMP', 'XMP')];
}

/** The names in `keys`, in order: entries of `ilst` refer to them by their number, from 1. */
async function keysOf(
  boxes: readonly Box[],
  source: ByteSource,
  view: ByteWindow,
): Promise<readonly string[]> {
  const keys = boxes.find(({ type }) => type === 'keys');
  const found = keys && (await boxesBetween(view, keys.data + 8, keys.end));
  const names: string[] = [];
  for (const { data, end } of found?.boxes.slice(0, maximumTold) ?? [])
    names.push(latin1Of(await source.read(data, Math.min(end, data + 200))));
  return names;
}

async function describeList(
  items: HiddenData[],
  list: Box,
  keys: readonly string[],
  source: ByteSource,
  view: ByteWindow,
): Promise<void> {
  for (const { type, start, data, end } of await entriesOf(list, source, view)) {
    if (items.length >= maximumTold) return;
    const number = viewOf(await source.read(start + 4, start + 8)).getUint32(0);
    const name = keys[number - 1] ?? type;
    const value = await boxAt(view, data, end);
    const text = value?.type === 'data' ? await textOf(value.data + 8, value.end, source) : undefined;
    items.push(itemOf(name, text));
  }
}

/** Entries whose type is a number are no boxes of any name, but have the same head. */
async function entriesOf({ data, end }: Box, source: ByteSource, view: ByteWindow): Promise<readonly Box[]> {
  const entries: Box[] = [];
  for (let at = data; at + 8 <= end && entries.length < maximumTold; ) {
    const head = viewOf((await view.at(at, 8)).subarray(0, 8));
    if (head.byteLength < 8) break;
    const size = head.getUint32(0);
    if (size < 8 || at + size > end) break;
    const type = latin1Of(await source.read(at + 4, at + 8));
    entries.push({ type, start: at, data: at + 8, end: at + size });
    at += size;
  }
  return entries;
}

async function describeText(type: string, { data, end }: Box, source: ByteSource): Promise<HiddenData> {
  if (type === 'loci') return hiddenItem('place', 'MP4', type, await lociOf(data, end, source));
  // QuickTime: two bytes of length and two of language; 3GPP: version and flags, language.
  const skipped = type.startsWith('\xa9') ? 4 : 6;
  // That of dashcams is a list of positions in the file.
  const isTold = Object.hasOwn(kinds, labelOf(type)) && kindOf(type) !== 'thumbnail' && type !== 'gps ';
  return itemOf(type, isTold ? await textOf(data + skipped, end, source) : undefined);
}

/** 3GPP TS 26.244, 8.12: name, role, then longitude and latitude in 16.16 fixed point. */
async function lociOf(data: number, end: number, source: ByteSource): Promise<string | undefined> {
  const bytes = await source.read(data, Math.min(end, data + longestValue));
  const name = bytes.indexOf(0, 6);
  if (name < 0 || name + 10 > bytes.length) return undefined;
  const view = viewOf(bytes);
  return placeText(view.getInt32(name + 6) / 65_536, view.getInt32(name + 2) / 65_536);
}

function placeText(latitude: number, longitude: number): string {
  return `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
}

async function textOf(start: number, end: number, source: ByteSource): Promise<string | undefined> {
  if (start >= end) return undefined;
  const bytes = await source.read(start, Math.min(end, start + longestValue));
  return tidy(new TextDecoder().decode(bytes)) || undefined;
}

function itemOf(name: string, text: string | undefined): HiddenData {
  const kind = kindOf(name);
  const label = labelOf(name);
  if (text === undefined || kind === 'thumbnail' || kind === 'other') return hiddenItem(kind, 'MP4', label);
  if (kind === 'place') {
    // ISO 6709: "+36.3400+043.1300/"
    const [, latitude, longitude] = /([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)/.exec(text) ?? [];
    const told = latitude && longitude ? placeText(Number(latitude), Number(longitude)) : text;
    return hiddenItem(kind, 'MP4', label, told);
  }
  const time = kind === 'time' && /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d))?/.exec(text);
  return hiddenItem(kind, 'MP4', label, time ? [time[1], time[2]].filter(Boolean).join(' ') : text);
}

function kindOf(name: string): HiddenKind {
  const label = labelOf(name);
  const last = label.slice(label.lastIndexOf('.') + 1);
  return (
    (Object.hasOwn(kinds, label) && kinds[label]) || (Object.hasOwn(kinds, last) && kinds[last]) || 'other'
  );
}

/** Keys as they are; types of boxes in letters. */
function labelOf(name: string): string {
  return tidy(name) || 'box';
}
