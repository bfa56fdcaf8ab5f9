import { inflateSync } from 'node:zlib';
import { flat, letters, type Range, view } from './parts/part';
import { partsOf } from './parts/parts-of';

/** The colour profiles of a cleaned file, ICC.1, out of their compression and their blocks, to be searched on their own. */
export function profilesIn(format: string, bytes: Uint8Array): readonly Uint8Array[] {
  const parts = flat(partsOf(format, bytes));
  const of = (type: string) =>
    parts.filter((part) => part.type === type).map(({ data, end }) => bytes.subarray(data, end));
  if (format === 'png') return of('iCCP').flatMap(inflated);
  if (format === 'webp') return of('ICCP');
  if (format === 'bmp') return of('profile');
  if (format === 'gif')
    return parts
      .filter(({ type }) => type === 'ICCRGBG1012')
      .map(({ start, end }) => joinBlocks(bytes, start + 14, end));
  if (format === 'jpeg')
    return [
      Buffer.concat(
        of('e2')
          .filter(isProfilePart)
          .map((data) => data.subarray(14)),
      ),
    ];
  if (format === 'tiff') {
    const values = parts.filter(({ type }) => type === '34675').flatMap(({ children }) => children);
    return values.map(({ start, end }) => bytes.subarray(start, end));
  }
  return of('colr')
    .filter((data) => ['prof', 'rICC'].includes(letters(data, 0)))
    .map((data) => data.subarray(4));
}

function isProfilePart(data: Uint8Array): boolean {
  return letters(data, 0, 11) === 'ICC_PROFILE';
}

/** W3C PNG 11.3.2.3: name, method, stream. */
function inflated(data: Uint8Array): readonly Uint8Array[] {
  try {
    return [inflateSync(data.subarray(data.indexOf(0) + 2), { maxOutputLength: 1 << 24 })];
  } catch {
    // What does not inflate is read by nobody.
    return [];
  }
}

function joinBlocks(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = from; at < to; at += 1 + (bytes[at] ?? 0))
    parts.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  return Buffer.concat(parts);
}

/** Tags by which colours are made, ICC.1 clause 9. Texts that come with programs hold no secret. */
const drawing: ReadonlySet<string> = new Set(
  (
    'A2B0 A2B1 A2B2 A2B3 A2M0 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 rXYZ gXYZ bXYZ rTRC gTRC bTRC ' +
    'kTRC wtpt bkpt chad chrm cicp ciis clot clro clrt gamt lumi meas ncl2 pre0 pre1 pre2 rig0 rig2 tech view'
  ).split(' '),
);

/** The numbers of the header, the table of tags, and the data of those that draw. */
export function drawnOfProfile(profile: Uint8Array): readonly Range[] {
  if (profile.length < 132) return [];
  const numbers = view(profile);
  const count = Math.min(numbers.getUint32(128), 200, Math.floor((profile.length - 132) / 12));
  const ranges: Range[] = [
    { start: 0, end: 24 },
    { start: 36, end: 48 },
    { start: 56, end: 80 },
    { start: 128, end: 132 + count * 12 },
  ];
  for (let at = 132; at < 132 + count * 12; at += 12) {
    if (!drawing.has(letters(profile, at))) continue;
    const start = numbers.getUint32(at + 4);
    ranges.push({ start, end: start + numbers.getUint32(at + 8) });
  }
  return ranges;
}
