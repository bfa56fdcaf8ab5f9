import { useEffect, useState } from 'preact/hooks';
import browser, { type Tabs } from 'webextension-polyfill';
import { Popup } from '../../components/popup/popup';
import { type PageFacts, protectionOf } from '../../components/popup/protection';
import { mountPage } from '../../components/ui/page';
import { parsePageStatus, statusRequest } from '../../utils/channel/page-status';
import { randomName } from '../../utils/channel/random-name';
import { gatherDropped } from '../../utils/cleaner/gather';
import { handOver } from '../../utils/cleaner/handover';
import { openBeside } from '../../utils/help/open-beside';
import type { Language } from '../../utils/i18n/languages';
import { saveSettings } from '../../utils/settings/storage';
import { listedHosts } from '../../utils/sites/hosts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/help/help.css';
import '../../components/popup/popup.css';
import '../../components/ui/forced-colors.css';

const sites = listedHosts.map((pattern) => new URL(pattern.replace('*', '')).host);

interface Facts extends PageFacts {
  readonly tabId: number | null;
  readonly inPrivate: boolean | null;
}

/** The tab in front, or the one that `?tab=` names where the popup is opened as a page. */
async function tabInFront(): Promise<Tabs.Tab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named > 0) return browser.tabs.get(named);
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active;
}

function hostOf(url: string | undefined): string | null {
  const host = url ? new URL(url).host : null;
  return host !== null && sites.includes(host) ? host : null;
}

async function statusOf(tabId: number) {
  try {
    return parsePageStatus(await browser.tabs.sendMessage(tabId, statusRequest, { frameId: 0 }));
  } catch {
    // Nobody listens there: the page was open before Safi was.
    return null;
  }
}

async function learn(): Promise<Facts> {
  const tab = await tabInFront();
  const status = tab?.id === undefined ? null : await statusOf(tab.id);
  return {
    tabId: tab?.id ?? null,
    listedHost: hostOf(tab?.url),
    granted: await browser.permissions.contains({ origins: [...listedHosts] }),
    status,
    inPrivate: await browser.extension.isAllowedIncognitoAccess(),
  };
}

function reload(tabId: number | null): void {
  if (tabId === null) return;
  browser.tabs.reload(tabId).then(() => window.close(), reportError);
}

async function openCleaner(): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL('/cleaner.html') });
  window.close();
}

/** The page opens behind: in front it would close this popup, and what was dropped on it would be gone. */
async function openCleanerWith(data: DataTransfer): Promise<void> {
  const { files } = await gatherDropped(data, new AbortController().signal);
  const name = randomName();
  let tabId: number | undefined;
  await handOver(files, name, async () => {
    const url = browser.runtime.getURL(`/cleaner.html?from=${name}`);
    tabId = (await browser.tabs.create({ url, active: false })).id;
  });
  if (tabId !== undefined) await browser.tabs.update(tabId, { active: true });
  window.close();
}

function App({ windowId }: { readonly windowId: number }) {
  const beside = openBeside(windowId);
  const [facts, setFacts] = useState<Facts | null>(null);
  const look = () => {
    learn().then(setFacts, reportError);
  };
  useEffect(look, []);
  if (!facts) return null;
  return (
    <Popup
      protection={protectionOf(facts)}
      host={facts.listedHost}
      sites={sites}
      inPrivate={facts.inPrivate}
      onReload={() => reload(facts.tabId)}
      onGrant={() => {
        browser.permissions.request({ origins: [...listedHosts] }).then(look, reportError);
      }}
      onLanguage={(language: Language) => {
        saveSettings({ language }).catch(reportError);
      }}
      onBeside={beside && (() => void beside().then(() => window.close(), reportError))}
      onCleaner={() => void openCleaner().catch(reportError)}
      onDropped={(data) => void openCleanerWith(data).catch(reportError)}
      onSettings={() => void browser.runtime.openOptionsPage().then(() => window.close(), reportError)}
      onExit={() => window.close()}
    />
  );
}

async function start(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  await mountPage(<App windowId={id ?? -1} />);
}

start().catch((error: unknown) => reportError(error));
