import browser from 'webextension-polyfill';
import { type PageStatus, parsePageStatus, statusRequest } from '../channel/page-status';

/** What share-guard tells of the page in a tab; null when nobody listens there: the page was open before Safi was. */
export async function statusOfTab(tabId: number): Promise<PageStatus | null> {
  try {
    return parsePageStatus(await browser.tabs.sendMessage(tabId, statusRequest, { frameId: 0 }));
  } catch {
    return null;
  }
}
