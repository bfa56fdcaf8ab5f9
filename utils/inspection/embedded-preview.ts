import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { rangeSource } from '../bytes/range-source';
import { bytesOf, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { exifIdentifier, isExif, orientationOnly } from '../metadata/exif';
import type { Location } from '../metadata/heif-items';
import { boxesBetween } from '../metadata/isobmff-box';
import { marker } from '../metadata/jpeg-marker';
import { readStructure as readJpeg, type Segment } from '../metadata/jpeg-structure';
import { mpfIdentifier, type PictureEntry, readEntries } from '../metadata/multi-picture';
import { readStructure as readPng } from '../metadata/png-structure';
import { headLength, signatureOf } from '../metadata/signatures';
import { readStructure as readWebp } from '../metadata/webp-structure';
import { type HeifPicture, readHeifPicture } from './heif-picture';
import { readJxlPicture } from './jxl-picture';
import { areaOf, isTooLarge, jpegSize, sizeOf } from './picture-size';
import { type Size, type Stored, shownSize } from './stored-picture';
import { type JpegParts, readTiffPicture } from './tiff-picture';

/**
 * The JPEG streams that a file has beside its picture and that show the same: previews and thumbnails. What the browser
 * does not decode, or what is too large for it, is looked at by them, before they are cleaned away.
 */

export interface Previews {
  /** Of the file's own picture, as it is shown; null where that is not known. */
  readonly own: Size | null;
  /** The largest one first; each turned as the file's own picture is. */
  readonly jpegs: readonly JpegParts[];
}

/** What a carrier tells. */
interface Found {
  readonly stored: Stored;
  readonly jpegs: readonly JpegParts[];
}

/** So many are tried, the largest first. */
const maximumTries = 4;

/** CIPA DC-007, 5.2.3.1, table 3: large thumbnails and pictures of the same scene, of those types that are JPEG. */
const previewTypes: readonly number[] = [0x010001, 0x010002, 0x010003, 0x010004, 0x010005, 0x020003];

const finders: Readonly<Record<string, (source: ByteSource) => Promise<Found | null>>> = {
  jpeg: findInJpeg,
  png: findInPng,
  webp: findInWebp,
  tiff: async (source) => {
    const picture = await readTiffPicture(source);
    return picture && { stored: picture, jpegs: picture.jpegs };
  },
  isobmff: findInHeif,
  'jpeg-xl': findInJxl,
};

/** Never rejects for what is broken: then there are none. */
export async function previewsOf(source: ByteSource): Promise<Previews> {
  const head = await source.read(0, Math.min(headLength, source.size));
  const found = await finders[signatureOf(head, source.size) ?? 'jpeg']?.(source);
  if (!found) return { own: null, jpegs: [] };
  const { stored } = found;
  const sized: { readonly parts: JpegParts; readonly area: number }[] = [];
  for (const parts of found.jpegs) {
    const size = await sizeOfParts(parts, source);
    if (size && !isTooLarge(size)) sized.push({ parts, area: areaOf(size) });
  }
  sized.sort((one, other) => other.area - one.area);
  return {
    own: areaOf(stored) > 0 ? shownSize(stored) : null,
    jpegs: sized.slice(0, maximumTries).map(({ parts }) => turnedAs(parts, stored.orientation)),
  };
}

/** The frame header stands in one of the parts, behind SOI or behind tables that have one. */
async function sizeOfParts(parts: JpegParts, source: ByteSource): Promise<Size | null> {
  for (const part of parts) {
    if (part instanceof Uint8Array) continue;
    const isFirst = part === parts[0];
    const inside = rangeSource(source, part.start, part.end);
    return jpegSize(isFirst ? inside : behindSoi(inside));
  }
  return null;
}

/** A stream without its SOI, with one. */
function behindSoi(source: ByteSource): ByteSource {
  const soi = bytesOf('\xff\xd8');
  return {
    size: source.size + soi.length,
    read: async (start, end) => {
      const rest = await source.read(Math.max(0, start - soi.length), Math.max(0, end - soi.length));
      return start >= soi.length ? rest : Uint8Array.from([...soi.subarray(start, end), ...rest]);
    },
  };
}

/** With EXIF that says the orientation before its own: of two, browsers take the first. */
function turnedAs(parts: JpegParts, orientation: number): JpegParts {
  const [first, ...rest] = parts;
  if (!first || orientation === 1) return parts;
  const value = orientation as 2 | 3 | 4 | 5 | 6 | 7 | 8;
  const exif = orientationOnly({
    value,
    type: 3,
    littleEndian: false,
    identifier: bytesOf(exifIdentifier),
  });
  const head = Uint8Array.from([0xff, marker.SOI, 0xff, marker.APP1, 0, exif.length + 2, ...exif]);
  return first instanceof Uint8Array
    ? [head, first.subarray(2), ...rest]
    : [head, { start: first.start + 2, end: first.end }, ...rest];
}

/** What the EXIF that lies there has; positions are those of the file. */
async function findInExif(source: ByteSource, start: number, end: number) {
  const head = await source.read(start, Math.min(start + exifIdentifier.length, end));
  const at = isExif(head) ? start + exifIdentifier.length : start;
  const read = await readTiffPicture(rangeSource(source, at, end));
  const jpegs = (read?.jpegs ?? []).map((parts) =>
    parts.map((part) => (part instanceof Uint8Array ? part : { start: part.start + at, end: part.end + at })),
  );
  return { orientation: read?.orientation ?? 1, jpegs };
}

/** Of several EXIF segments readers take the first; MPF tells of whole pictures behind the end. */
async function findInJpeg(source: ByteSource): Promise<Found | null> {
  const structure = await readJpeg(source);
  const size = await jpegSize(source);
  if (typeof structure === 'string' || !size) return null;
  const segments = structure.parts.filter((part): part is Segment => part.kind === 'segment');
  const exif = segments.find(({ code, payload }) => code === marker.APP1 && isExif(payload));
  const own = exif && (await findInExif(source, exif.start + 4, exif.end));
  const mpf = segments.find(
    ({ code, payload }) => code === marker.APP2 && startsWith(payload, mpfIdentifier),
  );
  const base = mpf ? mpf.start + 4 + mpfIdentifier.length : 0;
  const others = (mpf ? readEntries(mpf.payload) : [])
    .filter(isPreview)
    .map(({ offset, size: length }) => [{ start: base + offset, end: base + offset + length }])
    .filter(([range]) => range !== undefined && range.end <= source.size);
  return {
    stored: { ...size, orientation: own?.orientation ?? 1 },
    jpegs: [...(own?.jpegs ?? []), ...others],
  };
}

function isPreview({ attribute, offset, size }: PictureEntry): boolean {
  return offset > 0 && size > 0 && previewTypes.includes(attribute & 0xffffff);
}

/** W3C PNG, 11.3.4.6: eXIf, whose orientation browsers follow. */
async function findInPng(source: ByteSource): Promise<Found | null> {
  const [structure, size] = [await readPng(source), await sizeOf(source)];
  if (typeof structure === 'string' || !size) return null;
  const chunk = structure.chunks.find(({ type }) => type === 'eXIf');
  const own = chunk && (await findInExif(source, chunk.start + 8, chunk.end - 4));
  return { stored: { ...size, orientation: own?.orientation ?? 1 }, jpegs: own?.jpegs ?? [] };
}

/** RFC 9649, 2.7.1.5. */
async function findInWebp(source: ByteSource): Promise<Found | null> {
  const [structure, size] = [await readWebp(source), await sizeOf(source)];
  if (typeof structure === 'string' || !size) return null;
  const chunk = structure.chunks.find(({ type }) => type === 'EXIF');
  const own = chunk && (await findInExif(source, chunk.start + 8, chunk.end));
  return { stored: { ...size, orientation: own?.orientation ?? 1 }, jpegs: own?.jpegs ?? [] };
}

/**
 * ISO 23008-12: the primary item if it is JPEG, its thumbnails that are, and the thumbnail of its EXIF. The orientation
 * is that of the properties (MIAF, 7.3.9), whatever EXIF says.
 */
async function findInHeif(source: ByteSource): Promise<Found | null> {
  const picture = await readHeifPicture(source);
  if (!picture) return null;
  const { items } = picture;
  if (!items) return { stored: picture, jpegs: [] };
  const thumbnails = items.references.filter(({ type, to }) => type === 'thmb' && to.includes(items.primary));
  const ids = [items.primary, ...thumbnails.map(({ from }) => from)];
  const jpegs: JpegParts[] = [];
  for (const item of items.items) {
    const location = items.locations.find(({ id }) => id === item.id);
    const parts = location ? partsOf(location, picture, source) : [];
    const [first] = parts;
    if (item.type === 'jpeg' && ids.includes(item.id) && first) jpegs.push(parts);
    if (item.type !== 'Exif' || parts.length !== 1 || !first) continue;
    const skipped = await source.read(first.start, Math.min(first.start + 4, first.end));
    if (skipped.length < 4) continue;
    const at = first.start + 4 + viewOf(skipped).getUint32(0);
    if (at < first.end) jpegs.push(...(await findInExif(source, at, first.end)).jpegs);
  }
  return { stored: picture, jpegs };
}

/** ISO 14496-12, 8.11.3: in the file, or in `idat`; none where it is elsewhere, or where one leads out of the file. */
function partsOf(
  { method, isOutside, extents }: Location,
  { items, start }: HeifPicture,
  { size }: ByteSource,
) {
  const idat = items?.boxes.find(({ type }) => type === 'idat');
  if (isOutside || method > 1 || (method === 1 && !idat)) return [];
  const base = method === 1 && idat ? start + idat.data : 0;
  const limit = method === 1 && idat ? start + idat.end : size;
  const parts = extents.map(({ offset, length }) => ({
    start: base + offset,
    end: length === 0 ? limit : base + offset + length,
  }));
  return parts.every((part) => part.start < part.end && part.end <= limit) ? parts : [];
}

/** ISO 18181-2, 9.6: EXIF behind an offset of four bytes; the orientation is the codestream's. */
async function findInJxl(source: ByteSource): Promise<Found | null> {
  const stored = await readJxlPicture(source);
  if (!stored) return null;
  const boxes = (await boxesBetween(new ByteWindow(source, 1 << 14), 0, source.size))?.boxes ?? [];
  const exif = boxes.find(({ type, data, end }) => type === 'Exif' && end - data > 8);
  if (!exif) return { stored, jpegs: [] };
  const at = exif.data + 4 + viewOf(await source.read(exif.data, exif.data + 4)).getUint32(0);
  return { stored, jpegs: at < exif.end ? (await findInExif(source, at, exif.end)).jpegs : [] };
}
