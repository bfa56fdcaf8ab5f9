import type { ByteSource } from '../bytes/byte-source';
import type { RefusalReason } from './clean-result';
import type { HiddenData } from './hidden-data';
import { cleanProfile } from './icc';
import type { Segment } from './jpeg-structure';
import { cleanTables } from './tiff-jpeg';
import {
  type Directory,
  type Field,
  numberAt,
  readNumbers,
  readValue,
  type TiffForm,
  typeLength,
  viewOf,
} from './tiff-structure';
import { drawing, tag } from './tiff-tags';

/** One page of a TIFF file: the fields that it is drawn by, and where its strips or tiles lie. */

/** A field and the bytes of its value. */
export interface Kept {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly bytes: Uint8Array;
}

export interface Page {
  readonly directory: Directory;
  /** All but where the coded picture lies; in the order of their tags. */
  readonly fields: readonly Kept[];
  readonly tiled: boolean;
  /** Of the strips or tiles; both 0 where there is none. */
  readonly offsets: Float64Array;
  readonly lengths: Float64Array;
  readonly isJpeg: boolean;
  /** Of the colour profile. */
  readonly removed: readonly HiddenData[];
  /** Of the JPEG tables. */
  readonly dropped: readonly Segment[];
}

/** What all pages together may take. */
export interface Budget {
  blocks: number;
  /** In bytes. */
  values: number;
}

/** Values of numbers, whole or broken; texts and structures are none. */
const numericTypes: readonly number[] = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 16, 17];

const jpegCompression = 7;

/**
 * Codings that cannot carry anything but samples: none, CCITT, LZW, JPEG, Deflate, NeXT, PackBits, ThunderScan,
 * Pixar, LogLuv, LZMA, LERC, Zstandard. JPEG 2000, WebP and JPEG XL can; so could old-style JPEG (6), which hardly
 * anyone reads the same way. Data behind the end of a coded strip is carried along: to find it, all would have to
 * be decoded.
 */
const compressions: readonly number[] = [
  1,
  2,
  3,
  4,
  5,
  jpegCompression,
  8,
  32_766,
  32_771,
  32_773,
  32_809,
  32_908,
  32_909,
  32_946,
  34_676,
  34_677,
  34_887,
  34_925,
  50_000,
];

/** Grey, RGB, palette, mask, CMYK, YCbCr, Lab (three kinds), LogL, LogLuv: all but what cameras keep raw. */
const photometrics: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 32_844, 32_845];

const yCbCr = 6;

/** Longer than any profile or tables, in bytes. */
const longestPayload = 16 << 20;

/** What decides over which pages there are, of every directory. */
export interface Outline {
  readonly directory: Directory;
  readonly fields: readonly Kept[];
  readonly hasPicture: boolean;
  /** A smaller copy of another page. */
  readonly isReduced: boolean;
}

export async function readOutline(
  directory: Directory,
  source: ByteSource,
  form: TiffForm,
  budget: Budget,
): Promise<Outline | RefusalReason> {
  const fields: Kept[] = [];
  for (const field of directory.fields.values()) {
    const most = drawing[field.tag];
    if (most === undefined || field.count === 0 || !numericTypes.includes(field.type)) continue;
    const count = Math.min(field.count, most);
    const length = count * typeLength(field.type);
    budget.values -= length;
    if (budget.values < 0) return 'too-large';
    const bytes = (await readValue(field, source, length)).slice();
    fields.push({ tag: field.tag, type: field.type, count, bytes });
  }
  const number = numbersIn(fields, form);
  const hasPicture =
    number(tag.ImageWidth, 0) > 0 &&
    number(tag.ImageLength, 0) > 0 &&
    [tag.StripOffsets, tag.TileOffsets].some((name) => (directory.fields.get(name)?.count ?? 0) > 0);
  // Section 8: bit 0 of NewSubfileType, or 2 in the older field.
  const isReduced = number(tag.NewSubfileType, 0) % 2 === 1 || number(tag.SubfileType, 1) === 2;
  return { directory, fields, hasPicture, isReduced };
}

/** BYTE, SHORT, LONG, LONG8 and their signed kin: readers take any of them for a number that cannot be negative. */
const integerTypes: readonly number[] = [1, 3, 4, 6, 8, 9, 16, 17];

/** Reads the first number of a field, as far as it is a whole one. */
function numbersIn(fields: readonly Kept[], form: TiffForm) {
  return (name: number, otherwise: number): number => {
    const field = fields.find((candidate) => candidate.tag === name);
    if (!field || !integerTypes.includes(field.type)) return otherwise;
    return numberAt(viewOf(field.bytes), 0, typeLength(field.type), form);
  };
}

/** What is needed to tell how long the parts of a page are. */
interface Shape {
  readonly tiled: boolean;
  readonly blocks: number;
  /** Of uncompressed data, of one strip or tile by its number; null where that is not known. */
  lengthOf(index: number): number | null;
}

function shapeOf({ fields }: Outline, form: TiffForm): Shape | null {
  const number = numbersIn(fields, form);
  const width = number(tag.ImageWidth, 0);
  const height = number(tag.ImageLength, 0);
  const samples = number(tag.SamplesPerPixel, 1);
  const isPlanar = number(tag.PlanarConfiguration, 1) === 2;
  const tileWidth = number(tag.TileWidth, 0);
  const tileHeight = number(tag.TileLength, 0);
  const tiled = tileWidth > 0 && tileHeight > 0;
  const rows = Math.min(number(tag.RowsPerStrip, height), height);
  if (rows === 0 || samples === 0) return null;
  const perPlane = tiled
    ? Math.ceil(width / tileWidth) * Math.ceil(height / tileHeight)
    : Math.ceil(height / rows);
  const bits = bitsOf(fields, form);
  const exact =
    number(tag.Compression, 1) === 1 && number(tag.PhotometricInterpretation, 0) !== yCbCr && bits !== null;
  const rowLength = (pixels: number) => Math.ceil((pixels * (bits ?? 0) * (isPlanar ? 1 : samples)) / 8);
  return {
    tiled,
    blocks: perPlane * (isPlanar ? samples : 1),
    lengthOf(index) {
      if (!exact) return null;
      if (tiled) return rowLength(tileWidth) * tileHeight;
      return rowLength(width) * Math.min(rows, height - (index % perPlane) * rows);
    },
  };
}

/** Bits of each sample; null when they differ. */
function bitsOf(fields: readonly Kept[], form: TiffForm): number | null {
  const field = fields.find((candidate) => candidate.tag === tag.BitsPerSample);
  if (!field) return 1;
  const width = typeLength(field.type);
  if (![1, 3, 4].includes(field.type)) return null;
  const view = viewOf(field.bytes);
  const all = Array.from({ length: field.count }, (_, index) => numberAt(view, index * width, width, form));
  const [first = 1] = all;
  return all.every((bits) => bits === first) ? first : null;
}

/** The page that a directory with a picture describes, or why it is none that could be cleaned. */
export async function readPage(
  outline: Outline,
  source: ByteSource,
  form: TiffForm,
  budget: Budget,
): Promise<Page | RefusalReason> {
  const { directory, fields } = outline;
  const number = numbersIn(fields, form);
  // Whatever else it is, no reader knows how the picture is coded.
  const coded = fields.find((field) => field.tag === tag.Compression);
  if (coded && !integerTypes.includes(coded.type)) return 'corrupt';
  const compression = number(tag.Compression, 1);
  if (!compressions.includes(compression)) return 'unsupported';
  if (!photometrics.includes(number(tag.PhotometricInterpretation, 0))) return 'unsupported';
  const [depth = 1] = await readNumbers(directory.fields.get(tag.ImageDepth), source, form, 1);
  if (depth !== 1) return 'unsupported';
  const shape = shapeOf(outline, form);
  if (!shape) return 'corrupt';
  const blocks = await readBlocks(directory, shape, source, form, budget);
  if (typeof blocks === 'string') return blocks;
  const isJpeg = compression === jpegCompression;
  const tables = isJpeg ? await readTables(directory.fields.get(tag.JPEGTables), source, budget) : null;
  if (typeof tables === 'string') return tables;
  const profile = await readProfile(directory.fields.get(tag.ICCProfile), source, budget);
  if (typeof profile === 'string') return profile;
  const added = [tables?.kept, profile?.kept].filter((kept) => kept !== undefined);
  const drawn = shape.tiled ? fields : fields.filter(({ tag: name }) => !tileSizes.includes(name));
  return {
    directory,
    fields: [...drawn, ...added].sort((a, b) => a.tag - b.tag),
    tiled: shape.tiled,
    ...blocks,
    isJpeg,
    removed: profile?.removed ?? [],
    dropped: tables?.dropped ?? [],
  };
}

const tileSizes: readonly number[] = [tag.TileWidth, tag.TileLength];

/** Fields of tiles count for strips and the other way round, as readers take them. */
export function blockFields({ fields }: Directory, tiled: boolean) {
  const pick = (name: number, other: number) => {
    const field = fields.get(name);
    return field && field.count > 0 ? field : fields.get(other);
  };
  return tiled
    ? {
        offsets: pick(tag.TileOffsets, tag.StripOffsets),
        lengths: pick(tag.TileByteCounts, tag.StripByteCounts),
      }
    : {
        offsets: pick(tag.StripOffsets, tag.TileOffsets),
        lengths: pick(tag.StripByteCounts, tag.TileByteCounts),
      };
}

async function readBlocks(
  directory: Directory,
  { tiled, blocks, lengthOf }: Shape,
  source: ByteSource,
  form: TiffForm,
  budget: Budget,
): Promise<{ offsets: Float64Array; lengths: Float64Array } | RefusalReason> {
  const fields = blockFields(directory, tiled);
  const count = Math.min(blocks, fields.offsets?.count ?? 0);
  budget.blocks -= count;
  if (budget.blocks < 0) return 'too-large';
  const offsets = await readNumbers(fields.offsets, source, form, count);
  const counts = await readNumbers(fields.lengths, source, form, count);
  if (offsets.length === 0 || (counts.length < offsets.length && lengthOf(0) === null)) return 'corrupt';
  // Beyond the end of the file there is nothing; a strip that is cut by it is shown as far as it goes.
  const inside = (index: number, length: number) => {
    const offset = offsets[index] ?? 0;
    return offset === 0 ? 0 : Math.max(0, Math.min(length, source.size - offset));
  };
  const lengths = offsets.map((_, index) => inside(index, counts[index] ?? Number.POSITIVE_INFINITY));
  // As libtiff does: of uncompressed data the lengths follow from the size, whatever is written.
  const isWrong =
    lengths.length === 1
      ? (lengths[0] ?? 0) < (lengthOf(0) ?? 0)
      : lengths.length > 2 && lengths[0] !== lengths[1];
  for (const [index, length] of lengths.entries()) {
    const exact = lengthOf(index);
    if (exact !== null) lengths[index] = inside(index, isWrong ? exact : Math.min(length, exact));
    if (lengths[index] === 0) offsets[index] = 0;
  }
  return { offsets, lengths };
}

async function readTables(field: Field | undefined, source: ByteSource, budget: Budget) {
  if (!field) return null;
  const bytes = await readPayload(field, source, budget);
  if (!bytes || typeof bytes === 'string') return bytes;
  const cleaned = await cleanTables(bytes);
  if (typeof cleaned === 'string') return cleaned;
  const { tables, dropped } = cleaned;
  return { kept: { tag: field.tag, type: 7, count: tables.length, bytes: tables }, dropped };
}

/** The colour profile; null when no colour engine would take it. */
async function readProfile(field: Field | undefined, source: ByteSource, budget: Budget) {
  if (!field) return null;
  const bytes = await readPayload(field, source, budget);
  if (!bytes || typeof bytes === 'string') return bytes;
  const cleaned = cleanProfile(bytes);
  if (!cleaned) return null;
  const { profile, removed } = cleaned;
  const kept = { tag: field.tag, type: 7, count: profile.length, bytes: profile };
  return { kept, removed };
}

/** Bytes as UNDEFINED or BYTE. */
async function readPayload(field: Field, source: ByteSource, budget: Budget) {
  if (field.count === 0 || (field.type !== 7 && field.type !== 1)) return null;
  budget.values -= field.length;
  if (field.length > longestPayload || budget.values < 0) return 'too-large';
  return (await readValue(field, source, field.length)).slice();
}
