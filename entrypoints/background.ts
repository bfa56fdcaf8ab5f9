import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { registerAdded } from '../utils/access/register-added';
import { randomName } from '../utils/channel/random-name';
import { welcomeOnInstall } from '../utils/first-run/open-welcome';
import { answerGuards, tellAccessLost } from '../utils/guard/background-door';
import { createTokens } from '../utils/guard/tokens';
import { nameToolbar } from '../utils/settings/toolbar-name';

export default defineBackground(() => {
  answerGuards(createTokens(browser.storage.session, randomName));
  nameToolbar();
  browser.runtime.onInstalled.addListener(({ reason }) => {
    welcomeOnInstall(reason).catch(reportError);
  });
  // Listening without reloading lets an update wait until the browser is restarted and no share is held.
  browser.runtime.onUpdateAvailable.addListener(() => {});

  const register = () => {
    registerAdded().catch(reportError);
  };
  // An update takes what was registered away.
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(register);
  browser.permissions.onAdded.addListener(register);
  browser.permissions.onRemoved.addListener(() => {
    register();
    tellAccessLost().catch(reportError);
  });
});
