import { jpegParts } from './parts/jpeg';
import { letters, type Part, type Range } from './parts/part';

/** ISO 21496-1, Annex C.2: identifier, two versions, flags; then fractions, of one channel or of three. */
const gainMap = 'urn:iso:std:iso:ts:21496:-1\0';
const gainMapLengths = [7, 17].map((fractions) => gainMap.length + 5 + fractions * 8);

/** Scans, and segments of tables and frames whose length is the one that what is in them gives (T.81 B.2). */
export function drawnOfJpeg(bytes: Uint8Array): readonly Range[] {
  const parts = jpegParts(bytes);
  const profile = (part: Part) => part.type === 'e2' && letters(bytes, part.data, 11) === 'ICC_PROFILE';
  return parts
    .filter((part) => part.type === 'scan' || profile(part) || isWhole(bytes, part))
    .map(({ data, end }) => ({ start: data, end }));
}

function isWhole(bytes: Uint8Array, { type, data, end }: Part): boolean {
  const length = end - data;
  if (type === 'e2')
    return letters(bytes, data, gainMap.length) === gainMap && gainMapLengths.includes(length);
  if (type === 'db') return filled(data, end, (at) => ((bytes[at] ?? 0) > 0x0f ? 129 : 65));
  if (type === 'c4') {
    const values = (at: number) => bytes.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    return filled(data, end, (at) => 17 + values(at));
  }
  if (type === 'cc') return length % 2 === 0 && length <= 64;
  if (type === 'da') return length === 4 + 2 * (bytes[data] ?? 0);
  if (type === 'dd') return length === 2;
  if (type === 'dc') return length === 2;
  return /^c[0-9a-f]$/.test(type) && type !== 'c8' && length === 6 + 3 * (bytes[data + 5] ?? 0);
}

/** Whether entries of these lengths fill a segment. */
function filled(data: number, end: number, lengthAt: (at: number) => number): boolean {
  let at = data;
  while (at < end) at += lengthAt(at);
  return at === end;
}
