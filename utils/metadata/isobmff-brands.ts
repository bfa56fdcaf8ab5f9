import { latin1Of, startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';

/** Brands of `ftyp`, ISO 14496-12, 4.3: what kind of file the boxes make up. */

/** HEIF, 23008-12, and MIAF, 23000-22: pictures by items. */
const pictures: readonly string[] = [
  'mif1',
  'mif2',
  'msf1',
  'miaf',
  'heic',
  'heix',
  'heim',
  'heis',
  'hevc',
  'hevx',
  'hevm',
  'hevs',
  'avci',
  'avcs',
  'j2ki',
  'vvic',
];

/** AVIF 1.1. */
const avif: readonly string[] = ['avif', 'avis'];

/** Canon's CR3: boxes, but a raw picture. */
const raw: readonly string[] = ['crx '];

/** General brands say nothing before the compatible ones do. */
const general: readonly string[] = ['mif1', 'mif2', 'msf1', 'miaf'];

/** More compatible brands than any file names. */
const maximumBrands = 64;

/** The family of a file that begins with `ftyp`; null when it does not. */
export function familyOf(head: Uint8Array): 'avif' | 'heif' | 'movie' | 'raw' | null {
  if (!startsWith(head, 'ftyp', 4) || head.length < 12) return null;
  const end = Math.min(viewOf(head).getUint32(0), head.length, 16 + maximumBrands * 4);
  const major = latin1Of(head.subarray(8, 12));
  const brands: string[] = [];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(latin1Of(head.subarray(at, at + 4)));
  if (raw.includes(major)) return 'raw';
  if (avif.includes(major)) return 'avif';
  if (general.includes(major)) return brands.some((brand) => avif.includes(brand)) ? 'avif' : 'heif';
  return pictures.includes(major) ? 'heif' : 'movie';
}
