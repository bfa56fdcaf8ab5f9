import type { Language } from './languages';
import { localDigits } from './numbers';

/** Iraqi month names in Arabic and Sorani. */
const months: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    'كانون الثاني',
    'شباط',
    'آذار',
    'نيسان',
    'أيار',
    'حزيران',
    'تموز',
    'آب',
    'أيلول',
    'تشرين الأول',
    'تشرين الثاني',
    'كانون الأول',
  ],
  ckb: [
    'کانوونی دووەم',
    'شوبات',
    'ئازار',
    'نیسان',
    'ئایار',
    'حوزەیران',
    'تەممووز',
    'ئاب',
    'ئەیلوول',
    'تشرینی یەکەم',
    'تشرینی دووەم',
    'کانوونی یەکەم',
  ],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/**
 * "2026-11-12 16:32" or "2026-11-12" in words, without slashes, whose direction nobody can tell; what is no such
 * date stays as it is.
 */
export function readableDate(text: string, language: Language): string {
  const [, year, month, day, time] = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}:\d{2}))?/.exec(text) ?? [];
  const name = months[language][Number(month) - 1];
  if (!year || !day || !name) return text;
  const date = `${Number(day)} ${name} ${year}`;
  const comma = language === 'en' ? ', ' : '، ';
  return localDigits(time ? `${date}${comma}${time}` : date, language);
}
