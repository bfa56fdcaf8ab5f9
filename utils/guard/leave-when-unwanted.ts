import { isAccessLost } from '../channel/background-channel';
import { parseSites } from '../settings/schema';
import { listedSiteOf } from '../sites/hosts';
import { placeOf } from './load-site';
import { askBackground } from './web-extension';

interface Kept {
  readonly sitesOff?: unknown;
}

/** Whether the person, or an organisation for them, has switched Safi off on the site of this window. */
async function isOff(window: Window): Promise<boolean> {
  const { storage } = chrome;
  const { settings } = await storage.local.get<{ settings?: Kept }>('settings');
  // Firefox refuses where no organisation manages the extension.
  const managed = await storage.managed.get<Kept>('sitesOff').catch(() => null);
  const off = parseSites(managed?.sitesOff) ?? parseSites(settings?.sitesOff) ?? [];
  const { hostname } = placeOf(window);
  return off.includes(listedSiteOf(hostname) ?? hostname);
}

/**
 * Ends the guard of this window when Safi is not wanted there: it is switched off for the site in the settings, or
 * the permission for the site is gone.
 */
export async function leaveWhenUnwanted(window: Window, life: AbortController): Promise<void> {
  const { signal } = life;
  const { onMessage } = chrome.runtime;
  const { onChanged } = chrome.storage;

  async function leaveIfOff(): Promise<void> {
    if (await isOff(window)) life.abort();
  }

  async function askToStay(): Promise<void> {
    if ((await askBackground({ type: 'stay' })) === false) life.abort();
  }

  const hear = (message: unknown): void => {
    if (isAccessLost(message)) askToStay().catch(window.reportError);
  };
  const look = (): void => {
    leaveIfOff().catch(window.reportError);
  };
  onMessage.addListener(hear);
  onChanged.addListener(look);
  signal.addEventListener(
    'abort',
    () => {
      onMessage.removeListener(hear);
      onChanged.removeListener(look);
    },
    { once: true },
  );
  // A child frame's keeper comes with its first share: what happened before then it has not heard.
  await Promise.all([leaveIfOff(), window === window.top || askToStay()]);
}
