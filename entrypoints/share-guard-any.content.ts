import { defineContentScript } from 'wxt/utils/define-content-script';
import { importKeeper } from '../utils/guard/import-keeper';
import { startShareGuard } from '../utils/guard/share-guard';

// The same on sites that a person adds: what is loaded there lies under addresses that no page can know.
export default defineContentScript({
  registration: 'runtime',
  main() {
    startShareGuard(window, async (guard) => {
      const openKeeper = await importKeeper(window, 'keeper-any.js');
      return openKeeper(guard, '/guard-frame-any.html');
    });
  },
});
