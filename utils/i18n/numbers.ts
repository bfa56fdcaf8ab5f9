import { type Language, languages } from './languages';

/** Western digits of a text in the language's own. Never for telephone numbers: those stay as keypads show them. */
export function localDigits(text: string, language: Language): string {
  const { digits } = languages[language];
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** A whole number as the language writes it, without grouping. */
export function localNumber(value: number, language: Language): string {
  return localDigits(String(Math.round(value)), language);
}
