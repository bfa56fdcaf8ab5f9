import { bytesOf, latin1Of, startsWith } from '../bytes/text';
import { exifIdentifier, isExif, withIdentifier } from './exif';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { describePhotoshop, photoshopIdentifier } from './iptc';
import { marker } from './jpeg-marker';
import type { Segment } from './jpeg-structure';
import { readValues, tidy } from './readable';
import { extendedXmpIdentifier, identifiedXmp, xmpIdentifier } from './xmp';

/** What the parts of a JPEG that are not needed for drawing say about a person. */

/** Values are read from so many segments; the rest is named, not read. */
const maximumRead = 16;

/** So much of all image resources is read, in bytes. */
const longestResources = 1 << 18;

/** Everything hidden in these dropped segments; each kind, source and label once. */
export async function describeSegments(segments: readonly Segment[]): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  let read = 0;
  const resources: Uint8Array[] = [];
  items.push(...(await describeExtension(segments.filter(isExtendedXmp).slice(0, maximumRead))));
  for (const segment of segments) {
    if (segment.code === marker.APP1 && read++ < maximumRead) items.push(...(await describeApp1(segment)));
    else if (isPhotoshop(segment)) resources.push(segment.payload);
    else items.push(...describeSegment(segment));
  }
  if (resources.length > 0) items.push(...describePhotoshop(joinResources(resources)));
  return eachOnce(items);
}

function isPhotoshop({ code, payload }: Segment): boolean {
  return code === marker.APP13 && startsWith(payload, photoshopIdentifier);
}

function isExtendedXmp({ code, payload }: Segment): boolean {
  return code === marker.APP1 && startsWith(payload, extendedXmpIdentifier);
}

/** XMP Part 3, 1.1.3.1: a digest, the whole length, and where in it the portion belongs; portions come in order. */
const portionHead = extendedXmpIdentifier.length + 40;

/** What the values of a packet that was too long for one segment say, as far as it is read. */
async function describeExtension(segments: readonly Segment[]): Promise<readonly HiddenData[]> {
  const packet = segments.map(({ payload }) => latin1Of(payload.subarray(portionHead))).join('');
  return packet ? ((await readValues(identifiedXmp(bytesOf(packet)))) ?? []) : [];
}

/** Image resources that are too long for one segment go on in the next one, behind the identifier. */
function joinResources(payloads: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array(0), ...more] = payloads;
  if (more.length === 0) return first;
  const parts = [first, ...more.map((payload) => payload.subarray(photoshopIdentifier.length))];
  const joined = new Uint8Array(
    Math.min(
      longestResources,
      parts.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const part of parts) {
    joined.set(part.subarray(0, joined.length - at), at);
    at = Math.min(at + part.length, joined.length);
  }
  return joined;
}

async function describeApp1(segment: Segment): Promise<readonly HiddenData[]> {
  const { payload } = segment;
  const read = isExif(payload) ? withIdentifier(payload.subarray(exifIdentifier.length)) : payload;
  return (await readValues(read)) ?? describeSegment(segment);
}

function describeSegment({ code, payload }: Segment): readonly HiddenData[] {
  const name = code === marker.COM ? 'COM' : `APP${code - marker.APP0}`;
  if (code === marker.COM)
    return [hiddenItem('text', name, 'comment', tidy(new TextDecoder().decode(payload)))];
  if (code === marker.APP0) {
    const isThumbnail = startsWith(payload, 'JFIF\0') || startsWith(payload, 'JFXX\0');
    return [
      hiddenItem(
        isThumbnail ? 'thumbnail' : 'other',
        isThumbnail ? latin1Of(payload.subarray(0, 4)) : name,
        name,
      ),
    ];
  }
  if (isExif(payload)) return [hiddenItem('other', 'EXIF', name)];
  if (startsWith(payload, xmpIdentifier)) return [hiddenItem('other', 'XMP', name)];
  if (startsWith(payload, extendedXmpIdentifier)) return [hiddenItem('edit-history', 'XMP', 'ExtendedXMP')];
  if (startsWith(payload, 'MPF\0')) return [hiddenItem('thumbnail', 'MPF', 'MPIndexIFD')];
  if (code === marker.APP11) return [hiddenItem('edit-history', 'JUMBF', name)];
  return [hiddenItem('other', name, tidy(latin1Of(payload.subarray(0, 16)).split('\0')[0]) || name)];
}

export function describeJunk(): HiddenData {
  return hiddenItem('other', 'JPEG', 'data before the beginning');
}

export function describeGarbage(): HiddenData {
  return hiddenItem('other', 'JPEG', 'data between the segments');
}
