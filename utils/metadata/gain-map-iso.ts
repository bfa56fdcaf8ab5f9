import { startsWith } from '../bytes/text';
import { viewOf } from '../bytes/view';

/**
 * The numbers of a gain map by ISO 21496-1, Annex C.2: fractions, each written anew as the simplest one that a decoder
 * takes for the same number. Decoders count in single precision: of 64 bits hardly more than the number is left.
 */

/** APP2 of ISO 21496-1, in the picture (its version) and in the gain map (the numbers). */
export const isoIdentifier = 'urn:iso:std:iso:ts:21496:-1\0';

/** Versions; then flags, and fractions whose count follows from them. */
const versionLength = 4;
const severalChannels = 0x80;
const commonDenominator = 0x08;

/** Which numerators have a sign. Headroom of either picture; of each channel least and most gain, gamma, two offsets. */
const headrooms: readonly boolean[] = [false, false];
const channel: readonly boolean[] = [true, true, false, true, true];

interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * The payload of an ISO 21496-1 segment with nothing but its numbers, identifier included.
 * @param payload of an APP2 segment
 * @returns null when it is none, shorter than its flags say, or of fractions that are no numbers
 */
export function isoOnly(payload: Uint8Array): Uint8Array | null {
  if (!startsWith(payload, isoIdentifier)) return null;
  const flagsAt = isoIdentifier.length + versionLength;
  if (payload.length < flagsAt) return null;
  const flags = payload[flagsAt];
  if (flags === undefined) return payload;
  const signs = [...headrooms, ...channel, ...(flags & severalChannels ? [...channel, ...channel] : [])];
  const fractions = readFractions(payload.subarray(flagsAt + 1), signs, (flags & commonDenominator) !== 0);
  const simple = fractions?.map(simplest) ?? [null];
  if (simple.includes(null)) return null;
  const written = new Uint8Array(flagsAt + 1 + simple.length * 8);
  written.set(payload.subarray(0, flagsAt));
  written[flagsAt] = flags & ~commonDenominator;
  const view = viewOf(written);
  for (const [index, fraction] of simple.entries()) {
    const at = flagsAt + 1 + index * 8;
    if (signs[index]) view.setInt32(at, fraction?.numerator ?? 0);
    else view.setUint32(at, fraction?.numerator ?? 0);
    view.setUint32(at + 4, fraction?.denominator ?? 1);
  }
  return written;
}

/** Whether an ISO 21496-1 payload holds the numbers of a gain map, not the version alone. */
export function isNumbers(iso: Uint8Array): boolean {
  return iso.length > isoIdentifier.length + versionLength;
}

/** Each numerator with its own denominator, or all with the one before them. */
function readFractions(
  bytes: Uint8Array,
  signs: readonly boolean[],
  isCommon: boolean,
): readonly Fraction[] | null {
  if (bytes.length < (isCommon ? 4 + signs.length * 4 : signs.length * 8)) return null;
  const view = viewOf(bytes);
  return signs.map((isSigned, index) => {
    const at = isCommon ? 4 + index * 4 : index * 8;
    const numerator = isSigned ? view.getInt32(at) : view.getUint32(at);
    return { numerator, denominator: view.getUint32(isCommon ? 0 : at + 4) };
  });
}

/** Of half the way to the next number in single precision: what is nearer is taken for it. */
const share = 1 - 2 ** -16;

/** The fraction of the least denominator that is the same number in single precision; null when there is none. */
function simplest({ numerator, denominator }: Fraction): Fraction | null {
  if (denominator === 0) return null;
  const value = Math.fround(numerator / denominator);
  if (value === 0) return { numerator: 0, denominator: 1 };
  const size = Math.abs(value);
  const exponent = Math.floor(Math.log2(size));
  const half = 2 ** (exponent - 24) * share;
  // Below a power of two they lie twice as close.
  const found = between(size - (size === 2 ** exponent ? half / 2 : half), size + half);
  if (found.denominator > 0xffffffff || found.numerator > 0x7fffffff) return null;
  return { numerator: Math.sign(value) * found.numerator, denominator: found.denominator };
}

/** Continued fractions: as soon as a whole number lies between the two, that is it. */
function between(low: number, high: number): Fraction {
  const whole = Math.ceil(low);
  if (whole <= high) return { numerator: whole, denominator: 1 };
  const below = whole - 1;
  const { numerator, denominator } = between(1 / (high - below), 1 / (low - below));
  return { numerator: below * numerator + denominator, denominator: numerator };
}
