import { useEffect, useState } from 'preact/hooks';
import type { AddedSite, AddOutcome } from '../../components/settings/added-sites';
import type { MoveActions } from '../../components/settings/move-section';
import { SettingsPage } from '../../components/settings/settings-page';
import { mountPage } from '../../components/ui/page';
import {
  type Access,
  hostTyped,
  readAccess,
  removeAdded,
  requestHost,
  siteNamed,
  watchAccess,
  worksOn,
} from '../../utils/access/site-access';
import { wordsOf } from '../../utils/i18n/words';
import { loadKept, resetSettings, saveSettings } from '../../utils/settings/storage';
import { readExportFile, writeExport } from '../../utils/settings/transfer';
import { listedSites } from '../../utils/sites/hosts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/sheet.css';
import '../../components/settings/settings.css';
import '../../components/ui/forced-colors.css';

const sites = Object.entries(listedSites).map(([name, hosts]) => ({ name, hosts }));

/** Gives a text to the browser to save; nothing of it stays with the page. */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** In the file's name too, a discreet name is. */
async function exportSettings(): Promise<void> {
  const { own } = await loadKept();
  const { name, discreetName } = wordsOf('en');
  const called = (own.discreetName ? discreetName : name).toLowerCase().replaceAll(' ', '-');
  download(writeExport(own), `${called}-settings.json`);
}

const move: MoveActions = {
  onExport: exportSettings,
  onRead: readExportFile,
  onTake: ({ settings }) => saveSettings(settings),
  onReset: resetSettings,
};

/** The browser is asked in the submit itself, or it would not ask the person. */
async function addSite(typed: string, access: Access): Promise<AddOutcome> {
  const host = hostTyped(typed);
  if (host === null) return 'no-address';
  if (worksOn(host, access)) return 'already';
  return (await requestHost(host)) ? 'added' : 'refused';
}

function App() {
  const [access, setAccess] = useState<Access>({ granted: [], withheld: [], added: [] });
  useEffect(() => {
    const life = new AbortController();
    const look = () => {
      readAccess().then(setAccess, reportError);
    };
    look();
    watchAccess(look, life.signal);
    return () => life.abort();
  }, []);
  const others = {
    added: access.added.map((pattern) => ({ pattern, host: siteNamed(pattern) })),
    onAdd: (typed: string) => addSite(typed, access),
    onRemove: ({ pattern }: AddedSite) => void removeAdded(pattern).catch(reportError),
  };
  return (
    <SettingsPage
      sites={sites}
      others={others}
      onChange={(change) => void saveSettings(change).catch(reportError)}
      move={move}
    />
  );
}

mountPage(<App />, (words) => words.settings.title).catch((error: unknown) => reportError(error));
