import { latin1Of, sameBytes, startsWith } from '../bytes/text';
import { type HiddenData, type HiddenKind, hiddenItem } from './hidden-data';
import { blankText } from './icc-texts';
import { tidy } from './readable';

/**
 * ICC profiles, ICC.1:2022 (v4) and its forerunners: what colours need stays as it is; when it was made, by which
 * program, of which device, what only a maker's own programs read, and all texts but those that come with programs
 * are blanked where they stand, so that nothing moves.
 */

/** 7.2: a header of 128 bytes; 7.3: the number of tags, then 12 bytes for each. */
const headerLength = 128;
const tagTableAt = headerLength + 4;
const tagLength = 12;

/** 7.2.1: 'acsp' in every profile. */
const signatureAt = 36;

/** Header fields that draw nothing: date (7.2.8), device maker and model, creator, profile ID (an MD5), reserved bytes. */
const headerFields: readonly (readonly [number, number])[] = [
  [24, 36],
  [48, 56],
  [80, 84],
  [84, 128],
];

/** Clause 9: by these colours are drawn, or it is told in numbers how; those of version 2 too. */
const drawing: ReadonlySet<string> = new Set(
  (
    'A2B0 A2B1 A2B2 A2B3 A2M0 B2A0 B2A1 B2A2 B2A3 D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3 rXYZ gXYZ bXYZ ' +
    'rTRC gTRC bTRC kTRC wtpt bkpt chad chrm cicp ciis clot clro clrt gamt lumi meas ncl2 pre0 pre1 pre2 ' +
    'rig0 rig2 tech view'
  ).split(' '),
);

/** Texts, and what of a person or a device each tells. */
const texts: Readonly<Record<string, HiddenKind>> = {
  desc: 'device',
  dscm: 'device',
  dmnd: 'device',
  dmdd: 'device',
  vued: 'text',
  cprt: 'text',
};

/** Types of data that tags have (clause 10), and those of Apple. */
const types =
  /^(?:curv|para|mluc|desc|text|data|dict|mmod|vcgt|ndin|XYZ |sig |dtim|sf32|ui08|ui16|ui32|pseq|psid)$/;

/** More tags than any profile has. */
const maximumTags = 200;

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Infinite when there are more tags than colour engines take. */
function tableEndOf(profile: Uint8Array): number {
  const count = new DataView(profile.buffer, profile.byteOffset, profile.byteLength).getUint32(headerLength);
  return count > maximumTags ? Number.POSITIVE_INFINITY : tagTableAt + count * tagLength;
}

function readTags(profile: Uint8Array): readonly Tag[] {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const tableEnd = tableEndOf(profile);
  const tags: Tag[] = [];
  for (let at = tagTableAt; at < tableEnd; at += tagLength) {
    const start = view.getUint32(at + 4);
    const end = start + view.getUint32(at + 8);
    if (start < tagTableAt || end > profile.length) continue;
    tags.push({ name: latin1Of(profile.subarray(at, at + 4)), start, end });
  }
  return tags;
}

export interface CleanProfile {
  /** The very same object when nothing had to be blanked or cut. */
  readonly profile: Uint8Array;
  readonly removed: readonly HiddenData[];
}

/** Tags that overlap may need a second look; more than this many, and it is no profile of anybody's. */
const maximumRounds = 4;

/**
 * A profile without what draws nothing.
 * @param profile as its carrier holds it, chunks joined and inflated
 * @returns null when it is none that a colour engine would take
 */
export function cleanProfile(profile: Uint8Array): CleanProfile | null {
  if (profile.length < tagTableAt || !startsWith(profile, 'acsp', signatureAt)) return null;
  const size = new DataView(profile.buffer, profile.byteOffset, profile.byteLength).getUint32(0);
  if (size < tagTableAt || size > profile.length || tableEndOf(profile) > size) return null;
  const cleaned = profile.slice(0, size);
  const removed: HiddenData[] = profile.subarray(size).some((byte) => byte !== 0)
    ? [hiddenItem('other', 'ICC', 'data after the end')]
    : [];
  for (let round = 0; round < maximumRounds; round++) {
    const before = cleaned.slice();
    removed.push(...blank(cleaned));
    if (sameBytes(before, cleaned))
      return { profile: sameBytes(cleaned, profile) ? profile : cleaned, removed };
  }
  return null;
}

/** Blanks what draws nothing, where it stands; what that was. */
function blank(profile: Uint8Array): readonly HiddenData[] {
  const removed: HiddenData[] = [];
  const tags = readTags(profile);
  const original = profile.slice();
  blankGaps(profile, tags);
  if (!sameBytes(original, profile)) removed.push(hiddenItem('other', 'ICC', 'unused bytes'));

  const goes = ({ name }: Tag) => !drawing.has(name);
  for (const tag of tags.filter(goes)) {
    // Tags may share their data with some that draw.
    const sharing = tags.filter((other) => !goes(other) && other.start < tag.end && tag.start < other.end);
    const bytes = profile.subarray(tag.start, tag.end);
    const before = bytes.slice();
    const kind = texts[tag.name];
    const text = kind && sharing.length === 0 ? blankText(bytes) : '';
    if (sharing.length > 0) blankBetween(profile, tag.start, tag.end, sharing);
    // The type stays, so that it is one.
    else if (!kind) bytes.fill(0, types.test(latin1Of(bytes.subarray(0, 4))) ? 4 : 0);
    if (!sameBytes(before, bytes))
      removed.push(hiddenItem(kind ?? 'device', 'ICC', tidy(tag.name), tidy(text)));
  }
  const headed = profile.slice();
  for (const [start, end] of headerFields) profile.fill(0, start, end);
  // Of a profile that comes with a program they tell nobody anything.
  if (removed.length > 0 && !sameBytes(headed, profile)) removed.unshift(hiddenItem('time', 'ICC', 'header'));
  return removed;
}

/** What belongs to no tag. */
function blankGaps(profile: Uint8Array, tags: readonly Tag[]): void {
  blankBetween(profile, tableEndOf(profile), profile.length, tags);
}

/** Zeros over what lies from `from` to `to` outside of these tags. */
function blankBetween(profile: Uint8Array, from: number, to: number, tags: readonly Tag[]): void {
  let at = from;
  for (const { start, end } of [...tags].sort((a, b) => a.start - b.start)) {
    if (start > at) profile.fill(0, at, start);
    at = Math.max(at, end);
  }
  if (at < to) profile.fill(0, at, to);
}
