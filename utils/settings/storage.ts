import browser from 'webextension-polyfill';
import { migrate } from './migrations';
import type { Settings } from './schema';

/** The one key under which Safi stores anything for good. */
export const settingsKey = 'settings';

export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(settingsKey);
  return migrate(stored[settingsKey]);
}

export async function saveSettings(change: Partial<Omit<Settings, 'version'>>): Promise<void> {
  const settings = { ...(await loadSettings()), ...change };
  await browser.storage.local.set({ [settingsKey]: settings });
}

/** Calls back whenever any page of Safi saves settings. */
export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged: Parameters<typeof browser.storage.local.onChanged.addListener>[0] = (changes) => {
    const change = changes[settingsKey];
    if (change) changed(migrate(change.newValue));
  };
  browser.storage.local.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(onChanged), {
    once: true,
  });
}
