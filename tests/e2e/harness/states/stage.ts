import type { Frame, Page } from '@playwright/test';
import type { Language } from '../../../../utils/i18n/languages';
import type { Background } from '../browsers/driver';

/** What every room of the pages' states is given. */
export interface Stage {
  /** A tab of a browser that has the built Safi installed. */
  readonly page: Page;
  readonly background: Background;
  /** Address of a page of the extension. */
  readonly url: (path: string) => string;
}

/**
 * Looks at a state.
 * @param state its name, the only one of this name in its room
 * @param at where it is drawn, if that is not the tab itself
 * @param languages those in which it can be seen, if that are not all
 */
export type Look = (state: string, at?: Frame | Page, languages?: readonly Language[]) => Promise<void>;

/** Leads a tab through every state of a page, and has each looked at. */
export type Room = (stage: Stage, look: Look) => Promise<void>;

/** A name as long as people give them, in two scripts, with a word that does not break. */
export const longName = `رحلة الصف السادس إلى الموصل — ${'Class 6 trip '.repeat(4)}${'x'.repeat(40)}`;

/**
 * Safi speaks another language from now on, at once and wherever it is open; resolves when this document does. Runs in
 * a page of the extension and stands alone.
 */
export async function speak(language: Language): Promise<void> {
  const root = document.documentElement;
  // One whose address says the language speaks no other.
  if (location.search.includes('lang=') || root.lang === language) return;
  const spoken = new Promise<void>((done) => {
    new MutationObserver((_, observer) => {
      if (root.lang !== language) return;
      observer.disconnect();
      done();
    }).observe(root, { attributeFilter: ['lang'] });
  });
  const { settings } = await chrome.storage.local.get('settings');
  await chrome.storage.local.set({ settings: { ...(settings as object), language } });
  await spoken;
  // What is said follows right after.
  await new Promise((done) => setTimeout(done));
}
