import { type Address, isLanguage, type Language } from '../i18n/languages';

/** When Safi asks: a face to more than one person, every picture to more, or only what could not be cleaned. */
export type Asks = 'faces' | 'always' | 'uncleaned';

export const allAsks: readonly Asks[] = ['faces', 'always', 'uncleaned'];

/** Everything that Safi keeps. Nothing about pictures, chats, warnings or help is ever stored. */
export interface Settings {
  readonly version: 2;
  /** null: as the browser's. */
  readonly language: Language | null;
  readonly address: Address;
  readonly asks: Asks;
  /** Whether the tick that covers faces in the copy is set when the card opens. */
  readonly coverFaces: boolean;
  /** Whether previews of pictures are blurred until they are pointed at or shown. */
  readonly blurPreviews: boolean;
  /** Whether the toolbar and the titles of pages speak of putting pictures in order instead of Safi. */
  readonly discreetName: boolean;
  /** Names of sites on which the person has switched Safi off, each once. */
  readonly sitesOff: readonly string[];
}

export const defaultSettings: Settings = {
  version: 2,
  language: null,
  address: 'neutral',
  asks: 'faces',
  coverFaces: true,
  blurPreviews: true,
  discreetName: false,
  sitesOff: [],
};

/** A site's name is one of ours or a host, which is never longer. */
const longestSite = 253;
/** More than anybody switches off; bounds what an imported file can make us keep. */
const mostSites = 500;

/** Reads stored settings of this version; whatever is missing or not understood takes its default. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const { language, address, asks, coverFaces, blurPreviews, discreetName, sitesOff }: StoredFields = stored;
  return {
    version: 2,
    language: isLanguage(language) ? language : null,
    address: address === 'feminine' ? address : 'neutral',
    asks: allAsks.find((known) => asks === known) ?? defaultSettings.asks,
    coverFaces: coverFaces !== false,
    blurPreviews: blurPreviews !== false,
    discreetName: discreetName === true,
    sitesOff: parseSites(sitesOff) ?? [],
  };
}

type StoredFields = { readonly [Field in keyof Settings]?: unknown };

/** The names of sites in a list, each once; null when it is none. */
export function parseSites(list: unknown): readonly string[] | null {
  if (!Array.isArray(list)) return null;
  const names = list.filter(
    (name): name is string => typeof name === 'string' && name !== '' && name.length <= longestSite,
  );
  return [...new Set(names)].slice(0, mostSites);
}
