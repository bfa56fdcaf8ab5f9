import { latin1Of, startsWith } from '../bytes/text';
import { exifIdentifier } from './exif';
import type { HiddenData, HiddenKind } from './hidden-data';
import { photoshopIdentifier, readPhotoshop } from './iptc';
import { marker, type Segment } from './jpeg-structure';
import { readValues, tidy } from './readable';

/** What the parts of a JPEG that are not needed for drawing say about a person. */

/** Adobe XMP Specification Part 3, 1.1.3. */
const xmpIdentifier = 'http://ns.adobe.com/xap/1.0/\0';
const extendedXmpIdentifier = 'http://ns.adobe.com/xmp/extension/\0';

/** Values are read from so many segments; the rest is named, not read. */
const maximumRead = 16;

/** IPTC-IIM 4.2, record 2: dataset numbers by what they tell. */
const iptcKinds: Readonly<Record<number, [HiddenKind, string]>> = {
  5: ['text', 'ObjectName'],
  25: ['text', 'Keywords'],
  55: ['time', 'DateCreated'],
  80: ['person', 'By-line'],
  85: ['person', 'By-lineTitle'],
  90: ['place', 'City'],
  92: ['place', 'Sub-location'],
  95: ['place', 'Province-State'],
  101: ['place', 'Country'],
  105: ['text', 'Headline'],
  110: ['person', 'Credit'],
  116: ['person', 'CopyrightNotice'],
  118: ['person', 'Contact'],
  120: ['text', 'Caption'],
  122: ['person', 'Writer'],
};

function item(kind: HiddenKind, source: string, label: string, value?: string): HiddenData {
  return { kind, source, label, ...(value ? { value } : {}) };
}

/** Everything hidden in these dropped segments; each kind, source and label once. */
export async function describeSegments(segments: readonly Segment[]): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  let read = 0;
  for (const segment of segments) {
    if (segment.code === marker.APP1 && read++ < maximumRead) items.push(...(await describeApp1(segment)));
    else items.push(...describeSegment(segment));
  }
  return once(items);
}

async function describeApp1(segment: Segment): Promise<readonly HiddenData[]> {
  const values = await readValues(asFile(segment));
  return values ?? describeSegment(segment);
}

/** One segment as the beginning of a file: SOI, the segment, EOI. */
function asFile({ code, payload }: Segment): Uint8Array {
  const length = payload.length + 2;
  const head = [0xff, marker.SOI, 0xff, code, length >> 8, length & 0xff];
  return Uint8Array.from([...head, ...payload, 0xff, marker.EOI]);
}

function describeSegment({ code, payload }: Segment): readonly HiddenData[] {
  const name = code === marker.COM ? 'COM' : `APP${code - marker.APP0}`;
  if (code === marker.COM) return [item('text', name, 'comment', tidy(new TextDecoder().decode(payload)))];
  if (code === marker.APP0) {
    const isThumbnail = startsWith(payload, 'JFIF\0') || startsWith(payload, 'JFXX\0');
    return [
      item(isThumbnail ? 'thumbnail' : 'other', isThumbnail ? latin1Of(payload.subarray(0, 4)) : name, name),
    ];
  }
  if (startsWith(payload, exifIdentifier)) return [item('other', 'EXIF', name)];
  if (startsWith(payload, xmpIdentifier)) return [item('other', 'XMP', name)];
  if (startsWith(payload, extendedXmpIdentifier)) return [item('edit-history', 'XMP', 'ExtendedXMP')];
  if (startsWith(payload, 'MPF\0')) return [item('thumbnail', 'MPF', 'MPIndexIFD')];
  if (startsWith(payload, photoshopIdentifier)) return describePhotoshop(payload);
  if (code === marker.APP11) return [item('edit-history', 'JUMBF', name)];
  return [item('other', name, tidy(latin1Of(payload.subarray(0, 16)).split('\0')[0]) || name)];
}

function describePhotoshop(payload: Uint8Array): readonly HiddenData[] {
  const { datasets, hasThumbnail } = readPhotoshop(payload);
  const items = datasets.flatMap(({ number, text }) => {
    const [kind, label] = iptcKinds[number] ?? [];
    return kind && label ? [item(kind, 'IPTC', label, tidy(text))] : [];
  });
  if (hasThumbnail) items.push(item('thumbnail', 'Photoshop', 'thumbnail'));
  return [...items, item('edit-history', 'Photoshop', 'image resources')];
}

/** What lies behind the end of the picture, by how it begins. */
export function describeTrailer(head: Uint8Array): HiddenData {
  const text = latin1Of(head);
  if (text.slice(4, 8) === 'ftyp' || text.includes('MotionPhoto')) return item('other', 'trailer', 'video');
  if (startsWith(head, '\xff\xd8\xff')) return item('thumbnail', 'trailer', 'second picture');
  return item('other', 'trailer', 'data after the end');
}

export function describeJunk(): HiddenData {
  return item('other', 'JPEG', 'data before the beginning');
}

function once(items: readonly HiddenData[]): readonly HiddenData[] {
  const seen = new Set<string>();
  return items.filter(({ kind, source, label }) => {
    const key = [kind, source, label].join('\0');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
