import type { ByteSource } from '../bytes/byte-source';
import { startsWith } from '../bytes/text';
import type { Range, RefusalReason } from './clean-result';
import { subDirectoryTags } from './tiff-tags';

/**
 * The structure of a TIFF file, TIFF 6.0, section 2: a header, and a chain of image file directories (IFD), each
 * of them fields of tag, type, count and value. BigTIFF is the same with wider numbers.
 */

/** How numbers are written, and whether they are those of BigTIFF. */
export interface TiffForm {
  readonly littleEndian: boolean;
  readonly big: boolean;
}

export interface Field {
  readonly tag: number;
  readonly type: number;
  /** Of values; 0 when they are not inside the file, or of no type that is known. */
  readonly count: number;
  /** Position of the value, wherever it stands. */
  readonly start: number;
  /** Of the value, in bytes. */
  readonly length: number;
  /** The directory's bytes, when the value stands in the field itself. */
  readonly holder: Uint8Array | null;
  readonly holderAt: number;
}

export interface Directory {
  readonly start: number;
  readonly end: number;
  /** The first one of each tag: later ones readers do not take. */
  readonly fields: ReadonlyMap<number, Field>;
  /** Those that its fields point at. */
  readonly children: readonly (Directory & { readonly tag: number })[];
}

export interface TiffStructure {
  readonly form: TiffForm;
  /** Position after the header. */
  readonly headerEnd: number;
  readonly chain: readonly Directory[];
}

/** Length of one value by its type (section 2; BigTIFF adds 16 to 18), in bytes. */
const typeLengths: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
  11: 4,
  12: 8,
  13: 4,
  16: 8,
  17: 8,
  18: 8,
};

/** More than any scanner makes pages, those of SubIFDs counted too. */
const maximumDirectories = 10_000;

/** Of all directories together. */
const maximumFields = 200_000;

/** SubIFDs of one directory. */
const maximumChildren = 64;

/** A chain, a SubIFD of it or its Exif, and what that has. */
const maximumDepth = 3;

/** So many bytes are read at once for a directory; most are shorter. */
const usualDirectory = 512;

/** Header, entry and pointer, in bytes. */
export function lengthsOf({ big }: TiffForm) {
  return big
    ? { header: 16, count: 8, entry: 20, offset: 8, inline: 8 }
    : { header: 8, count: 2, entry: 12, offset: 4, inline: 4 };
}

/** Length of one value of this type, in bytes; 0 for a type that is not known. */
export function typeLength(type: number): number {
  return typeLengths[type] ?? 0;
}

/** Byte order and kind; null when it is no TIFF. */
export function readForm(head: Uint8Array): TiffForm | null {
  for (const big of [false, true]) {
    if (startsWith(head, big ? 'II+\0' : 'II*\0')) return { littleEndian: true, big };
    if (startsWith(head, big ? 'MM\0+' : 'MM\0*')) return { littleEndian: false, big };
  }
  return null;
}

/** A whole number of 2, 4 or 8 bytes; too large a one is larger than any file all the same. */
export function numberAt(view: DataView, at: number, length: number, { littleEndian }: TiffForm): number {
  if (length === 1) return view.getUint8(at);
  if (length === 2) return view.getUint16(at, littleEndian);
  return length === 4 ? view.getUint32(at, littleEndian) : Number(view.getBigUint64(at, littleEndian));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads the directories of a file, not what they point at but for further directories.
 * @returns the structure, or why there is none
 */
export async function readStructure(source: ByteSource): Promise<TiffStructure | RefusalReason> {
  const head = await source.read(0, Math.min(16, source.size));
  const form = readForm(head);
  if (!form) return 'corrupt';
  const { header, offset } = lengthsOf(form);
  if (head.length < header) return 'corrupt';
  // BigTIFF: the width of its offsets, and a zero.
  if (form.big && numberAt(viewOf(head), 4, 4, form) !== (form.littleEndian ? 8 : 8 << 16)) return 'corrupt';
  const reader = new DirectoryReader(source, form);
  const chain: Directory[] = [];
  let position = numberAt(viewOf(head), header - offset, offset, form);
  // A chain that leads out of the file or back to itself ends there: readers show what came before.
  while (position !== 0) {
    const read = await reader.read(position, 1);
    if (read === 'too-large') return read;
    if (!read) break;
    chain.push(read.directory);
    position = read.next;
  }
  return chain.length > 0 ? { form, headerEnd: header, chain } : 'corrupt';
}

type ReadDirectory = { readonly directory: Directory; readonly next: number };

/** Each directory is read once, however many point at it. */
class DirectoryReader {
  private readonly source: ByteSource;
  private readonly form: TiffForm;
  private readonly seen = new Set<number>();
  private fieldsLeft = maximumFields;

  constructor(source: ByteSource, form: TiffForm) {
    this.source = source;
    this.form = form;
  }

  /** The directory there and the position of the next one; null when there is none. */
  async read(position: number, depth: number): Promise<ReadDirectory | 'too-large' | null> {
    const { source, form } = this;
    const lengths = lengthsOf(form);
    if (position < lengths.header || position + lengths.count > source.size || this.seen.has(position))
      return null;
    if (this.seen.size === maximumDirectories) return 'too-large';
    this.seen.add(position);
    let bytes = await source.read(position, Math.min(position + usualDirectory, source.size));
    const count = numberAt(viewOf(bytes), 0, lengths.count, form);
    const length = lengths.count + count * lengths.entry;
    if (count === 0 || position + length > source.size) return null;
    this.fieldsLeft -= count;
    if (this.fieldsLeft < 0) return 'too-large';
    const end = Math.min(position + length + lengths.offset, source.size);
    if (bytes.length < end - position) bytes = await source.read(position, end);
    bytes = bytes.slice(0, end - position);
    const fields = new Map<number, Field>();
    for (let index = 0; index < count; index++) {
      const field = this.fieldAt(bytes, lengths.count + index * lengths.entry, position);
      if (!fields.has(field.tag)) fields.set(field.tag, field);
    }
    const children = depth < maximumDepth ? await this.readChildren(fields, depth) : [];
    if (children === 'too-large') return children;
    // Without a pointer to a next one the file ends here.
    const whole = end - position === length + lengths.offset;
    const next = whole ? numberAt(viewOf(bytes), length, lengths.offset, form) : 0;
    return { directory: { start: position, end, fields, children }, next };
  }

  private fieldAt(bytes: Uint8Array, at: number, directory: number): Field {
    const view = viewOf(bytes);
    const { form, source } = this;
    const { entry, offset, inline } = lengthsOf(form);
    const tag = numberAt(view, at, 2, form);
    const type = numberAt(view, at + 2, 2, form);
    const count = numberAt(view, at + 4, offset, form);
    const length = count * typeLength(type);
    const value = at + entry - offset;
    const start = length <= inline ? directory + value : numberAt(view, value, offset, form);
    const holder = length <= inline ? bytes : null;
    const isInside = length > 0 && start + length <= source.size;
    return isInside
      ? { tag, type, count, start, length, holder, holderAt: value }
      : { tag, type, count: 0, start: 0, length: 0, holder: null, holderAt: 0 };
  }

  private async readChildren(fields: ReadonlyMap<number, Field>, depth: number) {
    const children: (Directory & { tag: number })[] = [];
    for (const tag of subDirectoryTags) {
      const field = fields.get(tag);
      if (!field) continue;
      for (const position of await readNumbers(field, this.source, this.form, maximumChildren)) {
        const read = await this.read(position, depth + 1);
        if (read === 'too-large') return read;
        if (read) children.push({ ...read.directory, tag });
      }
    }
    return children;
  }
}

/** A directory itself and its values. */
export function rangesOf({ start, end, fields }: Directory): readonly Range[] {
  const values = [...fields.values()].filter(
    (field) => field.count > 0 && (field.start < start || field.start >= end),
  );
  return [
    { start, end },
    ...values.map((value) => ({ start: value.start, end: value.start + value.length })),
  ];
}

/** The first bytes of a value; they may be those of the source itself, and must not be written into. */
export async function readValue(field: Field, source: ByteSource, length: number): Promise<Uint8Array> {
  const { start, holder, holderAt } = field;
  return holder ? holder.subarray(holderAt, holderAt + length) : source.read(start, start + length);
}

/** TIFF types of whole numbers: BYTE, SHORT, LONG, IFD, LONG8, IFD8. */
const wholeTypes: readonly number[] = [1, 3, 4, 13, 16, 18];

/** The whole numbers of a field, `limit` of them at most; none when it has other values. */
export async function readNumbers(
  field: Field | undefined,
  source: ByteSource,
  form: TiffForm,
  limit: number,
): Promise<Float64Array> {
  if (!field || !wholeTypes.includes(field.type)) return new Float64Array(0);
  const width = typeLength(field.type);
  const count = Math.min(field.count, limit);
  const view = viewOf(await readValue(field, source, count * width));
  return Float64Array.from({ length: count }, (_, index) => numberAt(view, index * width, width, form));
}
