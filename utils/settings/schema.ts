import { isLanguage, type Language } from '../i18n/languages';

/** When Safi asks: a face to more than one person, every picture to more, or only what could not be cleaned. */
export type Asks = 'faces' | 'always' | 'uncleaned';

const allAsks: readonly Asks[] = ['faces', 'always', 'uncleaned'];

/** Everything that Safi keeps. Nothing about pictures, chats, warnings or help is ever stored. */
export interface Settings {
  readonly version: 1;
  /** null: as the browser's. */
  readonly language: Language | null;
  readonly asks: Asks;
  /** Whether the tick that covers faces in the copy is set when the card opens. */
  readonly coverFaces: boolean;
}

export const defaultSettings: Settings = { version: 1, language: null, asks: 'faces', coverFaces: true };

/** Reads stored settings; whatever is missing or not understood takes its default. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const language = 'language' in stored && isLanguage(stored.language) ? stored.language : null;
  const asks = allAsks.find((known) => 'asks' in stored && stored.asks === known) ?? defaultSettings.asks;
  const coverFaces = !('coverFaces' in stored && stored.coverFaces === false);
  return { version: 1, language, asks, coverFaces };
}
