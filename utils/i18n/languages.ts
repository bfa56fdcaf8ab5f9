/** A language Safi speaks: its own name, direction and digits. Adding one is a line here and a folder in `catalogue/`. */
export interface LanguageRecord {
  readonly name: string;
  readonly dir: 'rtl' | 'ltr';
  /** Ten digits, zero to nine. */
  readonly digits: string;
}

export const languages = {
  ar: { name: 'العربية', dir: 'rtl', digits: '٠١٢٣٤٥٦٧٨٩' },
  ckb: { name: 'کوردی', dir: 'rtl', digits: '٠١٢٣٤٥٦٧٨٩' },
  en: { name: 'English', dir: 'ltr', digits: '0123456789' },
} as const satisfies Record<string, LanguageRecord>;

export type Language = keyof typeof languages;

/** How a language speaks to its reader: without a form of address, or in the feminine. */
export type Address = 'neutral' | 'feminine';

/** The default when the browser speaks none of ours. */
export const defaultLanguage: Language = 'ar';

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value);
}

/** The first of the browser's languages (BCP 47, best first) that Safi speaks, else Arabic. */
export function languageOfBrowser(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split('-')[0];
    if (isLanguage(primary)) return primary;
  }
  return defaultLanguage;
}
