import type { ByteSource } from '../bytes/byte-source';
import { bytesOf } from '../bytes/text';
import type { Range } from '../metadata/clean-result';
import {
  type Directory,
  readNumbers,
  readStructure,
  readValue,
  type TiffForm,
} from '../metadata/tiff-structure';
import { tag } from '../metadata/tiff-tags';
import type { Stored } from './stored-picture';

/**
 * The first picture of a TIFF structure, be it a file or EXIF, and the JPEG streams in it: previews in IFDs and
 * SubIFDs, and the thumbnail of EXIF in IFD1 (TIFF 6.0, sections 8 and 22, Technical Notes 1 and 2; CIPA DC-008,
 * 4.5.4).
 */

/** A JPEG stream, one part behind the other: ranges of the source and bytes of their own. */
export type JpegParts = readonly (Range | Uint8Array)[];

export interface TiffPicture extends Stored {
  /** Of any size; whether they can be decoded is not known. */
  readonly jpegs: readonly JpegParts[];
}

/** More previews than any file has. */
const maximumJpegs = 16;

/** Longer than any tables, in bytes. */
const longestTables = 1 << 16;

/** TIFF 6.0, section 22, and Technical Note 2. */
const jpegCompressions: readonly number[] = [6, 7];

/** Compression 34892 is lossy JPEG in DNG. */
const lossyDng = 34_892;

const orientationTag = 274;

/** Null when there is no TIFF structure. In EXIF there is no picture, and its size is 0. */
export async function readTiffPicture(source: ByteSource): Promise<TiffPicture | null> {
  const structure = await readStructure(source);
  if (typeof structure === 'string') return null;
  const { form, chain } = structure;
  const all = chain.flatMap((directory) => [directory, ...directory.children]).slice(0, 1000);
  const number = (directory: Directory | undefined, name: number) =>
    readNumbers(directory?.fields.get(name), source, form, 1).then(([value = 0]) => value);
  let picture: Directory | undefined;
  const jpegs: JpegParts[] = [];
  for (const directory of all) {
    const isReduced = (await number(directory, tag.NewSubfileType)) % 2 === 1;
    const hasSize =
      (await number(directory, tag.ImageWidth)) * (await number(directory, tag.ImageLength)) > 0;
    if (!picture && hasSize && !isReduced) picture = directory;
    const jpeg = jpegs.length < maximumJpegs ? await jpegIn(directory, source, form) : null;
    if (jpeg) jpegs.push(jpeg);
  }
  const orientation = await number(chain[0], orientationTag);
  return {
    width: await number(picture, tag.ImageWidth),
    height: await number(picture, tag.ImageLength),
    orientation: orientation >= 1 && orientation <= 8 ? orientation : 1,
    jpegs,
  };
}

/** The whole stream of a directory; null when it has none, or only in strips or tiles. */
async function jpegIn({ fields }: Directory, source: ByteSource, form: TiffForm): Promise<JpegParts | null> {
  const numbers = (name: number) => readNumbers(fields.get(name), source, form, 2);
  const [compression = 6] = await numbers(tag.Compression);
  if (!jpegCompressions.includes(compression) && compression !== lossyDng) return null;
  const [at] = await numbers(tag.JPEGInterchangeFormat);
  const [length] = await numbers(tag.JPEGInterchangeFormatLength);
  const whole = rangeOf(at, length, source);
  if (whole) return [whole];
  const offsets = await numbers(tag.StripOffsets);
  const lengths = await numbers(tag.StripByteCounts);
  const strip = offsets.length === 1 ? rangeOf(offsets[0], lengths[0], source) : null;
  if (!strip) return null;
  const tables = fields.get(tag.JPEGTables);
  if (!tables || tables.length < 4) return [strip];
  // Between the SOI and the EOI of the tables, then the stream without its own SOI.
  const bytes = await readValue(tables, source, Math.min(tables.length, longestTables));
  return [bytesOf('\xff\xd8'), bytes.slice(2, -2), { start: strip.start + 2, end: strip.end }];
}

/** Null when there are not four bytes, the least that two markers take. */
function rangeOf(at: number | undefined, length: number | undefined, { size }: ByteSource): Range | null {
  if (at === undefined || length === undefined || at === 0) return null;
  const end = Math.min(at + length, size);
  return end - at >= 4 ? { start: at, end } : null;
}
