import { isLanguage, type Language } from '../i18n/languages';

/** Everything that Safi keeps. Nothing about pictures, chats, warnings or help is ever stored. */
export interface Settings {
  readonly version: 1;
  /** null: as the browser's. */
  readonly language: Language | null;
}

export const defaultSettings: Settings = { version: 1, language: null };

/** Reads stored settings; whatever is missing or not understood takes its default. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const language = 'language' in stored && isLanguage(stored.language) ? stored.language : null;
  return { version: 1, language };
}
