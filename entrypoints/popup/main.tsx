import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { Popup } from '../../components/popup/popup';
import { protectionOf } from '../../components/popup/protection';
import { mountPage } from '../../components/ui/page';
import { removeAdded, requestHost, siteNamed } from '../../utils/access/site-access';
import { randomName } from '../../utils/channel/random-name';
import { gatherDropped } from '../../utils/cleaner/gather';
import { handOver } from '../../utils/cleaner/handover';
import { openBeside } from '../../utils/help/open-beside';
import type { Language } from '../../utils/i18n/languages';
import { loadKept, saveSettings } from '../../utils/settings/storage';
import { siteLabels } from '../../utils/sites/site-labels';
import { type Facts, learn, watchFacts } from './learn';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/help/help.css';
import '../../components/popup/popup.css';
import '../../components/ui/forced-colors.css';

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

/** Safi on or off on one site, as `sitesOff` names it. */
async function switchSite(site: string, on: boolean): Promise<void> {
  const others = (await loadKept()).own.sitesOff.filter((other) => other !== site);
  await saveSettings({ sitesOff: on ? others : [...others, site] });
}

function App({ windowId }: { readonly windowId: number }) {
  const beside = openBeside(windowId);
  const [facts, setFacts] = useState<Facts | null>(null);
  const looks = useRef(0);
  const look = () => {
    looks.current += 1;
    const mine = looks.current;
    learn().then((learnt) => {
      // Of two that overlap, the one that began later knows better.
      if (mine === looks.current) setFacts(learnt);
    }, reportError);
  };
  useEffect(() => {
    const life = new AbortController();
    look();
    watchFacts(look, life.signal);
    return () => life.abort();
  }, []);
  if (!facts) return null;
  const { host, site, addedBy } = facts;
  const change = (changed: Promise<unknown>) => {
    changed.then(look, reportError);
  };
  return (
    <Popup
      page={{
        protection: protectionOf(facts),
        ground: facts.ground,
        host,
        everySite: addedBy !== null && siteNamed(addedBy) === null,
        sites: Object.values(siteLabels),
        fixed: facts.fixed,
        inPrivate: facts.inPrivate,
        onReload: () => reload(facts.tabId),
        // Asked for in the click itself, or the browser would not ask.
        onGrant: () => host !== null && change(requestHost(host)),
        onAdd: () => host !== null && change(requestHost(host)),
        onRemove: () => addedBy !== null && change(removeAdded(addedBy)),
        onSwitch: (on) => site !== null && change(switchSite(site, on)),
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
