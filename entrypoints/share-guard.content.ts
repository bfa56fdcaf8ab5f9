import { defineContentScript } from 'wxt/utils/define-content-script';
import { type LoadKeeper, startShareGuard } from '../utils/guard/share-guard';
import { listedHosts } from '../utils/sites/hosts';

export default defineContentScript({
  matches: [...listedHosts],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    // Asked for now: a script that outlives its extension can no longer ask.
    const address = chrome.runtime.getURL('keeper.js');
    startShareGuard(window, async (guard) => {
      const module: { openKeeper: LoadKeeper } = await import(/* @vite-ignore */ address);
      return module.openKeeper(guard);
    });
  },
});
