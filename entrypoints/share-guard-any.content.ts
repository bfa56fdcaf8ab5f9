import { defineContentScript } from 'wxt/utils/define-content-script';
import { importModule } from '../utils/guard/import-module';
import { type OpenKeeper, startShareGuard } from '../utils/guard/share-guard';

// The same on sites that a person adds: what is loaded there lies under addresses that no page can know.
export default defineContentScript({
  registration: 'runtime',
  main() {
    startShareGuard(window, async (guard) => {
      const address = chrome.runtime.getURL('keeper-any.js');
      const module = (await importModule(window, address)) as { readonly openKeeper: OpenKeeper };
      return module.openKeeper(guard, '/guard-frame-any.html');
    });
  },
});
