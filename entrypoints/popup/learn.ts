import browser, { type Tabs } from 'webextension-polyfill';
import type { PageFacts } from '../../components/popup/protection';
import { isClosedPage } from '../../utils/access/closed-pages';
import { covers, mayWorkOn, readAccess, watchAccess } from '../../utils/access/site-access';
import { parsePageStatus, statusRequest } from '../../utils/channel/page-status';
import { loadKept, watchKept } from '../../utils/settings/storage';
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

/** The tab's address; null where the browser does not tell it, and for a page of Safi's own. */
function addressOf({ url }: Partial<Tabs.Tab>): URL | null {
  const own = browser.runtime.getURL('');
  return url && URL.canParse(url) && !url.startsWith(own) ? new URL(url) : null;
}

/** Chromium takes the dot of the root at the end of a host for nothing; to Firefox that is another host. */
function hostOf({ hostname }: URL): string {
  return import.meta.env.FIREFOX ? hostname : hostname.replace(/\.$/, '');
}

/** No extension is told what a document is that the browser draws by itself; Chromium lets them work on it. */
const drawnByBrowser = /\.pdf$/i;

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
  const url = addressOf(tab ?? {});
  const host = url?.protocol === 'https:' ? hostOf(url) : null;
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
  const closed =
    url !== null &&
    (isClosedPage(url, import.meta.env.FIREFOX) || (status === null && drawnByBrowser.test(url.pathname)));
  return {
    closed,
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

/** After a load the page may answer a moment later, once its own module is there; in milliseconds. */
const answersWithin = [500, 1_500, 4_000];

/** Calls back whenever what is known may have changed: a page was loaded, a permission or a setting is another. */
export function watchFacts(changed: () => void, signal: AbortSignal): void {
  const { onUpdated } = browser.tabs;
  let timers: ReturnType<typeof setTimeout>[] = [];
  const hear = (_id: number, { status }: Tabs.OnUpdatedChangeInfoType) => {
    if (status === undefined) return;
    changed();
    for (const timer of timers) clearTimeout(timer);
    timers = answersWithin.map((after) => setTimeout(changed, after));
  };
  onUpdated.addListener(hear);
  const end = () => {
    onUpdated.removeListener(hear);
    for (const timer of timers) clearTimeout(timer);
  };
  signal.addEventListener('abort', end, { once: true });
  watchAccess(changed, signal);
  watchKept(changed, signal);
}
