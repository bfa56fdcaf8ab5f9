import { latin1Of, startsWith } from '../bytes/text';

/**
 * Texts of ICC profiles: those that come with programs and tell nobody anything stay, all others go. They name a
 * monitor, a scanner or a printer, or whoever measured it.
 */

/** Names of working spaces and of what programs and phones write by themselves, and their devices. */
const names: ReadonlySet<string> = new Set([
  'sRGB',
  'sRGB2014',
  'sRGB built-in',
  'sRGB IEC61966-2.1',
  'sRGB IEC61966-2-1',
  'sRGB IEC61966-2-1 black scaled',
  'sRGB IEC61966-2-1 no black scaling',
  'GIMP built-in sRGB',
  'GIMP',
  'Artifex Software sRGB ICC Profile',
  'Adobe RGB (1998)',
  'Apple RGB',
  'CIE RGB',
  'ColorMatch RGB',
  'ProPhoto RGB',
  'Wide Gamut RGB',
  'eciRGB v2',
  'Display P3',
  'Display P3 Gamut with sRGB Transfer',
  'image P3',
  'Rec2020',
  'Camera RGB Profile',
  'Generic RGB Profile',
  'Generic CMYK Profile',
  'Generic Gray Profile',
  'Generic Gray Gamma 2.2 Profile',
  'Gray Gamma 1.8',
  'Gray Gamma 2.2',
  'Dot Gain 15%',
  'Dot Gain 20%',
  'Coated FOGRA27 (ISO 12647-2:2004)',
  'Coated FOGRA39 (ISO 12647-2:2004)',
  'ISO Coated v2 (ECI)',
  'ISO Coated v2 300% (ECI)',
  'Japan Color 2001 Coated',
  'U.S. Sheetfed Coated v2',
  'U.S. Web Coated (SWOP) v2',
  'IEC http://www.iec.ch',
  'IEC 61966-2.1 Default RGB colour space - sRGB',
  'IEC 61966-2-1 Default RGB Colour Space - sRGB',
  'Reference Viewing Condition in IEC61966-2.1',
  'Reference Viewing Condition in IEC 61966-2-1',
]);

/** Who made them. */
const rights: readonly RegExp[] = [
  /^Copyright (?:\(c\) )?\d{4} (?:Hewlett-Packard Company|Adobe Systems Incorporated)$/,
  /^Copyright(?: \d{4})? Apple (?:Computer,? )?Inc\.(?:, \d{4})?(?:, all rights reserved\.)?$/,
  /^Copyright International Color Consortium, \d{4}$/,
  /^Copyright Artifex Software \d{4}$/,
  /^Google Inc\. \d{4}$/,
  /^(?:Public Domain|CC0|No copyright, use freely)$/,
];

function isCommon(text: string): boolean {
  return text === '' || names.has(text) || rights.some((known) => known.test(text));
}

/** Until the zeros that end it. */
function untilZeros(text: string): string {
  return text.replace(/\0+$/, '');
}

/** UTF-16, most significant byte first. */
function utf16Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2)
    text += String.fromCharCode(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  return text;
}

/** More translations of one text than any profile has; a record, in bytes; ISO 639 and ISO 3166 before each. */
const maximumRecords = 100;
const recordLength = 12;
const language = /^(?:[a-z]{2}|\0\0)(?:[A-Z]{2}|\0\0)$/;

/** Of every type: its signature and four reserved bytes. */
const typeHead = 8;

/**
 * Blanks the letters of a text tag where they stand, whatever its type; what is common stays.
 * @returns a text that went; empty when there was none
 */
export function blankText(bytes: Uint8Array): string {
  // Of every type four reserved bytes, which are zero.
  if (startsWith(bytes, 'mluc') || startsWith(bytes, 'desc')) bytes.fill(0, 4, typeHead);
  if (startsWith(bytes, 'mluc')) return blankTranslations(bytes);
  if (startsWith(bytes, 'desc')) return blankDescription(bytes);
  const text = untilZeros(latin1Of(bytes.subarray(typeHead)));
  const isText = startsWith(bytes, 'text');
  bytes.fill(0, isText ? 4 : 0, isText && isCommon(text) ? typeHead : bytes.length);
  return isText && isCommon(text) ? '' : text;
}

/** Version 2, textDescriptionType: letters after their count; the same in Unicode, and for old Macintoshes. */
function blankDescription(bytes: Uint8Array): string {
  const lettersAt = typeHead + 4;
  const room = bytes.length - lettersAt;
  const count = room < 0 ? 0 : new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(typeHead);
  // A count of more than there is may be letters itself.
  if (room < 0 || count > room) {
    const odd = untilZeros(latin1Of(bytes.subarray(typeHead)));
    bytes.fill(0, typeHead);
    return odd;
  }
  const text = untilZeros(latin1Of(bytes.subarray(lettersAt, lettersAt + count)));
  const after = Math.min(lettersAt + count, bytes.length);
  // Whatever the other two say, readers take the first one.
  const others = latin1Of(bytes.subarray(after)).replaceAll('\0', '');
  bytes.fill(0, isCommon(text) ? after : lettersAt);
  return isCommon(text) ? others : text;
}

/** 10.15, multiLocalizedUnicodeType: records of language, length and place, then the texts. */
function blankTranslations(bytes: Uint8Array): string {
  const recordsAt = typeHead + 8;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  // Records of another length no reader takes, nor what is behind them.
  if (bytes.length < recordsAt || view.getUint32(recordsAt - 4) !== recordLength) {
    bytes.fill(0, typeHead);
    return '';
  }
  const records = Math.min(
    view.getUint32(typeHead),
    maximumRecords,
    Math.floor((bytes.length - recordsAt) / recordLength),
  );
  // A count of more than there is may be letters itself.
  view.setUint32(typeHead, records);
  const original = bytes.slice();
  const textsAt = recordsAt + records * recordLength;
  bytes.fill(0, textsAt);
  let gone = '';
  for (let at = recordsAt; at < textsAt; at += recordLength) {
    const length = view.getUint32(at + 4);
    const start = view.getUint32(at + 8);
    const isText = start >= textsAt && start + length <= bytes.length;
    if (!isText || !language.test(latin1Of(bytes.subarray(at, at + 4)))) bytes.fill(0, at, at + recordLength);
    if (!isText) continue;
    const text = untilZeros(utf16Of(original.subarray(start, start + length)));
    if (isCommon(text)) bytes.set(original.subarray(start, start + length), start);
    else gone ||= text;
  }
  return gone;
}
