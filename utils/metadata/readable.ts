import { Exifr } from 'exifr/dist/lite.esm.mjs';
import { startsWith } from '../bytes/text';
import { repaired } from './exif-repair';
import { eachOnce, type HiddenData, type HiddenKind } from './hidden-data';
import { describeMakerNote } from './maker-note';
import { identifiedXmp, xmpIdentifier } from './xmp';

/**
 * What hidden data says, for people: EXIF and XMP values, read by exifr.
 * Only the report depends on it; whatever it cannot read is removed all the same.
 */

/** Longest value that is shown, in characters. */
const longestValue = 200;

/** Fields by the kind of thing they tell. What stands nowhere here is `other`, and only counted. */
const kinds: Readonly<Record<string, HiddenKind>> = {
  GPSLatitude: 'place',
  GPSAreaInformation: 'place',
  City: 'place',
  State: 'place',
  Country: 'place',
  Location: 'place',
  Sublocation: 'place',
  CreateDate: 'time',
  DateTimeOriginal: 'time',
  ModifyDate: 'time',
  DateCreated: 'time',
  MetadataDate: 'time',
  GPSDateStamp: 'time',
  GPSTimeStamp: 'time',
  Make: 'device',
  Model: 'device',
  Software: 'device',
  HostComputer: 'device',
  LensModel: 'device',
  SerialNumber: 'device',
  BodySerialNumber: 'device',
  LensSerialNumber: 'device',
  ImageUniqueID: 'device',
  CreatorTool: 'device',
  Artist: 'person',
  Copyright: 'person',
  CameraOwnerName: 'person',
  OwnerName: 'person',
  creator: 'person',
  rights: 'person',
  PersonInImage: 'person',
  RegionInfo: 'person',
  Regions: 'person',
  Author: 'person',
  Credit: 'person',
  CaptionWriter: 'person',
  UsageTerms: 'person',
  ImageDescription: 'text',
  UserComment: 'text',
  XPTitle: 'text',
  XPComment: 'text',
  XPAuthor: 'person',
  XPKeywords: 'text',
  XPSubject: 'text',
  title: 'text',
  description: 'text',
  subject: 'text',
  Headline: 'text',
  Title: 'text',
  Subject: 'text',
  Keywords: 'text',
  Instructions: 'text',
  Label: 'text',
  History: 'edit-history',
  history: 'edit-history',
  history_end: 'edit-history',
  DocumentID: 'edit-history',
  InstanceID: 'edit-history',
  OriginalDocumentID: 'edit-history',
  DerivedFrom: 'edit-history',
  MakerNote: 'other',
};

/** Groups of XMP by the second picture that they hold or announce. */
const pictures: Readonly<Record<string, string>> = { GDepth: 'depth map', GImage: 'second picture' };

/** Names within a structure, of faces for instance: so deep, and so many, are they looked for. */
const nameFields: readonly string[] = ['Name', 'PersonDisplayName'];
const deepestName = 6;
const maximumNames = 20;

/** Latitude and longitude make one place; the parts of a name and a date are one thing each. */
const merged: ReadonlySet<string> = new Set(['GPSLongitude', 'GPSLatitudeRef', 'GPSLongitudeRef']);

/** What a field tells by its name in EXIF or XMP; null where it is not known. */
export function kindOfField(label: string): HiddenKind | null {
  return kinds[label] ?? null;
}

/** Text on one line, without control characters, not too long. */
export function tidy(value: unknown): string {
  const text = Array.isArray(value) ? value.map(tidy).join(', ') : String(value);
  return text
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, longestValue);
}

/** "2026:11:12 16:32:04" as "2026-11-12 16:32", the clock of the camera left as it is; so is that of GPS, in UTC. */
function tidyTime(value: unknown): string {
  if (Array.isArray(value) && value.length === 3)
    return value
      .slice(0, 2)
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
  const [, date, time] = /^(\d{4}[:-]\d{2}[:-]\d{2})[ T]?(\d{2}:\d{2})?/.exec(tidy(value)) ?? [];
  return date ? [date.replaceAll(':', '-'), time].filter(Boolean).join(' ') : tidy(value);
}

type Values = Readonly<Record<string, unknown>>;

/** The names that a structure holds. */
function namesIn(value: unknown, depth = 0): readonly string[] {
  if (typeof value !== 'object' || value === null || depth > deepestName) return [];
  return Object.entries(value)
    .flatMap(([label, inner]) =>
      nameFields.includes(label) && typeof inner === 'string' ? [tidy(inner)] : namesIn(inner, depth + 1),
    )
    .slice(0, maximumNames);
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A thing to show of one group of fields, each kind and label once. */
function itemsOf(values: Values, source: string, place: string | null): HiddenData[] {
  const items: HiddenData[] = [];
  for (const [label, value] of Object.entries(values)) {
    const kind = kinds[label];
    if (!kind || merged.has(label) || value === undefined || value === null) continue;
    if (label === 'GPSLatitude') {
      items.push({ kind, source, label, ...(place ? { value: place } : {}) });
      continue;
    }
    const text = isValues(value) ? (value.value ?? namesIn(value)) : value;
    const shown = kind === 'time' ? tidyTime(value) : tidy(text);
    const telling =
      kind !== 'edit-history' && kind !== 'other' && shown !== '' && shown !== '[object Object]';
    items.push({ kind, source, label, ...(telling ? { value: shown } : {}) });
  }
  return items;
}

/** What fits into one marker segment, in bytes; more is only read up to here. */
const longestPayload = 0xffff - 2;

/** A payload as exifr reads it: SOI, one APP1 segment, EOI (T.81 Annex B). */
function asFile(payload: Uint8Array): Uint8Array {
  const kept = payload.subarray(0, longestPayload);
  const length = kept.length + 2;
  const file = new Uint8Array(kept.length + 8);
  file.set([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 0xff]);
  file.set(kept, 6);
  file.set([0xff, 0xd9], kept.length + 6);
  return file;
}

/**
 * Reads EXIF or XMP.
 * @param payload as in an APP1 segment: identifier, then the TIFF structure or the packet
 * @returns what could be read; null when nothing could, so that only the carrier's name can be told
 */
export async function readValues(payload: Uint8Array): Promise<readonly HiddenData[] | null> {
  const packet = asUtf8(payload);
  const items = await readOnce(repaired(packet) ?? packet);
  const notes = describeMakerNote(payload);
  return items || notes.length > 0 ? eachOnce([...(items ?? []), ...notes]) : null;
}

/** XMP may be in UTF-16 (XMP Part 1, 7.1), by its mark or by its first letter. */
function asUtf8(payload: Uint8Array): Uint8Array {
  if (!startsWith(payload, xmpIdentifier)) return payload;
  const packet = payload.subarray(xmpIdentifier.length);
  const [first = 0, second = 0] = packet;
  const isLittle = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  if (!isLittle && !isBig) return payload;
  const text = new TextDecoder(isLittle ? 'utf-16le' : 'utf-16be').decode(packet);
  return identifiedXmp(new TextEncoder().encode(text));
}

/** One and the same for every file: exifr keeps what it makes of such an object for good. */
const wanted = {
  tiff: true,
  ifd0: {},
  ifd1: true,
  exif: true,
  gps: true,
  interop: false,
  xmp: { parse: true },
  jfif: false,
  ihdr: false,
  makerNote: false,
  userComment: true,
  multiSegment: false,
  mergeOutput: false,
  sanitize: false,
  reviveValues: false,
  translateValues: false,
};

async function readOnce(payload: Uint8Array): Promise<readonly HiddenData[] | null> {
  try {
    const reader = new Exifr(wanted);
    await reader.read(asFile(payload));
    const output: unknown = await reader.parse();
    const items = isValues(output) ? describeValues(output) : [];
    return items.length > 0 ? items : null;
  } catch {
    // Hostile or broken.
    return null;
  }
}

function describeValues(output: Values): readonly HiddenData[] {
  const items: HiddenData[] = [];
  for (const [group, values] of Object.entries(output)) {
    if (!isValues(values)) continue;
    if (group === 'ifd1' || group === 'thumbnail') {
      items.push({ kind: 'thumbnail', source: 'EXIF', label: 'IFD1' });
      continue;
    }
    const picture = pictures[group];
    if (picture) items.push({ kind: 'thumbnail', source: 'XMP', label: picture });
    const source = ['ifd0', 'exif', 'gps'].includes(group) ? 'EXIF' : 'XMP';
    items.push(...itemsOf(values, source, placeOf(values)));
  }
  return items;
}

/** Decimal degrees, by exifr's reading of the rationals. */
function placeOf({ latitude, longitude }: Values): string | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return null;
  return `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`;
}
