import { defineContentScript } from 'wxt/utils/define-content-script';
import { type OpenKeeper, startShareGuard } from '../utils/guard/share-guard';

// Where it runs stands in wxt.config.ts: in here the list of sites would go into every page.
export default defineContentScript({
  registration: 'runtime',
  main() {
    // Asked for now: a script that outlives its extension can no longer ask.
    const address = chrome.runtime.getURL('keeper.js');
    startShareGuard(window, async (guard) => {
      const module: { openKeeper: OpenKeeper } = await import(/* @vite-ignore */ address);
      return module.openKeeper(guard);
    });
  },
});
