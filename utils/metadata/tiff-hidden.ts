import type { ByteSource } from '../bytes/byte-source';
import { bytesOf } from '../bytes/text';
import type { Range } from './clean-result';
import { exifIdentifier } from './exif';
import { eachOnce, type HiddenData, hiddenItem } from './hidden-data';
import { describeIptc, describePhotoshop, photoshopIdentifier } from './iptc';
import { describeSegments } from './jpeg-hidden';
import type { Segment } from './jpeg-structure';
import { readValues } from './readable';
import { type Edit, segmentOf } from './tiff-jpeg';
import type { Block } from './tiff-layout';
import { encodeDirectory, extentsOf } from './tiff-layout';
import { blockFields, type Kept, type Page } from './tiff-page';
import {
  type Directory,
  type Field,
  rangesOf,
  readNumbers,
  readValue,
  type TiffForm,
  type TiffStructure,
} from './tiff-structure';
import { drawing, tag, told } from './tiff-tags';
import { describeUnused } from './unused';
import { identifiedXmp } from './xmp';

/** What the parts of a TIFF that are not needed for drawing say about a person. */

/** Of so many directories the values are read; of the others the fields are named. */
const maximumRead = 8;

/** Of each value so many bytes are read, and of all texts of a directory together. */
const longestText = 4096;
const longestTexts = 48 << 10;
const longestPacket = 1 << 20;

/** Of one dropped thumbnail so many strips are looked at. */
const maximumStrips = 4096;

/** Dropped segments of JPEG streams that are read; the rest is of the same kind. */
const maximumSegments = 64;

const pointers: readonly number[] = [tag.Exif, tag.GPS];

/** Written anew in every page. */
const positions: readonly number[] = [
  tag.StripOffsets,
  tag.StripByteCounts,
  tag.TileOffsets,
  tag.TileByteCounts,
];

/** What they are drawn by tells nothing of directories that go altogether. */
const untold: ReadonlySet<number> = new Set([
  ...Object.keys(drawing).map(Number),
  ...positions,
  tag.JPEGTables,
]);

export interface Dropped {
  readonly structure: TiffStructure;
  readonly pages: readonly Page[];
  readonly blocks: readonly Block[];
  readonly edits: readonly Edit[];
}

/** Everything hidden in a file, and what of it goes. */
export async function describe(file: Dropped, source: ByteSource): Promise<readonly HiddenData[]> {
  const { structure, pages, edits } = file;
  const { chain, form } = structure;
  const items: HiddenData[] = [];
  const pageOf = new Map(pages.map((page) => [page.directory, page]));
  for (const [index, directory] of chain.entries()) {
    items.push(
      ...(await describeDirectory(directory, pageOf.get(directory), index < maximumRead, source, form)),
    );
  }
  const segments = [...pages.flatMap(({ dropped }) => dropped), ...(await segmentsOf(edits, source))];
  items.push(...(await describeSegments(segments)));
  if (edits.some(({ code }) => code === null)) items.push(hiddenItem('other', 'JPEG', 'data after the end'));
  return eachOnce([...items, ...(await describeUnused(await claimsOf(file, source), source, 'TIFF'))]);
}

async function describeDirectory(
  directory: Directory,
  page: Page | undefined,
  isRead: boolean,
  source: ByteSource,
  form: TiffForm,
): Promise<readonly HiddenData[]> {
  const kept = new Set(page?.fields.map(({ tag: name }) => name));
  const dropped = [...directory.fields.values()].filter(
    ({ tag: name }) => !kept.has(name) && !(page ? positions.includes(name) : untold.has(name)),
  );
  const items: HiddenData[] = page
    ? [...page.removed]
    : [hiddenItem('thumbnail', 'TIFF', 'reduced-resolution image')];
  if (isRead && dropped.length > 0) items.push(...(await readDropped(directory, dropped, source, form)));
  // What was read of a carrier stands for it.
  const said = new Set(items.flatMap(({ source: carrier, label }) => [carrier, label]));
  for (const { tag: name } of dropped) {
    const [kind, label] = told[name] ?? ['other', `tag ${name}`];
    if (!said.has(label)) items.push(hiddenItem(kind, 'TIFF', label));
  }
  return items;
}

async function readDropped(
  directory: Directory,
  dropped: readonly Field[],
  source: ByteSource,
  form: TiffForm,
): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  const payload = async (name: number) => {
    const field = dropped.find((candidate) => candidate.tag === name);
    if (!field || field.count === 0) return null;
    return readValue(field, source, Math.min(field.length, longestPacket));
  };
  items.push(...((await readValues(await exifOf(directory, dropped, source, form))) ?? []));
  const xmp = await payload(tag.XMP);
  if (xmp) items.push(...((await readValues(identifiedXmp(xmp))) ?? []));
  const iptc = await payload(tag.IPTC);
  if (iptc) items.push(...describeIptc(iptc));
  const photoshop = await payload(tag.Photoshop);
  if (photoshop) items.push(...describePhotoshop(prefixed(photoshop)));
  return items;
}

/** Image resources with the identifier before them. */
function prefixed(resources: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(photoshopIdentifier.length + resources.length);
  bytes.set(bytesOf(photoshopIdentifier));
  bytes.set(resources, photoshopIdentifier.length);
  return bytes;
}

/** The texts, the Exif and the GPS fields as a small EXIF of their own. */
async function exifOf(
  directory: Directory,
  dropped: readonly Field[],
  source: ByteSource,
  { littleEndian }: TiffForm,
): Promise<Uint8Array> {
  const form = { littleEndian, big: false };
  let left = longestTexts;
  const textsOf = async (fields: Iterable<Field>) => {
    const texts: Kept[] = [];
    for (const field of fields) {
      const { tag: name, type, count, length } = field;
      if (count === 0 || type > 12 || length > Math.min(longestText, left) || pointers.includes(name))
        continue;
      left -= length;
      texts.push({ tag: name, type, count, bytes: (await readValue(field, source, length)).slice() });
    }
    return texts;
  };
  const own = await textsOf(dropped);
  const children: { name: number; fields: readonly Kept[] }[] = [];
  for (const { tag: name, fields } of directory.children) {
    if (pointers.includes(name)) children.push({ name, fields: await textsOf(fields.values()) });
  }
  const parts: Uint8Array[] = [];
  const pointersAt = (ends: readonly number[]) =>
    children.map(({ name }, index) => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, ends[index] ?? 0, littleEndian);
      return { tag: name, type: 4, count: 1, bytes };
    });
  const first = (ends: readonly number[]) =>
    encodeDirectory(
      [...own, ...pointersAt(ends)].sort((a, b) => a.tag - b.tag),
      8,
      0,
      form,
    );
  let at = 8 + first([]).length;
  const places: number[] = [];
  for (const { fields } of children) {
    const bytes = encodeDirectory(
      [...fields].sort((a, b) => a.tag - b.tag),
      at,
      0,
      form,
    );
    places.push(at);
    parts.push(bytes);
    at += bytes.length;
  }
  const head = bytesOf(`${exifIdentifier}${littleEndian ? 'II*\0\x08\0\0\0' : 'MM\0*\0\0\0\x08'}`);
  const whole = new Uint8Array(exifIdentifier.length + at);
  let to = 0;
  for (const part of [head, first(places), ...parts]) {
    whole.set(part, to);
    to += part.length;
  }
  return whole;
}

async function segmentsOf(edits: readonly Edit[], source: ByteSource): Promise<readonly Segment[]> {
  const segments: Segment[] = [];
  for (const edit of edits.filter(({ code }) => code !== null).slice(0, maximumSegments))
    segments.push(segmentOf(edit, await source.read(edit.start, edit.end)));
  return segments;
}

/** What belongs to something: header, directories, values, coded data, that of thumbnails too. */
async function claimsOf(
  { structure, pages, blocks }: Dropped,
  source: ByteSource,
): Promise<readonly Range[]> {
  const claims: Range[] = [{ start: 0, end: structure.headerEnd }, ...extentsOf(blocks)];
  const kept = new Set(pages.map(({ directory }) => directory));
  for (const directory of allOf(structure.chain)) {
    claims.push(...rangesOf(directory));
    if (!kept.has(directory)) claims.push(...(await thumbnailOf(directory, source, structure.form)));
  }
  return claims;
}

function allOf(directories: readonly Directory[]): readonly Directory[] {
  return directories.flatMap((directory) => [directory, ...allOf(directory.children)]);
}

async function thumbnailOf(
  directory: Directory,
  source: ByteSource,
  form: TiffForm,
): Promise<readonly Range[]> {
  const { fields } = directory;
  const strips = blockFields(directory, fields.has(tag.TileOffsets));
  const stream = {
    offsets: fields.get(tag.JPEGInterchangeFormat),
    lengths: fields.get(tag.JPEGInterchangeFormatLength),
  };
  const ranges: Range[] = [];
  for (const { offsets, lengths } of [strips, stream]) {
    const starts = await readNumbers(offsets, source, form, maximumStrips);
    const counts = await readNumbers(lengths, source, form, maximumStrips);
    for (const [index, start] of starts.entries()) ranges.push({ start, end: start + (counts[index] ?? 0) });
  }
  return ranges;
}
