import browser from 'webextension-polyfill';
import { listedHosts, patternOf } from '../sites/hosts';

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
    added: origins.filter((pattern) => !listedHosts.includes(pattern)),
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

/**
 * The host that a person typed: an address of a page, or a host alone. Null when it is none that can be added,
 * since only sites with https can.
 */
export function hostTyped(text: string): string | null {
  const typed = text.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '') return null;
  return /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+$/u.test(url.hostname) ? url.hostname : null;
}

/** Whether a match pattern, such as the browser tells them, covers a host. */
export function covers(pattern: string, hostname: string): boolean {
  const [, host = ''] = /^(?:https|\*):\/\/([^/]+)\//.exec(pattern) ?? [];
  if (host === '*') return true;
  if (host.startsWith('*.')) return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
  return host === hostname;
}

/** The site that a pattern names, as people write it; null when it is every site. */
export function siteNamed(pattern: string): string | null {
  const [, host = ''] = /^(?:https|\*):\/\/([^/]+)\//.exec(pattern) ?? [];
  return host === '*' ? null : host;
}
