import browser from 'webextension-polyfill';
import { migrate } from './migrations';
import { type Policy, parsePolicy, underPolicy } from './policy';
import type { Settings } from './schema';

/** The one key under which Safi stores anything for good. */
export const settingsKey = 'settings';

export type SettingsChange = Partial<Omit<Settings, 'version'>>;

/** What the person has set, and what an organisation has. */
export interface Kept {
  /** The person's own settings. */
  readonly own: Settings;
  /** Null where no organisation has set anything. */
  readonly policy: Policy | null;
  /** The own settings under the policy: what counts. */
  readonly settings: Settings;
}

async function loadOwn(): Promise<Settings> {
  const stored = await browser.storage.local.get(settingsKey);
  return migrate(stored[settingsKey]);
}

/** What an organisation has set for this computer; null when none has. */
export async function loadPolicy(): Promise<Policy | null> {
  try {
    return parsePolicy(await browser.storage.managed.get());
  } catch {
    // Firefox refuses where nobody manages the extension.
    return null;
  }
}

export async function loadKept(): Promise<Kept> {
  const [own, policy] = await Promise.all([loadOwn(), loadPolicy()]);
  return { own, policy, settings: underPolicy(own, policy) };
}

/** The settings that count: the person's own, under an organisation's policy. */
export async function loadSettings(): Promise<Settings> {
  return (await loadKept()).settings;
}

/** Changes the person's own settings; one change after the other, whichever page makes it. */
export async function saveSettings(change: SettingsChange): Promise<void> {
  await navigator.locks.request(settingsKey, async () => {
    const settings = migrate({ ...(await loadOwn()), ...change });
    await browser.storage.local.set({ [settingsKey]: settings });
  });
}

/** Back to how it was right after the installation: nothing is kept. */
export async function resetSettings(): Promise<void> {
  await navigator.locks.request(settingsKey, () => browser.storage.local.remove(settingsKey));
}

/** Calls back whenever any page of Safi saves settings, or an organisation changes its policy. */
export function watchKept(changed: (kept: Kept) => void, signal: AbortSignal): void {
  const { onChanged } = browser.storage;
  const look: Parameters<typeof onChanged.addListener>[0] = (changes, area) => {
    if (area !== 'managed' && !(area === 'local' && settingsKey in changes)) return;
    loadKept().then((kept) => {
      if (!signal.aborted) changed(kept);
    }, reportError);
  };
  onChanged.addListener(look);
  signal.addEventListener('abort', () => onChanged.removeListener(look), { once: true });
}

/** The same, of the settings that count. */
export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  watchKept(({ settings }) => changed(settings), signal);
}
