import { defineContentScript } from 'wxt/utils/define-content-script';
import { installPageHooks } from '../utils/interception/page-hooks';

// Where it runs, in the page's own world, stands in wxt.config.ts: in here the list of sites would go into every page.
export default defineContentScript({
  registration: 'runtime',
  // Without this the built script would leave a name behind in the page.
  globalName: false,
  main: () => installPageHooks(window),
});
