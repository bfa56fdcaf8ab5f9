import { defineContentScript } from 'wxt/utils/define-content-script';
import { installPageHooks } from '../utils/interception/page-hooks';
import { listedHosts } from '../utils/sites/hosts';

export default defineContentScript({
  matches: [...listedHosts],
  world: 'MAIN',
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  // Without this the built script would leave a name behind in the page.
  globalName: false,
  main: () => installPageHooks(window),
});
