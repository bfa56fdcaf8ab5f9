import { importModule } from './import-module';
import type { OpenKeeper } from './share-guard';

/** What the background brings leaves itself here, in the world of share-guard, which no page sees. */
export interface Brought {
  safiKeeper?: OpenKeeper;
}

/**
 * Loads the keeper beside share-guard.
 * @param path of its module in the extension
 * @returns what opens it; rejects when the extension is not there any more
 */
export async function importKeeper(window: Window, path: string): Promise<OpenKeeper> {
  const { runtime } = chrome;
  try {
    const module = (await importModule(window, runtime.getURL(path))) as { readonly openKeeper: OpenKeeper };
    return module.openKeeper;
  } catch (error) {
    // Firefox lets a frame without an origin load no module of an extension: the background brings it a script.
    if (!import.meta.env.FIREFOX || window.origin !== 'null') throw error;
    await runtime.sendMessage({ type: 'keeper' });
    const { safiKeeper } = globalThis as Brought;
    if (!safiKeeper) throw error;
    return safiKeeper;
  }
}
