import { ByteReader } from '../bytes/byte-reader';
import { ByteWindow } from '../bytes/byte-window';
import { memorySource } from '../bytes/memory-source';
import { latin1Of } from '../bytes/text';
import type { RefusalReason } from './clean-result';
import { type Box, boxesBetween } from './isobmff-box';

/**
 * The items of a HEIF or AVIF file, ISO 14496-12, 8.11, and 23008-12: what `meta` says of them. Positions of boxes are
 * those within the `meta` box.
 */

/** A full box begins with its version and flags. */
const fullHead = 4;

/** A picture of tiles has some hundreds. */
const maximumItems = 20_000;
const maximumExtents = 100_000;
const maximumReferences = 100_000;

export interface Item {
  readonly id: number;
  readonly type: string;
  /** Of what is no picture: its MIME type. */
  readonly contentType: string;
  readonly box: Box;
}

export interface Extent {
  readonly offset: number;
  /** 0: to the end. */
  readonly length: number;
}

export interface Location {
  readonly id: number;
  /** 8.11.3: 0 in the file, 1 in `idat`, 2 in another item. */
  readonly method: number;
  readonly isOutside: boolean;
  readonly extents: readonly Extent[];
  /** The entry's bytes in `iloc`. */
  readonly start: number;
  readonly end: number;
}

export interface Reference {
  readonly box: Box;
  readonly type: string;
  readonly from: number;
  readonly to: readonly number[];
}

export interface Association {
  readonly id: number;
  /** Numbers of properties, from 1, as they stand in `ipco`; each with its essential bit. */
  readonly properties: readonly { readonly index: number; readonly isEssential: boolean }[];
}

export interface AssociationBox {
  readonly box: Box;
  readonly version: number;
  readonly flags: number;
  readonly associations: readonly Association[];
}

export interface Property {
  readonly box: Box;
  readonly type: string;
}

export interface Items {
  readonly bytes: Uint8Array;
  readonly boxes: readonly Box[];
  readonly primary: number;
  readonly items: readonly Item[];
  readonly locations: readonly Location[];
  readonly references: readonly Reference[];
  readonly properties: readonly Property[];
  readonly associationBoxes: readonly AssociationBox[];
}

/**
 * Reads a `meta` box.
 * @param bytes the whole box, head included
 * @param data where its content begins
 */
export async function readItems(bytes: Uint8Array, data: number): Promise<Items | RefusalReason> {
  const view = new ByteWindow(memorySource(bytes));
  const found = await boxesBetween(view, data + fullHead, bytes.length);
  if (!found) return 'too-large';
  const { boxes } = found;
  const named = (type: string) => boxes.find((box) => box.type === type);
  const [pitm, iinf, iloc, iprp] = [named('pitm'), named('iinf'), named('iloc'), named('iprp')];
  if (!pitm || !iinf || !iloc || !iprp || !named('hdlr')) return 'corrupt';
  const items = await readInfos(iinf, bytes, view);
  const locations = readLocations(iloc, bytes);
  if (typeof items === 'string') return items;
  if (typeof locations === 'string') return locations;
  const references = await readReferences(named('iref'), bytes, view);
  const inside = (await boxesBetween(view, iprp.data, iprp.end))?.boxes ?? [];
  const ipco = inside.find(({ type }) => type === 'ipco');
  const properties = (ipco && (await boxesBetween(view, ipco.data, ipco.end))?.boxes) ?? [];
  const associationBoxes = inside
    .filter(({ type }) => type === 'ipma')
    .map((box) => readAssociations(box, bytes));
  if (!ipco || !references || associationBoxes.some((box) => box === null)) return 'corrupt';
  return {
    bytes,
    boxes,
    primary: readPrimary(pitm, bytes),
    items,
    locations,
    references,
    properties: properties.map((box) => ({ box, type: box.type })),
    associationBoxes: associationBoxes.filter((box) => box !== null),
  };
}

function versionOf({ data }: Box, bytes: Uint8Array): number {
  return bytes[data] ?? 0;
}

function readPrimary(box: Box, bytes: Uint8Array): number {
  const reader = new ByteReader(bytes, box.data + fullHead);
  return versionOf(box, bytes) === 0 ? reader.u16() : reader.u32();
}

async function readInfos(
  iinf: Box,
  bytes: Uint8Array,
  view: ByteWindow,
): Promise<readonly Item[] | RefusalReason> {
  const count = versionOf(iinf, bytes) === 0 ? 2 : 4;
  const found = await boxesBetween(view, iinf.data + fullHead + count, iinf.end);
  if (!found || found.boxes.length > maximumItems) return 'too-large';
  const items: Item[] = [];
  for (const box of found.boxes) {
    if (box.type !== 'infe') continue;
    const version = versionOf(box, bytes);
    // Before version 2 items had no types.
    if (version < 2) return 'unsupported';
    const reader = new ByteReader(bytes.subarray(0, box.end), box.data + fullHead);
    const id = version === 2 ? reader.u16() : reader.u32();
    const protection = reader.u16();
    const type = latin1Of(reader.slice(4));
    if (reader.failed) return 'corrupt';
    if (protection !== 0) return 'encrypted';
    const [, contentType = ''] = latin1Of(
      bytes.subarray(reader.at, Math.min(box.end, reader.at + 400)),
    ).split('\0');
    items.push({ id, type, contentType, box });
  }
  return items;
}

function readLocations(iloc: Box, bytes: Uint8Array): readonly Location[] | RefusalReason {
  const version = versionOf(iloc, bytes);
  if (version > 2) return 'unsupported';
  const reader = new ByteReader(bytes.subarray(0, iloc.end), iloc.data + fullHead);
  const [sizes, more] = [reader.u8(), reader.u8()];
  const [offsetSize, lengthSize, baseSize] = [sizes >> 4, sizes & 0x0f, more >> 4];
  const indexSize = version === 0 ? 0 : more & 0x0f;
  if ([offsetSize, lengthSize, baseSize, indexSize].some((size) => ![0, 4, 8].includes(size)))
    return 'corrupt';
  const count = version < 2 ? reader.u16() : reader.u32();
  if (count > maximumItems) return 'too-large';
  const locations: Location[] = [];
  let all = 0;
  for (let entry = 0; entry < count && !reader.failed; entry++) {
    const start = reader.at;
    const id = version < 2 ? reader.u16() : reader.u32();
    const method = version === 0 ? 0 : reader.u16() & 0x0f;
    const isOutside = reader.u16() !== 0;
    const base = reader.sized(baseSize);
    const extentCount = reader.u16();
    all += extentCount;
    if (all > maximumExtents) return 'too-large';
    const extents: Extent[] = [];
    for (let extent = 0; extent < extentCount && !reader.failed; extent++) {
      reader.skip(indexSize);
      extents.push({ offset: base + reader.sized(offsetSize), length: reader.sized(lengthSize) });
    }
    locations.push({ id, method, isOutside, extents, start, end: reader.at });
  }
  return reader.failed ? 'corrupt' : locations;
}

async function readReferences(
  iref: Box | undefined,
  bytes: Uint8Array,
  view: ByteWindow,
): Promise<readonly Reference[] | null> {
  if (!iref) return [];
  const isWide = versionOf(iref, bytes) !== 0;
  const found = await boxesBetween(view, iref.data + fullHead, iref.end);
  const references: Reference[] = [];
  let all = 0;
  for (const box of found?.boxes ?? []) {
    const reader = new ByteReader(bytes.subarray(0, box.end), box.data);
    const next = () => (isWide ? reader.u32() : reader.u16());
    const from = next();
    const to = Array.from({ length: Math.min(reader.u16(), maximumItems) }, () =>
      reader.failed ? 0 : next(),
    );
    all += to.length;
    if (reader.failed || all > maximumReferences) return null;
    references.push({ box, type: box.type, from, to });
  }
  return found && references;
}

function readAssociations(box: Box, bytes: Uint8Array): AssociationBox | null {
  const reader = new ByteReader(bytes.subarray(0, box.end), box.data);
  const head = reader.u32();
  const [version, flags] = [head >>> 24, head & 0xffffff];
  const count = reader.u32();
  const associations: Association[] = [];
  for (let entry = 0; entry < count && !reader.failed; entry++) {
    const id = version === 0 ? reader.u16() : reader.u32();
    const properties = Array.from({ length: reader.u8() }, () => {
      const value = flags & 1 ? reader.u16() : reader.u8();
      const essential = flags & 1 ? 0x8000 : 0x80;
      return { index: value & (essential - 1), isEssential: (value & essential) !== 0 };
    });
    associations.push({ id, properties });
  }
  return reader.failed ? null : { box, version, flags, associations };
}
