import { parseRelay, type ToBackground } from '../channel/background-channel';
import { isStatusRequest, type PageStatus } from '../channel/page-status';
import { languageOfBrowser } from '../i18n/languages';
import { parseSettings } from '../settings/schema';
import { FrameLost } from './guard-host';
import { passUp } from './relay';
import type { ShareGuardExtension } from './share-guard';

/**
 * The extension's interface as the injected scripts use it. Without the polyfill: `chrome` answers with promises
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

/** The extension around a share-guard in this window. */
export function webExtension(window: Window & typeof globalThis): ShareGuardExtension {
  let language = languageOfBrowser(navigator.languages);
  // Known beforehand: when it is needed, the extension may be gone.
  const learn = (settings: unknown) => {
    language = parseSettings(settings).language ?? languageOfBrowser(navigator.languages);
  };
  storage.local.get('settings').then(({ settings }) => learn(settings), window.reportError);
  storage.local.onChanged.addListener(({ settings }) => learn(settings?.newValue));
  const shared: ShareGuardExtension = {
    // Asked for now: a script that outlives its extension can no longer ask.
    framePage: runtime.getURL('/guard-frame.html'),
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

/** Answers the popup's question about this page, and hears of child frames that are about to knock. */
export function answerExtension(
  status: () => PageStatus,
  onRelay: (id: string, secret: string) => void,
  signal: AbortSignal,
): void {
  const onMessage = (message: unknown, _sender: unknown, answer: (value: unknown) => void): void => {
    if (isStatusRequest(message)) answer(status());
    const relay = parseRelay(message);
    if (!relay) return;
    onRelay(relay.id, relay.secret);
    answer(true);
  };
  runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => runtime.onMessage.removeListener(onMessage), { once: true });
}
