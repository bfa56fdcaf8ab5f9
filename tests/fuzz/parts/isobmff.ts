import { letters, maximumParts, type Part, view } from './part';

/** Boxes, ISO 14496-12, 4.2. Which of them hold others, and how many bytes stand before those. */
const containers: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'moov trak mdia minf stbl dinf edts mvex moof traf mfra udta iprp ipco tref gmhd tapt clip ilst'
      .split(' ')
      .map((type) => [type, 0] as const),
  ),
  stsd: 8,
  dref: 8,
  iref: 4,
  grpl: 0,
  wave: 0,
};

/** Sample entries by the handler's kind: pictures have 78 bytes before their boxes, sound has 28. */
const entryHeads: Readonly<Record<string, number>> = { avc1: 78, hvc1: 78, hev1: 78, av01: 78, mp4a: 28 };

export function isobmffParts(bytes: Uint8Array): readonly Part[] {
  return boxesBetween(bytes, 0, bytes.length, { left: maximumParts });
}

function boxesBetween(
  bytes: Uint8Array,
  from: number,
  to: number,
  budget: { left: number },
): readonly Part[] {
  const numbers = view(bytes);
  const parts: Part[] = [];
  for (let start = from; start + 8 <= to && budget.left > 0; ) {
    budget.left--;
    const size = numbers.getUint32(start);
    const isLarge = size === 1 && start + 16 <= to;
    const length = isLarge ? Number(numbers.getBigUint64(start + 8)) : size === 0 ? to - start : size;
    const data = start + (isLarge ? 16 : 8);
    const end = Math.min(start + length, to);
    if (end < data) break;
    const type = letters(bytes, start + 4);
    const inner = headOf(bytes, type, data, end);
    const children = inner === null ? [] : boxesBetween(bytes, data + inner, end, budget);
    const field = isLarge ? { at: start + 8, width: 8 } : { at: start, width: 4 };
    parts.push({ type, start, data, end, next: end, length: { ...field, littleEndian: false }, children });
    start = end;
  }
  return parts;
}

/** QuickTime: more numbers of sound, by the version of its entry. */
const moreOfSound: Readonly<Record<number, number>> = { 1: 16, 2: 36 };

/** How many bytes of the data stand before the boxes in it; null when there are none. */
function headOf(bytes: Uint8Array, type: string, data: number, end: number): number | null {
  if (type === 'meta') return letters(bytes, data + 4) === 'hdlr' ? 0 : 4;
  if (type === 'iinf') return bytes[data] === 0 ? 6 : 8;
  const more = type === 'mp4a' ? (moreOfSound[bytes[data + 9] ?? 0] ?? 0) : 0;
  const own = Object.hasOwn(containers, type) ? containers[type] : entryHeads[type];
  const head = own === undefined ? undefined : own + more;
  return head !== undefined && data + head <= end ? head : null;
}
