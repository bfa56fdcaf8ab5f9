import browser from 'webextension-polyfill';
import { listedHosts, listedSiteOf, patternOf } from '../sites/hosts';

/**
 * Where the browser lets Safi work, and what a person changes about it. Browsers keep that themselves; Safi keeps no
 * list of its own. Requests must be made at once in the listener of a click: after an `await` browsers refuse them.
 */

export interface Access {
  /** Listed hosts where Safi may work, as match patterns. */
  readonly granted: readonly string[];
  /** Listed hosts where the browser, or the person in its settings, keeps Safi out. */
  readonly withheld: readonly string[];
  /** What the person has added, as match patterns; as a rule one host each. */
  readonly added: readonly string[];
}

/** What the browser says now. */
export async function readAccess(): Promise<Access> {
  const { origins = [] } = await browser.permissions.getAll();
  const allowed = await Promise.all(
    listedHosts.map(async (pattern) => [pattern, await mayWorkOn(pattern)] as const),
  );
  return {
    granted: allowed.flatMap(([pattern, may]) => (may ? [pattern] : [])),
    withheld: allowed.flatMap(([pattern, may]) => (may ? [] : [pattern])),
    added: origins.filter((pattern) => hostIn(pattern) !== null && !listedHosts.includes(pattern)),
  };
}

/** Whether Safi may work on these hosts, as a match pattern. */
export function mayWorkOn(pattern: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [pattern] });
}

/** Asks the browser for every listed host; whether the person agreed. */
export function requestListed(): Promise<boolean> {
  return browser.permissions.request({ origins: [...listedHosts] });
}

/** Asks the browser for one host, listed or not; whether the person agreed. The background does the rest. */
export function requestHost(host: string): Promise<boolean> {
  return browser.permissions.request({ origins: [patternOf(host)] });
}

/** Gives back what the person had added; false when the browser kept it. */
export function removeAdded(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Calls back whenever something was granted or taken away, also in the browser's own settings. */
export function watchAccess(changed: () => void, signal: AbortSignal): void {
  const { onAdded, onRemoved } = browser.permissions;
  for (const event of [onAdded, onRemoved]) event.addListener(changed);
  signal.addEventListener(
    'abort',
    () => {
      for (const event of [onAdded, onRemoved]) event.removeListener(changed);
    },
    { once: true },
  );
}

/** What an address brings along when it is copied out of a text that is written from right to left. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The host that a person typed: an address of a page, or a host alone, without its port. Null when it is none that
 * can be added, since only sites with https can.
 */
export function hostTyped(text: string): string | null {
  const typed = text.replace(directionMarks, '').trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '') return null;
  const [host] = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+(?=\.?$)/u.exec(url.hostname) ?? [];
  if (host === undefined) return null;
  // People leave it out, and the site leads there.
  const full = `www.${host}`;
  return listedSiteOf(full) === null ? host : full;
}

/** The host in a match pattern such as browsers tell them, `*` for all; null when it is none of a site with https. */
function hostIn(pattern: string): string | null {
  if (pattern === '<all_urls>') return '*';
  const [, host = null] = /^(?:https|\*):\/\/([^/]+)\//.exec(pattern) ?? [];
  return host;
}

/** Whether a match pattern, such as browsers tell them, covers a host. */
export function covers(pattern: string, hostname: string): boolean {
  const host = hostIn(pattern);
  if (host === '*') return true;
  if (host?.startsWith('*.')) return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
  return host === hostname;
}

/** The site that one of the added patterns names, as people write it; null when it is every site. */
export function siteNamed(pattern: string): string | null {
  const host = hostIn(pattern);
  return host === '*' ? null : host;
}

/** Whether Safi works on a host without another question. */
export function worksOn(host: string, { granted, added }: Access): boolean {
  return granted.includes(patternOf(host)) || added.some((pattern) => covers(pattern, host));
}
