import type { Page } from '@playwright/test';

/** What the browser says to a page of the extension. */
export interface Told {
  /** The tab in front; without an address the browser does not tell it. */
  readonly address?: string;
  /** What share-guard in that tab answers; null when nobody does. */
  readonly status?: { readonly hooks: boolean; readonly frame: boolean; readonly isolated: boolean } | null;
  /** Match patterns that a person has added. */
  readonly added?: readonly string[];
  /** Whether it lets Safi work on the sites that are asked about, and on more when it is asked to. */
  readonly granted?: boolean;
  readonly grants?: boolean;
  readonly inPrivate?: boolean;
  /** What an organisation has set. */
  readonly policy?: object;
  /** Tabs that were open before Safi came. */
  readonly stale?: readonly number[];
}

interface ToldWindow {
  tell(next: Told): void;
}

/** From the next page on, the browser says what the test tells it to: most of it no test can bring about quickly. */
export async function toldBrowser(page: Page, first: Told): Promise<void> {
  await page.addInitScript((begin: Told) => {
    if (!globalThis.chrome?.permissions) return;
    let told = begin;
    /** Those who want to know when something was granted or set. */
    const granted: (() => void)[] = [];
    const changed: ((changes: object, area: string) => void)[] = [];
    const answer = (read: () => unknown) =>
      (async () => {
        const value = read();
        if (value instanceof Error) throw value;
        return value;
      }) as never;
    const { permissions, tabs, extension, storage } = chrome;
    const tab = () => ({ id: 4711, url: told.address });
    Object.assign(tabs, {
      get: answer(tab),
      query: ((wanted: chrome.tabs.QueryInfo) =>
        Promise.resolve(wanted.url ? (told.stale ?? []).map((id) => ({ id })) : [tab()])) as never,
      sendMessage: answer(() => (told.status ? { type: 'status', ...told.status } : new Error('nobody'))),
      reload: answer(() => undefined),
    });
    Object.assign(permissions, {
      getAll: answer(() => ({ permissions: [], origins: [...(told.added ?? [])] })),
      contains: answer(() => told.granted ?? true),
      request: answer(() => told.grants ?? false),
      remove: answer(() => false),
    });
    permissions.onAdded.addListener = (listener) => granted.push(listener as () => void);
    extension.isAllowedIncognitoAccess = answer(() => told.inPrivate ?? false);
    storage.managed.get = answer(() => told.policy ?? {});
    const listen = storage.onChanged.addListener.bind(storage.onChanged);
    storage.onChanged.addListener = (listener) => {
      changed.push(listener as (typeof changed)[number]);
      listen(listener);
    };
    Object.assign(window, {
      tell(next: Told) {
        told = next;
        for (const listener of changed) listener({}, 'managed');
        for (const listener of granted) listener();
      },
    });
  }, first);
}

/** The browser says something else, and that it has changed. */
export function tell(page: Page, next: Told): Promise<void> {
  return page.evaluate((told) => (window as unknown as ToldWindow).tell(told), next);
}
