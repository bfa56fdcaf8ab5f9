import { bytesOf } from '../bytes/text';
import type { Piece } from './clean-result';
import type { Edit } from './tiff-jpeg';
import type { Kept, Page } from './tiff-page';
import { lengthsOf, type TiffForm } from './tiff-structure';
import { tag } from './tiff-tags';

/**
 * How a TIFF file is written anew: the header, each directory followed by its longer values, then all coded data in
 * the order that it had. Data that several strips share is carried once.
 */

/** A part of the source, or what stands in its place, and where it comes to stand. */
interface Run {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly bytes: Uint8Array | null;
}

/** TIFF types LONG and LONG8. */
const long = 4;
const long8 = 16;

/** A strip or tile of any page. */
export interface Block {
  readonly start: number;
  readonly end: number;
  readonly isJpeg: boolean;
}

/** Of all pages, each once, in the order of the file. */
export function blocksOf(pages: readonly Page[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const { offsets, lengths, isJpeg } of pages) {
    for (const [index, length] of lengths.entries()) {
      const start = offsets[index] ?? 0;
      if (length > 0) blocks.push({ start, end: start + length, isJpeg });
    }
  }
  return blocks.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where blocks lie, those that touch or overlap as one. */
export function extentsOf(blocks: readonly Block[]): readonly { start: number; end: number }[] {
  const extents: { start: number; end: number }[] = [];
  for (const { start, end } of blocks) {
    const last = extents.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else extents.push({ start, end });
  }
  return extents;
}

/** What is carried, without what goes of it. */
function runsOf(blocks: readonly Block[], edits: readonly Edit[], from: number): readonly Run[] {
  const runs: Run[] = [];
  let at = from;
  let next = 0;
  const add = (start: number, end: number, bytes: Uint8Array | null) => {
    if (end > start) runs.push({ start, end, at, bytes });
    at += bytes ? bytes.length : end - start;
  };
  for (const { start, end } of extentsOf(blocks)) {
    let position = start;
    for (let edit = edits[next]; edit && edit.start < end; edit = edits[++next]) {
      add(position, edit.start, null);
      add(edit.start, edit.end, edit.bytes);
      position = edit.end;
    }
    add(position, end, null);
  }
  return runs;
}

/** Where a position of the source comes to stand. */
function placeIn(runs: readonly Run[], position: number): number {
  let low = 0;
  let high = runs.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.start ?? 0) <= position) low = middle;
    else high = middle;
  }
  const run = runs[low];
  if (!run) return 0;
  if (!run.bytes) return run.at + Math.min(position, run.end) - run.start;
  return position >= run.end ? run.at + run.bytes.length : run.at;
}

function even(length: number): number {
  return length + (length % 2);
}

/** Of a directory and its longer values, in bytes. */
function metadataLength({ fields, offsets }: Page, form: TiffForm): number {
  const lengths = lengthsOf(form);
  const array = offsets.length * lengths.offset;
  const values = [...fields.map(({ bytes }) => bytes.length), array, array];
  const outside = values
    .filter((length) => length > lengths.inline)
    .reduce((sum, length) => sum + even(length), 0);
  return lengths.count + values.length * lengths.entry + lengths.offset + outside;
}

/** The pieces of the new file. */
export function layOut(
  pages: readonly Page[],
  edits: readonly Edit[],
  blocks: readonly Block[],
  form: TiffForm,
): readonly Piece[] {
  const { header } = lengthsOf(form);
  const places: number[] = [];
  let at = header;
  for (const page of pages) {
    places.push(at);
    at += metadataLength(page, form);
  }
  const runs = runsOf(blocks, edits, at);
  const directories = pages.map((page, index) =>
    encodeDirectory(fieldsOf(page, runs, form), places[index] ?? 0, places[index + 1] ?? 0, form),
  );
  return [
    encodeHeader(form),
    ...directories,
    ...runs.map(({ start, end, bytes }) => bytes ?? { start, end }),
  ];
}

function encodeHeader(form: TiffForm): Uint8Array {
  const { header, offset } = lengthsOf(form);
  const bytes = new Uint8Array(header);
  const view = new DataView(bytes.buffer);
  bytes.set(bytesOf(form.littleEndian ? 'II' : 'MM'));
  view.setUint16(2, form.big ? 43 : 42, form.littleEndian);
  if (form.big) view.setUint16(4, 8, form.littleEndian);
  setOffset(view, header - offset, header, form);
  return bytes;
}

function setOffset(view: DataView, at: number, value: number, { big, littleEndian }: TiffForm): void {
  if (big) view.setBigUint64(at, BigInt(value), littleEndian);
  else view.setUint32(at, value, littleEndian);
}

/** The fields of a page, those included that tell where its strips or tiles stand now. */
function fieldsOf(
  { fields, tiled, offsets, lengths }: Page,
  runs: readonly Run[],
  form: TiffForm,
): readonly Kept[] {
  const starts = offsets.map((offset, index) => (lengths[index] ? placeIn(runs, offset) : 0));
  const counts = offsets.map((offset, index) => {
    const length = lengths[index] ?? 0;
    return length ? placeIn(runs, offset + length) - (starts[index] ?? 0) : 0;
  });
  const all = [
    ...fields,
    arrayField(tiled ? tag.TileOffsets : tag.StripOffsets, starts, form),
    arrayField(tiled ? tag.TileByteCounts : tag.StripByteCounts, counts, form),
  ];
  return all.sort((a, b) => a.tag - b.tag);
}

function arrayField(name: number, values: Float64Array, form: TiffForm): Kept {
  const { offset } = lengthsOf(form);
  const bytes = new Uint8Array(values.length * offset);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) setOffset(view, index * offset, value, form);
  return { tag: name, type: form.big ? long8 : long, count: values.length, bytes };
}

/**
 * A directory and its longer values behind it.
 * @param at where it comes to stand
 * @param next where the next one does; 0 when there is none
 */
export function encodeDirectory(
  fields: readonly Kept[],
  at: number,
  next: number,
  form: TiffForm,
): Uint8Array {
  const { count, entry, offset, inline } = lengthsOf(form);
  const head = count + fields.length * entry + offset;
  const outside = fields.filter(({ bytes }) => bytes.length > inline);
  const bytes = new Uint8Array(head + outside.reduce((sum, { bytes: { length } }) => sum + even(length), 0));
  const view = new DataView(bytes.buffer);
  if (form.big) view.setBigUint64(0, BigInt(fields.length), form.littleEndian);
  else view.setUint16(0, fields.length, form.littleEndian);
  let free = head;
  for (const [index, field] of fields.entries()) {
    const position = count + index * entry;
    view.setUint16(position, field.tag, form.littleEndian);
    view.setUint16(position + 2, field.type, form.littleEndian);
    setOffset(view, position + 4, field.count, form);
    const value = position + entry - offset;
    if (field.bytes.length <= inline) {
      bytes.set(field.bytes, value);
      continue;
    }
    setOffset(view, value, at + free, form);
    bytes.set(field.bytes, free);
    free += even(field.bytes.length);
  }
  setOffset(view, head - offset, next, form);
  return bytes;
}
