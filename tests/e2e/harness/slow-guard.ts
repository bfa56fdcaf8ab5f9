import type { Background } from './browsers/driver';

/**
 * Keeps every share held and unseen until the returned function is called: the guard frame is let in by a token
 * that the background has not saved yet. As on a computer that is busy, but for as long as a test needs.
 */
export async function slowGuard(background: Background): Promise<() => Promise<void>> {
  await background.evaluate(() => {
    const store = chrome.storage.session;
    const save = store.set.bind(store);
    const waiting = new Promise<void>((resolve) => {
      Object.assign(globalThis, { endSlow: resolve });
    });
    store.set = async (items: object) => {
      await waiting;
      return save(items);
    };
  });
  return () => background.evaluate(() => (globalThis as unknown as { endSlow(): void }).endSlow());
}
