import browser, { type Runtime } from 'webextension-polyfill';
import { accessLost, parseToBackground, type Relay } from '../channel/background-channel';
import { randomName } from '../channel/random-name';
import { patternOf } from '../sites/hosts';
import type { Tokens } from './tokens';

/** The background's part in letting share-guards and guard frames find each other. It sees no file and no chat. */
export function answerGuards(tokens: Tokens): void {
  browser.runtime.onMessage.addListener((value: unknown, sender: Runtime.MessageSender) => {
    const message = parseToBackground(value);
    const tabId = sender.tab?.id;
    if (!message || tabId === undefined || sender.id !== browser.runtime.id) return undefined;
    switch (message.type) {
      case 'token':
        return tokens.mint({ tabId, frameId: sender.frameId ?? 0, origin: originOf(sender) });
      case 'redeem':
        // Only a page of ours may hand a token in.
        return originOf(sender) === new URL(browser.runtime.getURL('')).origin
          ? tokens.redeem(message.token, tabId)
          : Promise.resolve(null);
      case 'stay':
        return mayStay(originOf(sender));
      case 'relay':
        return announceRelay(tabId);
      case 'keeper':
        return bringKeeper(tabId, sender.frameId ?? 0);
    }
  });
}

function originOf(sender: Runtime.MessageSender): string {
  const stated: unknown = 'origin' in sender ? sender.origin : null;
  if (typeof stated === 'string') return stated;
  return sender.url ? new URL(sender.url).origin : 'null';
}

/** Whether Safi may work on a site; what has no origin goes with the page it stands in. */
function mayStay(origin: string): Promise<boolean> {
  if (!origin.startsWith('https:')) return Promise.resolve(true);
  // For all of its ports, as it was granted: Firefox takes none in a pattern.
  return browser.permissions.contains({ origins: [patternOf(new URL(origin).hostname)] });
}

/** Tells every share-guard that access was lost; each asks whether it may stay. */
export async function tellAccessLost(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) {
    // Most tabs have nobody who listens.
    if (id !== undefined) browser.tabs.sendMessage(id, accessLost).catch(() => {});
  }
}

/** Beside the share-guard of a frame that may load no module; rejects when the frame is gone. */
async function bringKeeper(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: ['brought-keeper.js'], injectImmediately: true });
  return true;
}

/** Tells the top document's share-guard; null when there is none. */
async function announceRelay(tabId: number): Promise<Relay | null> {
  const relay: Relay = { type: 'relay', id: randomName(), secret: randomName() };
  try {
    return (await browser.tabs.sendMessage(tabId, relay, { frameId: 0 })) === true ? relay : null;
  } catch {
    // The top document is not one of ours: the child hosts its own frame.
    return null;
  }
}
