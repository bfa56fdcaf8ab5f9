import { grammarOf } from './grammar';
import type { Language } from './languages';
import { localDigits } from './numbers';

/**
 * "2026-11-12 16:32" or "2026-11-12" in words, without slashes, whose direction nobody can tell; what is no such
 * date stays as it is.
 */
export function readableDate(text: string, language: Language): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}))?/.exec(text) ?? [];
  const { months, comma } = grammarOf(language);
  const name = months[Number(month) - 1];
  if (!year || !day || !name) return text;
  const date = `${Number(day)} ${name} ${year}`;
  return localDigits(time ? `${date}${comma}${time}` : date, language);
}
