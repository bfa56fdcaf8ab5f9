/** `colr`, ISO 14496-12, 12.1.5, and QuickTime's, which has no byte for the range: colours by numbers or by a profile. */

const numbers: readonly string[] = ['nclx', 'nclc'];
const profiles: readonly string[] = ['prof', 'rICC'];

/** Four letters, three numbers of 16 bits, and the range of `nclx`; in bytes. */
const lengths: readonly number[] = [10, 11];

/**
 * What a colour box tells colours by; null when no reader would take it.
 * @param kind its first four letters
 * @param length of its data with them, in bytes
 */
export function colourKind(kind: string, length: number): 'numbers' | 'profile' | null {
  if (numbers.includes(kind)) return lengths.includes(length) ? 'numbers' : null;
  return profiles.includes(kind) ? 'profile' : null;
}
