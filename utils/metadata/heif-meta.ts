import { bytesOf, latin1Of, sameBytes } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { colourKind } from './colour-box';
import type { AssociationBox, Items, Location } from './heif-items';
import { references as keptReferences } from './heif-kept';
import { type HiddenData, hiddenItem } from './hidden-data';
import { cleanProfile } from './icc';
import type { Box } from './isobmff-box';

/**
 * A `meta` box of fewer items: rebuilt, since a reader counts items and properties by their numbers, and made as long
 * as before by a `free` box behind it, so that nothing else moves.
 */

/** ISO 14496-12, 4.2. */
const boxHead = 8;

export interface Kept {
  readonly items: ReadonlySet<number>;
  readonly properties: ReadonlySet<number>;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function numberBytes(value: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = viewOf(bytes);
  if (length === 1) view.setUint8(0, value);
  else if (length === 2) view.setUint16(0, value);
  else view.setUint32(0, value);
  return bytes;
}

function boxBytes(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const content = joined(parts);
  return joined([numberBytes(content.length + boxHead, 4), bytesOf(type), content]);
}

/** What is rebuilt, and what its profiles lost. */
export interface RebuiltMeta {
  /** As long as the source's box, with its padding behind it. */
  readonly bytes: Uint8Array;
  /** Without the padding, in bytes. */
  readonly length: number;
  readonly removed: readonly HiddenData[];
}

/**
 * @param idat what `idat` holds of items that stay, everything else in it zero
 * @returns null when it would be longer than before, which only a broken one is
 */
export function rebuildMeta(all: Items, kept: Kept, idat: Uint8Array | null): RebuiltMeta | null {
  const { bytes, boxes } = all;
  const removed: HiddenData[] = [];
  const rebuilt: Readonly<Record<string, (box: Box) => Uint8Array | null>> = {
    hdlr: (box) => handlerBytes(box, bytes, 0),
    pitm: (box) => bytes.subarray(box.start, box.end),
    iinf: (box) => infoBytes(box, all, kept),
    iloc: (box) => locationBytes(box, all, kept),
    iref: (box) => referenceBytes(box, all, kept),
    iprp: () => propertyBytes(all, kept, removed),
    idat: () => idat && boxBytes('idat', [idat]),
    grpl: (box) => groupBytes(box, all, kept),
  };
  const make = (hdlr: Uint8Array | null) =>
    boxes.map(
      (box) =>
        (box.type === 'hdlr' && hdlr
          ? hdlr
          : Object.hasOwn(rebuilt, box.type)
            ? rebuilt[box.type]?.(box)
            : null) ?? new Uint8Array(0),
    );
  const head = bytes.subarray(boxHead, boxHead + 4);
  const first = boxBytes('meta', [head, ...make(null)]);
  const left = bytes.length - first.length;
  if (left < 0) return null;
  if (left === 0 || left >= boxHead) {
    const free = left === 0 ? new Uint8Array(0) : boxBytes('free', [new Uint8Array(left - boxHead)]);
    return { bytes: joined([first, free]), length: first.length, removed };
  }
  // Too little for a box of its own: the empty name of the handler takes it.
  const hdlr = boxes.find(({ type }) => type === 'hdlr');
  if (!hdlr) return null;
  removed.length = 0;
  const whole = boxBytes('meta', [head, ...make(handlerBytes(hdlr, bytes, left))]);
  return { bytes: whole, length: whole.length, removed };
}

/** 8.4.3: the handler's type alone; its name stays as long as it was, empty. */
function handlerBytes({ start, data, end }: Box, bytes: Uint8Array, more: number): Uint8Array {
  const content = new Uint8Array(end - data + more);
  content.set(bytes.subarray(data + 8, Math.min(data + 12, end)), Math.min(8, content.length));
  content.set(bytes.subarray(data, Math.min(data + 4, end)));
  return end - data < 12 ? bytes.subarray(start, end) : boxBytes('hdlr', [content]);
}

function infoBytes(iinf: Box, { bytes, items }: Items, kept: Kept): Uint8Array {
  const stay = items.filter(({ id }) => kept.items.has(id));
  const isWide = bytes[iinf.data] !== 0;
  const infos = stay.map(({ box }) => {
    // Version and flags, number, protection, type; then an empty name.
    const length = 4 + (bytes[box.data] === 2 ? 2 : 4) + 2 + 4;
    const name = box.end > box.data + length ? [new Uint8Array(1)] : [];
    return boxBytes('infe', [bytes.subarray(box.data, box.data + length), ...name]);
  });
  const head = bytes.subarray(iinf.data, iinf.data + 4);
  return boxBytes('iinf', [head, numberBytes(stay.length, isWide ? 4 : 2), ...infos]);
}

function locationBytes(iloc: Box, { bytes, locations }: Items, kept: Kept): Uint8Array {
  const stay = locations.filter(({ id }) => kept.items.has(id));
  const isWide = (bytes[iloc.data] ?? 0) >= 2;
  const entries = stay.map(({ start, end }: Location) => bytes.subarray(start, end));
  const head = bytes.subarray(iloc.data, iloc.data + 6);
  return boxBytes('iloc', [head, numberBytes(stay.length, isWide ? 4 : 2), ...entries]);
}

function referenceBytes(iref: Box, { bytes, references }: Items, kept: Kept): Uint8Array | null {
  const stay = references
    .filter(({ type, from }) => keptReferences.includes(type) && kept.items.has(from))
    .map(({ type, from, to }) => ({ type, from, to: to.filter((id) => kept.items.has(id)) }))
    .filter(({ to }) => to.length > 0);
  if (stay.length === 0) return null;
  const isWide = bytes[iref.data] !== 0;
  const length = isWide ? 4 : 2;
  const boxes = stay.map(({ type, from, to }) =>
    boxBytes(type, [
      numberBytes(from, length),
      numberBytes(to.length, 2),
      ...to.map((id) => numberBytes(id, length)),
    ]),
  );
  return boxBytes('iref', [bytes.subarray(iref.data, iref.data + 4), ...boxes]);
}

/** Numbers of properties count: one that goes leaves an empty box in its place. */
function propertyBytes(all: Items, kept: Kept, removed: HiddenData[]): Uint8Array {
  const boxes = all.properties.map(({ box, type }, index) => {
    if (!kept.properties.has(index + 1) || type === 'free') return boxBytes('free', []);
    if (type === 'colr') return colourBytes(box, all.bytes, removed);
    return all.bytes.subarray(box.start, box.end);
  });
  return boxBytes('iprp', [
    boxBytes('ipco', boxes),
    ...all.associationBoxes.map((box) => associationBytes(box, kept)),
  ]);
}

/** An ICC profile without its device, dates and names; an empty box for what tells no colours. */
function colourBytes({ start, data, end }: Box, bytes: Uint8Array, removed: HiddenData[]): Uint8Array {
  const kind = colourKind(latin1Of(bytes.subarray(data, data + 4)), end - data);
  const whole = bytes.subarray(start, end);
  if (kind === 'numbers') return whole;
  const profile = bytes.subarray(data + 4, end);
  const cleaned = kind && cleanProfile(profile);
  if (cleaned?.profile === profile) return whole;
  removed.push(...(cleaned?.removed ?? [hiddenItem('other', 'ICC', 'colr')]));
  return cleaned ? boxBytes('colr', [bytes.subarray(data, data + 4), cleaned.profile]) : boxBytes('free', []);
}

function associationBytes({ version, flags, associations }: AssociationBox, kept: Kept): Uint8Array {
  const idLength = version === 0 ? 2 : 4;
  const isWide = (flags & 1) !== 0;
  const stay = associations.filter(({ id }) => kept.items.has(id));
  const entries = stay.flatMap(({ id, properties }) => {
    const own = properties.filter(({ index }) => kept.properties.has(index));
    const numbers = own.map(({ index, isEssential }) =>
      isWide
        ? numberBytes(index | (isEssential ? 0x8000 : 0), 2)
        : numberBytes(index | (isEssential ? 0x80 : 0), 1),
    );
    return [numberBytes(id, idLength), numberBytes(own.length, 1), ...numbers];
  });
  const head = numberBytes(((version << 24) | flags) >>> 0, 4);
  return boxBytes('ipma', [head, numberBytes(stay.length, 4), ...entries]);
}

/** 8.18: alternatives of the same picture, if all of them stay. */
function groupBytes({ data, end }: Box, { bytes }: Items, kept: Kept): Uint8Array | null {
  const groups: Uint8Array[] = [];
  const view = viewOf(bytes);
  for (let at = data; at + 20 <= end; ) {
    const size = view.getUint32(at);
    if (size < 20 || at + size > end) break;
    const isAlternative = sameBytes(bytes.subarray(at + 4, at + 8), bytesOf('altr'));
    const count = view.getUint32(at + 16);
    const isWhole = size === 20 + count * 4;
    const all = isWhole
      ? Array.from({ length: count }, (_, index) => view.getUint32(at + 20 + index * 4))
      : [];
    if (isAlternative && all.length > 0 && all.every((id) => kept.items.has(id)))
      groups.push(bytes.subarray(at, at + size));
    at += size;
  }
  return groups.length > 0 ? boxBytes('grpl', groups) : null;
}
