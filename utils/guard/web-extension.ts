import type { ToBackground } from '../channel/background-channel';
import { isLanguage, languageOfBrowser } from '../i18n/languages';
import { FrameLost } from './guard-host';
import type { KeeperExtension } from './keeper';
import { passUp } from './pass-up';

/**
 * The extension's interface as the keeper uses it. Without the polyfill: `chrome` answers with promises
 * in every browser's Manifest V3.
 */
const { runtime, storage } = chrome;

/** Rejects with FrameLost: `updated` when the extension was replaced under the open page. */
export async function askBackground(message: ToBackground): Promise<unknown> {
  try {
    return await runtime.sendMessage(message);
  } catch {
    // After an update the old script lives on without an id.
    throw new FrameLost(runtime?.id ? 'died' : 'updated');
  }
}

/**
 * The extension around a keeper in this window.
 * @param framePage path of the guard frame's page
 */
export function webExtension(window: Window & typeof globalThis, framePage: string): KeeperExtension {
  let language = languageOfBrowser(navigator.languages);
  // Known beforehand: when it is needed, the extension may be gone.
  const learn = async () => {
    const { settings } = await storage.local.get<{ settings?: { language?: unknown } }>('settings');
    // Firefox refuses where no organisation manages the extension.
    const managed = await storage.managed.get<{ language?: unknown }>('language').catch(() => null);
    language =
      [managed?.language, settings?.language].find(isLanguage) ?? languageOfBrowser(navigator.languages);
  };
  const learnAgain = () => void learn().catch(window.reportError);
  learnAgain();
  storage.onChanged.addListener(learnAgain);
  const shared: KeeperExtension = {
    // Asked for now: a script that outlives its extension can no longer ask.
    framePage: runtime.getURL(framePage),
    // A page under an address that changes with each session speaks for the same origin as any other.
    frameOrigin: new URL(runtime.getURL('')).origin,
    alive: () => runtime?.id !== undefined,
    async token() {
      const token = await askBackground({ type: 'token' });
      if (typeof token !== 'string') throw new FrameLost('died');
      return token;
    },
    ...(import.meta.env.FIREFOX ? {} : { openLifeline }),
    language: () => language,
  };
  if (window === window.top) return shared;
  return { ...shared, passUp: (share) => passUp(window, askBackground, share) };
}

function openLifeline(name: string, ended: () => void, signal: AbortSignal): void {
  const port = runtime.connect({ name });
  port.onDisconnect.addListener(ended);
  signal.addEventListener('abort', () => port.disconnect(), { once: true });
}
