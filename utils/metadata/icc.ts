import { latin1Of, sameBytes, startsWith } from '../bytes/text';
import { type HiddenData, hiddenItem } from './hidden-data';
import { tidy } from './readable';

/**
 * ICC profiles, ICC.1:2022 (v4) and its forerunners: what colours need stays as it is; when it was made, by which
 * program, of which device, and Apple's and colord's data of one very screen are blanked where they stand, so that
 * nothing moves.
 */

/** 7.2: a header of 128 bytes; 7.3: the number of tags, then 12 bytes for each. */
const headerLength = 128;
const tagTableAt = headerLength + 4;
const tagLength = 12;

/** 7.2.1: 'acsp' in every profile. */
const signatureAt = 36;

/** Header fields that draw nothing: date (7.2.8), device maker and model, creator, profile ID (an MD5 of the rest). */
const headerFields: readonly (readonly [number, number])[] = [
  [24, 36],
  [48, 56],
  [80, 84],
  [84, 100],
];

/** Tags of one very screen: Apple's make, model, serial number and date; colord's dictionary. */
const screenTags: readonly string[] = ['mmod', 'meta'];

/** The calibration of one very screen tells nothing by itself, but that the profile is that of a screen. */
const calibrationTag = 'vcgt';

/** Texts: of a profile of one very screen they name it. */
const textTags: readonly string[] = ['desc', 'dscm', 'dmnd', 'dmdd', 'targ', 'pseq', 'cprt'];

/** More tags than any profile has. */
const maximumTags = 200;

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function readTags(profile: Uint8Array): readonly Tag[] {
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const count = Math.min(view.getUint32(headerLength), maximumTags);
  const tags: Tag[] = [];
  for (let index = 0; index < count; index++) {
    const at = tagTableAt + index * tagLength;
    if (at + tagLength > profile.length) break;
    const start = view.getUint32(at + 4);
    const end = start + view.getUint32(at + 8);
    if (start < tagTableAt || end > profile.length) continue;
    tags.push({ name: latin1Of(profile.subarray(at, at + 4)), start, end });
  }
  return tags;
}

/** Blanks the letters of a text, whatever its type (10.15 multiLocalizedUnicode, 10.24 text, v2 textDescription). */
function blankText(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 'mluc') && bytes.length >= 16) {
    const records = Math.min(view.getUint32(8), 100);
    for (let index = 0; index < records && 16 + (index + 1) * 12 <= bytes.length; index++) {
      const length = view.getUint32(16 + index * 12 + 4);
      const start = view.getUint32(16 + index * 12 + 8);
      if (start >= 16 + records * 12 && start + length <= bytes.length) bytes.fill(0, start, start + length);
    }
    return;
  }
  // Type and reserved bytes stay; of textDescription the count too.
  bytes.fill(0, Math.min(startsWith(bytes, 'desc') ? 12 : 8, bytes.length));
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
  if (size < tagTableAt || size > profile.length) return null;
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
  const ofScreen = tags.some(({ name }) => screenTags.includes(name) || name === calibrationTag);
  const original = profile.slice();
  for (const [start, end] of headerFields) profile.fill(0, start, end);
  // Of a profile that comes with a program they tell nobody anything.
  if (ofScreen && !sameBytes(original, profile)) removed.push(hiddenItem('time', 'ICC', 'header'));
  const headed = profile.slice();
  blankGaps(profile, tags);
  if (!sameBytes(headed, profile)) removed.push(hiddenItem('other', 'ICC', 'unused bytes'));

  const goes = ({ name }: Tag) => screenTags.includes(name) || (ofScreen && textTags.includes(name));
  for (const tag of tags.filter(goes)) {
    // Tags may share their data with one that draws.
    const shared = tags.some((other) => !goes(other) && other.start < tag.end && tag.start < other.end);
    if (shared) continue;
    const bytes = profile.subarray(tag.start, tag.end);
    const before = bytes.slice();
    if (textTags.includes(tag.name)) blankText(bytes);
    else bytes.fill(0, Math.min(8, bytes.length));
    if (!sameBytes(before, bytes)) removed.push(describeTag(tag.name, before));
  }
  return removed;
}

/** What belongs to no tag. */
function blankGaps(profile: Uint8Array, tags: readonly Tag[]): void {
  const count = new DataView(profile.buffer, profile.byteOffset, profile.byteLength).getUint32(headerLength);
  let at = Math.min(tagTableAt + count * tagLength, profile.length);
  for (const { start, end } of [...tags].sort((a, b) => a.start - b.start)) {
    if (start > at) profile.fill(0, at, start);
    at = Math.max(at, end);
  }
  profile.fill(0, at);
}

function describeTag(name: string, bytes: Uint8Array): HiddenData {
  const letters = latin1Of(bytes.subarray(8)).replace(/\0/g, '');
  const words = /[\x20-\x7e]{3,}/.exec(letters)?.[0];
  return hiddenItem('device', 'ICC', name, textTags.includes(name) && words ? tidy(words) : undefined);
}
