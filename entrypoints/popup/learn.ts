import browser, { type Tabs } from 'webextension-polyfill';
import type { PageFacts } from '../../components/popup/protection';
import { covers, mayWorkOn, readAccess } from '../../utils/access/site-access';
import { parsePageStatus, statusRequest } from '../../utils/channel/page-status';
import { loadKept } from '../../utils/settings/storage';
import { listedSiteOf, patternOf } from '../../utils/sites/hosts';

/** What the popup knows of the tab in front. */
export interface Facts extends PageFacts {
  readonly tabId: number | null;
  /** Null where the browser does not tell it, or the page is of no site with https. */
  readonly host: string | null;
  /** As `sitesOff` names the site; null where there is none. */
  readonly site: string | null;
  /** The match pattern by which the person has added it; null when they have not. */
  readonly addedBy: string | null;
  /** An organisation has fixed which sites are off. */
  readonly fixed: boolean;
  readonly inPrivate: boolean | null;
}

/** The tab in front, or the one that `?tab=` names where the popup is opened as a page. */
async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named > 0) return browser.tabs.get(named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

function hostOf(address: string | undefined): string | null {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'https:' ? url.hostname : null;
}

async function statusOf(tabId: number) {
  try {
    return parsePageStatus(await browser.tabs.sendMessage(tabId, statusRequest, { frameId: 0 }));
  } catch {
    // Nobody listens there: the page was open before Safi was at work on it.
    return null;
  }
}

export async function learn(): Promise<Facts> {
  const tab = await tabInFront();
  const host = hostOf(tab?.url);
  const [status, { added }, { settings, policy }, inPrivate, granted] = await Promise.all([
    tab?.id === undefined ? null : statusOf(tab.id),
    readAccess(),
    loadKept(),
    browser.extension.isAllowedIncognitoAccess(),
    host === null ? false : mayWorkOn(patternOf(host)),
  ]);
  const listed = host === null ? null : listedSiteOf(host);
  const ways = host === null || listed !== null ? [] : added.filter((pattern) => covers(pattern, host));
  const [addedBy = null] = host !== null && ways.includes(patternOf(host)) ? [patternOf(host)] : ways;
  const site = listed ?? (addedBy === null ? null : host);
  return {
    tabId: tab?.id ?? null,
    host,
    site,
    addedBy,
    ground: listed === null ? (addedBy === null ? null : 'added') : 'listed',
    addable: host !== null,
    off: site !== null && settings.sitesOff.includes(site),
    granted,
    status,
    fixed: policy?.fixed.sitesOff !== undefined,
    inPrivate,
  };
}
