import type { ByteSource } from '../bytes/byte-source';
import { bytesOf, latin1Of, startsWith } from '../bytes/text';
import { withIdentifier } from './exif';
import { type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { describeIptc, describePhotoshop, photoshopIdentifier } from './iptc';
import { type Chunk, chunkFrame, chunkHead } from './png-structure';
import { profileBytes, profileName, readText, type Text } from './png-text';
import { kindOfField, readValues, tidy } from './readable';
import { describeTrailer, trailerHead } from './trailer';
import { identifiedXmp } from './xmp';

/** What the chunks of a PNG that are not needed for drawing say about a person. */

/** Of so many chunks the values are read, and of each so many bytes; the rest is named, not read. */
const maximumRead = 32;
const longestRead = 1 << 20;

/** Keywords that the specification registers (11.3.3.2) and programs use, in small letters, by what they tell. */
const keywords: Readonly<Record<string, HiddenKind>> = {
  author: 'person',
  artist: 'person',
  copyright: 'person',
  'creation time': 'time',
  'create-date': 'time',
  'modify-date': 'time',
  'date:create': 'time',
  'date:modify': 'time',
  'date:timestamp': 'time',
  'thumb::mtime': 'time',
  software: 'device',
  source: 'device',
};

/** Programs write fields of EXIF as texts too, behind the name of the group: "exif:Model". */
function kindOfKeyword(keyword: string): HiddenKind {
  const [, field = ''] = /^(?:exif|iptc|xmp|dc|tiff|photoshop):(.+)$/i.exec(keyword) ?? [];
  return keywords[keyword.toLowerCase()] ?? kindOfField(field) ?? 'text';
}

const xmpKeyword = 'XML:com.adobe.xmp';

/** Old picture data that a crop left behind the new end begins and ends as chunks do ("aCropalypse"). */
const leftChunks = /IDAT|IEND/;

/** Everything hidden in these dropped chunks. */
export async function describeChunks(
  chunks: readonly Chunk[],
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const { type, start, end } = chunk;
    const readTo = Math.min(end - 4, start + chunkHead + longestRead);
    const data = index < maximumRead ? await source.read(start + chunkHead, readTo) : new Uint8Array(0);
    const told = data.length > 0 ? await describeData(type, data) : [];
    items.push(...(told.length > 0 ? told : [hiddenItem(kindOf(type), sourceOf(type), tidy(type))]));
  }
  return items;
}

/** What follows IEND. */
export async function describeTail(end: number, source: ByteSource): Promise<HiddenData> {
  const head = await source.read(end, Math.min(end + trailerHead, source.size));
  const last = await source.read(Math.max(end, source.size - chunkFrame), source.size);
  if (leftChunks.test(latin1Of(head)) || latin1Of(last).includes('IEND')) {
    return hiddenItem('edit-history', 'trailer', 'earlier picture');
  }
  return describeTrailer(head);
}

function kindOf(type: string): HiddenKind {
  if (type === 'tEXt' || type === 'zTXt' || type === 'iTXt') return 'text';
  if (type === 'tIME') return 'time';
  return type === 'caBX' ? 'edit-history' : 'other';
}

function sourceOf(type: string): string {
  if (type === 'eXIf' || type === 'zxIf') return 'EXIF';
  if (type === 'iCCP') return 'ICC';
  return type === 'caBX' ? 'JUMBF' : 'PNG';
}

async function describeData(type: string, data: Uint8Array): Promise<readonly HiddenData[]> {
  if (type === 'eXIf') return (await readValues(withIdentifier(data))) ?? [];
  if (type === 'tIME' && data.length === 7) return [hiddenItem('time', 'PNG', type, timeOf(data))];
  const text = await readText(type, data);
  return text ? describeText(type, text) : [];
}

/** 11.3.4.6: year, month, day, hour, minute, second, in UTC. */
function timeOf(data: Uint8Array): string {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const two = (at: number) => String(view.getUint8(at)).padStart(2, '0');
  return `${view.getUint16(0)}-${two(2)}-${two(3)} ${two(4)}:${two(5)}`;
}

async function describeText(type: string, text: Text): Promise<readonly HiddenData[]> {
  const { keyword, value } = text;
  const label = tidy(keyword);
  if (keyword === xmpKeyword) {
    return orNamed(await readValues(identifiedXmp(value)), 'XMP', label);
  }
  const profile = profileName(text);
  if (profile) return describeProfile(profile, label, profileBytes(text));
  const decoder = new TextDecoder(type === 'iTXt' ? 'utf-8' : 'latin1');
  const kind = kindOfKeyword(keyword);
  const shown = tidy(decoder.decode(value.subarray(0, 1000)));
  return [hiddenItem(kind, 'PNG', label, kind === 'time' ? shown.replace('T', ' ').slice(0, 16) : shown)];
}

/** What was read; when that says nothing, the carrier by its name. */
function orNamed(read: readonly HiddenData[] | null, source: string, label: string): readonly HiddenData[] {
  return read && read.length > 0 ? read : [hiddenItem('other', source, label)];
}

async function describeProfile(
  profile: string,
  label: string,
  bytes: Uint8Array,
): Promise<readonly HiddenData[]> {
  if (profile === 'exif' || profile === 'app1') {
    const isXmp = startsWith(bytes, 'http:');
    return orNamed(await readValues(isXmp ? bytes : withIdentifier(bytes)), 'EXIF', label);
  }
  if (profile === 'xmp') {
    return orNamed(await readValues(identifiedXmp(bytes)), 'XMP', label);
  }
  // Some writers leave the image resources around it out.
  if (profile === 'iptc' && bytes[0] === 0x1c) return orNamed(describeIptc(bytes), 'IPTC', label);
  if (profile === 'iptc' || profile === '8bim') {
    const start = startsWith(bytes, photoshopIdentifier) ? '' : photoshopIdentifier;
    return describePhotoshop(Uint8Array.from([...bytesOf(start), ...bytes]));
  }
  return [hiddenItem('other', 'PNG', label)];
}
