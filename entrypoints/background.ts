import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { randomName } from '../utils/channel/random-name';
import { answerGuards } from '../utils/guard/background-door';
import { createTokens } from '../utils/guard/tokens';

export default defineBackground(() => {
  answerGuards(createTokens(browser.storage.session, randomName));
  // Listening without reloading lets an update wait until the browser is restarted and no share is held.
  browser.runtime.onUpdateAvailable.addListener(() => {});
});
