import browser from 'webextension-polyfill';
import { loadPolicy } from '../settings/storage';

/** Where the welcome page lies in the package. */
export const welcomePage = '/welcome.html';

/**
 * Opens the welcome page after the installation, not after an update. An organisation that looks after many computers
 * can keep it closed.
 */
export async function welcomeOnInstall(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const policy = await loadPolicy();
  if (policy?.welcome === false) return;
  await browser.tabs.create({ url: browser.runtime.getURL(welcomePage) });
}
