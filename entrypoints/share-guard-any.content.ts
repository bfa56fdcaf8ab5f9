import { defineContentScript } from 'wxt/utils/define-content-script';
import { type OpenKeeper, startShareGuard } from '../utils/guard/share-guard';

// The same on sites that a person adds: what is loaded there lies under addresses that no page can know.
export default defineContentScript({
  registration: 'runtime',
  main() {
    const address = chrome.runtime.getURL('keeper-any.js');
    startShareGuard(window, async (guard) => {
      const module: { openKeeper: OpenKeeper } = await import(/* @vite-ignore */ address);
      return module.openKeeper(guard, '/guard-frame-any.html');
    });
  },
});
