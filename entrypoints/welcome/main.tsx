import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { mountPage } from '../../components/ui/page';
import type { Readiness } from '../../components/welcome/readiness';
import { WelcomePage } from '../../components/welcome/welcome-page';
import { statusOfTab } from '../../utils/guard/tab-status';
import { saveSettings } from '../../utils/settings/storage';
import { listedHosts, listedSites, patternOf } from '../../utils/sites/hosts';
import { siteLabels } from '../../utils/sites/site-labels';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/sheet.css';
import '../../components/welcome/welcome.css';
import '../../components/ui/forced-colors.css';

const origins = [...listedHosts];
const sites = Object.keys(listedSites) as (keyof typeof listedSites)[];

/** Tabs of Safi's sites in which nobody of Safi answers. */
async function staleTabs(): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: origins });
  const ids = tabs.flatMap(({ id, discarded }) => (id === undefined || discarded ? [] : id));
  const statuses = await Promise.all(ids.map(statusOfTab));
  return ids.filter((_, index) => statuses[index] === null);
}

/** A site counts as withheld when it is on any of its hosts. */
async function withheldSites(): Promise<readonly string[]> {
  const granted = await Promise.all(
    sites.map((site) => browser.permissions.contains({ origins: listedSites[site].map(patternOf) })),
  );
  return sites.filter((_, index) => !granted[index]).map((site) => siteLabels[site]);
}

async function learn(): Promise<Readiness> {
  const [withheld, inPrivate, stale] = await Promise.all([
    withheldSites(),
    browser.extension.isAllowedIncognitoAccess(),
    staleTabs(),
  ]);
  return { withheld, inPrivate, stale };
}

/** Only Chromium lets an extension open them. */
const openBrowserSettings = import.meta.env.FIREFOX
  ? null
  : () => {
      browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` }).catch(reportError);
    };

function App() {
  const [readiness, setReadiness] = useState<Readiness | null>(null);
  const look = () => learn().then(setReadiness, reportError);
  useEffect(() => {
    const life = new AbortController();
    const lookAgain = () => void look();
    // Whoever comes back may have changed it in the browser's settings, or have closed what was open.
    window.addEventListener('focus', lookAgain, { signal: life.signal });
    browser.permissions.onAdded.addListener(lookAgain);
    browser.permissions.onRemoved.addListener(lookAgain);
    life.signal.addEventListener('abort', () => {
      browser.permissions.onAdded.removeListener(lookAgain);
      browser.permissions.onRemoved.removeListener(lookAgain);
    });
    lookAgain();
    return () => life.abort();
  }, []);
  const reload = async () => {
    await Promise.all((readiness?.stale ?? []).map((tab) => browser.tabs.reload(tab)));
    setReadiness(readiness && { ...readiness, stale: [] });
  };
  return (
    <WelcomePage
      readiness={readiness}
      sites={sites.map((site) => siteLabels[site])}
      browserName={import.meta.env.FIREFOX ? 'firefox' : 'chromium'}
      onGrant={async () => {
        const given = await browser.permissions.request({ origins });
        await look();
        return given;
      }}
      onReload={() => {
        reload().catch(reportError);
      }}
      onBrowserSettings={openBrowserSettings}
      onLanguage={(language) => {
        saveSettings({ language }).catch(reportError);
      }}
      onPractice={() => {
        browser.tabs.create({ url: browser.runtime.getURL('/practice.html') }).catch(reportError);
      }}
      onSettings={() => {
        browser.runtime.openOptionsPage().catch(reportError);
      }}
    />
  );
}

mountPage(<App />, (words) => words.welcome.title).catch((error: unknown) => reportError(error));
