import { defineContentScript } from 'wxt/utils/define-content-script';
import { importKeeper } from '../utils/guard/import-keeper';
import { startShareGuard } from '../utils/guard/share-guard';

// Where it runs stands in wxt.config.ts: in here the list of sites would go into every page.
export default defineContentScript({
  registration: 'runtime',
  main() {
    startShareGuard(window, async (guard) => {
      const openKeeper = await importKeeper(window, 'keeper.js');
      return openKeeper(guard);
    });
  },
});
