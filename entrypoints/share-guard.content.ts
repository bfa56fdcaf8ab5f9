import { defineContentScript } from 'wxt/utils/define-content-script';
import { importModule } from '../utils/guard/import-module';
import { type OpenKeeper, startShareGuard } from '../utils/guard/share-guard';

// Where it runs stands in wxt.config.ts: in here the list of sites would go into every page.
export default defineContentScript({
  registration: 'runtime',
  main() {
    startShareGuard(window, async (guard) => {
      const address = chrome.runtime.getURL('keeper.js');
      const module = (await importModule(window, address)) as { readonly openKeeper: OpenKeeper };
      return module.openKeeper(guard);
    });
  },
});
