import { bytesOf, latin1Of } from '../bytes/text';
import { inflate } from '../bytes/zlib';
import { orientationLike } from './exif';

/** Texts of PNG, W3C PNG 11.3.3: tEXt, zTXt and iTXt, and what ImageMagick puts into them. */

/** Of each text so many bytes are read. */
const longestText = 1 << 20;

export interface Text {
  readonly keyword: string;
  readonly value: Uint8Array;
}

/** Keyword, zero byte, then what each of the three types has before its text; null when it is none. */
export async function readText(type: string, data: Uint8Array): Promise<Text | null> {
  const end = data.indexOf(0);
  if (end < 1) return null;
  const keyword = latin1Of(data.subarray(0, end));
  if (type === 'tEXt') return { keyword, value: data.subarray(end + 1) };
  if (type === 'zTXt') return { keyword, value: (await inflate(data.subarray(end + 2), longestText)).bytes };
  if (type !== 'iTXt') return null;
  // Compression flag and method, language tag, translated keyword.
  const language = data.indexOf(0, end + 3);
  const translated = language < 0 ? -1 : data.indexOf(0, language + 1);
  if (translated < 0) return null;
  const value = data.subarray(translated + 1);
  return { keyword, value: data[end + 1] === 1 ? (await inflate(value, longestText)).bytes : value };
}

/** "Raw profile type exif" and its like: ImageMagick's way to carry the profiles of other formats, in hex digits. */
const rawProfile = /^Raw profile type (.+)$/i;

/** The name of the profile that a text carries, in small letters; null when it is a text like others. */
export function profileName({ keyword }: Text): string | null {
  return rawProfile.exec(keyword)?.[1]?.toLowerCase() ?? null;
}

/** A raw profile: a line with its name, a line with its length, hex digits. */
export function profileBytes({ value }: Text): Uint8Array {
  const [, hex = ''] = /^\s*\S+\s+\d+\s+([\da-f\s]*)/i.exec(latin1Of(value)) ?? [];
  return Uint8Array.from(hex.replace(/\s+/g, '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}

/** Digits in a line as ImageMagick writes them. */
const lineLength = 72;

/**
 * The orientation of a raw EXIF profile alone, as the data of a tEXt chunk: browsers do not follow it, ImageMagick and
 * others do.
 * @returns null when the text is none, or the picture upright
 */
export async function rawOrientation(type: string, data: Uint8Array): Promise<Uint8Array | null> {
  if (
    data.length > longestText ||
    !rawProfile.test(latin1Of(data.subarray(0, data.indexOf(0) + 1)).slice(0, -1))
  )
    return null;
  const text = await readText(type, data);
  const name = text && profileName(text);
  if (!text || (name !== 'exif' && name !== 'app1')) return null;
  const small = orientationLike(profileBytes(text));
  if (!small) return null;
  const digits = Array.from(small, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const lines = digits.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? [];
  return bytesOf(
    `Raw profile type ${name}\0\n${name}\n${String(small.length).padStart(8)}\n${lines.join('\n')}\n`,
  );
}
