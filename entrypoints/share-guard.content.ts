import { defineContentScript } from 'wxt/utils/define-content-script';
import { receiveRelays } from '../utils/guard/relay';
import { startShareGuard } from '../utils/guard/share-guard';
import { answerExtension, webExtension } from '../utils/guard/web-extension';
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
    const guard = startShareGuard(window, siteFor(location.hostname), webExtension(window));
    const expectRelay = receiveRelays(window, guard.hold, signal);
    answerExtension(() => ({ type: 'status', ...guard.status() }), expectRelay, signal);
  },
});
