import { defineContentScript } from 'wxt/utils/define-content-script';
import { answerExtension } from '../utils/guard/answer-extension';
import { receiveRelays } from '../utils/guard/relay';
import { type LoadKeeper, startShareGuard } from '../utils/guard/share-guard';
import { listedHosts } from '../utils/sites/hosts';

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
    const loadKeeper: LoadKeeper = async (...given) => {
      const module: { openKeeper: LoadKeeper } = await import(/* @vite-ignore */ address);
      return module.openKeeper(...given);
    };
    const guard = startShareGuard(window, loadKeeper);
    const expectRelay = receiveRelays(guard.listen, guard.hold);
    answerExtension(() => ({ type: 'status', ...guard.status() }), expectRelay, signal);
  },
});
