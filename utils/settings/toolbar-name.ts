import browser from 'webextension-polyfill';
import { languageOfBrowser } from '../i18n/languages';
import { wordsOf } from '../i18n/words';
import type { Settings } from './schema';
import { loadSettings, watchSettings } from './storage';

/** Firefox's bar beside the pages, which shows a name of its own; Chromium's shows the extension's. */
const { sidebarAction } = browser as Partial<typeof browser>;

async function show({ language, discreetName }: Settings): Promise<void> {
  const words = wordsOf(language ?? languageOfBrowser(navigator.languages));
  const title = discreetName ? words.discreetName : words.name;
  await Promise.all([browser.action.setTitle({ title }), sidebarAction?.setTitle({ title })]);
}

/** Keeps the name in the toolbar as the settings say. Browsers forget it when they are closed. */
export function nameToolbar(): void {
  const showNow = (settings: Settings) => {
    show(settings).catch(reportError);
  };
  loadSettings().then(showNow, reportError);
  watchSettings(showNow, new AbortController().signal);
  // The background is not woken at the start of the browser unless it listens for it.
  browser.runtime.onStartup.addListener(() => {});
}
