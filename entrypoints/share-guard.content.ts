import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerExtension } from '../utils/guard/answer-extension';
import { receiveRelays } from '../utils/guard/relay';
import { type LoadKeeper, startShareGuard } from '../utils/guard/share-guard';
import { listedHosts } from '../utils/sites/hosts';
import { siteFor } from '../utils/sites/registry';

export default defineContentScript({
  matches: [...listedHosts],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    const { signal } = new AbortController();
    // Asked for now: a script that outlives its extension can no longer ask.
    const address = chrome.runtime.getURL('keeper.js');
    const loadKeeper: LoadKeeper = async (look, ended) => {
      const module: { openKeeper: LoadKeeper } = await import(/* @vite-ignore */ address);
      return module.openKeeper(look, ended);
    };
    const guard = startShareGuard(window, siteFor(location.hostname), loadKeeper);
    const expectRelay = receiveRelays(window, guard.hold, signal);
    answerExtension(() => ({ type: 'status', ...guard.status() }), expectRelay, signal);
  },
});
