/**
 * Where Safi works. A site is what a person calls by one name; it may have several hosts, and several adapters for
 * the several apps that stand on one.
 */

type Places = Readonly<Record<string, readonly string[]>>;

/** The sites Safi works on since it is installed, each with its hosts. */
export const listedSites = {
  whatsapp: ['web.whatsapp.com'],
  telegram: ['web.telegram.org'],
  facebook: ['www.facebook.com', 'web.facebook.com', 'm.facebook.com'],
  messenger: ['www.messenger.com'],
  instagram: ['www.instagram.com'],
  threads: ['www.threads.com', 'www.threads.net'],
  x: ['x.com', 'twitter.com'],
  snapchat: ['www.snapchat.com', 'web.snapchat.com'],
  tiktok: ['www.tiktok.com'],
  youtube: ['www.youtube.com', 'studio.youtube.com'],
  discord: ['discord.com'],
  reddit: ['www.reddit.com', 'old.reddit.com', 'chat.reddit.com'],
  linkedin: ['www.linkedin.com'],
  'google-messages': ['messages.google.com'],
} as const satisfies Places;

/** Sites with an adapter on which Safi works only when a person adds them. */
export const sitesToAdd = {
  gmail: ['mail.google.com'],
  outlook: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'],
  'google-photos': ['photos.google.com'],
  'google-drive': ['drive.google.com'],
} as const satisfies Places;

/** Sites with more than one app, each with an adapter of its own, by the beginning of the path. */
const apps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  telegram: { '/a/': 'telegram-a', '/k/': 'telegram-k' },
};

/** All of a host, as an extension match pattern. */
export function patternOf(host: string): string {
  return `https://${host}/*`;
}

/** What a person may add: any site that is encrypted on its way. */
export const anySite = 'https://*/*';

/** The listed sites, as extension match patterns. */
export const listedHosts: readonly string[] = Object.values(listedSites).flat().map(patternOf);

/** A host is the same with the dot of the root at its end, and Chromium's patterns hold it to be. */
function siteIn(places: Places, host: string): string | null {
  return Object.keys(places).find((site) => places[site]?.includes(host.replace(/\.$/, ''))) ?? null;
}

/** The listed site that this host belongs to; null when it is of none. */
export function listedSiteOf(host: string): string | null {
  return siteIn(listedSites, host);
}

/** The name of the adapter for this place; null when there is none and the generic one serves. */
export function adapterAt({ hostname, pathname }: Pick<Location, 'hostname' | 'pathname'>): string | null {
  const site = listedSiteOf(hostname) ?? siteIn(sitesToAdd, hostname);
  const ways = site === null ? null : apps[site];
  if (!ways) return site;
  const start = Object.keys(ways).find((path) => pathname.startsWith(path));
  return (start && ways[start]) ?? null;
}
