import { grammarOf } from './grammar';
import type { Language } from './languages';
import { localDigits } from './numbers';

export type SizeUnit = 'kilobytes' | 'megabytes' | 'gigabytes';

const units: readonly (readonly [SizeUnit, number])[] = [
  ['gigabytes', 1e9],
  ['megabytes', 1e6],
  ['kilobytes', 1e3],
];

/** The length of a file as people say it, in thousands of bytes: one digit behind the point below ten. */
export function readableSize(bytes: number, language: Language): { unit: SizeUnit; amount: string } {
  const [unit, length] = units.find(([, least]) => bytes >= least) ?? (['kilobytes', 1e3] as const);
  const value = bytes === 0 ? 0 : Math.max(bytes / length, 0.1);
  const text = value < 9.95 ? value.toFixed(1).replace(/\.0$/, '') : String(Math.round(value));
  const amount = localDigits(text, language);
  return { unit, amount: amount.replace('.', grammarOf(language).point) };
}
