import type { MoveActions } from '../../components/settings/move-section';
import { SettingsPage } from '../../components/settings/settings-page';
import { mountPage } from '../../components/ui/page';
import { wordsOf } from '../../utils/i18n/words';
import { loadKept, resetSettings, saveSettings } from '../../utils/settings/storage';
import { readExport, writeExport } from '../../utils/settings/transfer';
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
  onRead: async (file) => readExport(await file.text()),
  onTake: ({ settings }) => saveSettings(settings),
  onReset: resetSettings,
};

mountPage(
  <SettingsPage
    sites={sites}
    onChange={(change) => void saveSettings(change).catch(reportError)}
    move={move}
  />,
  (words) => words.settings.title,
).catch((error: unknown) => reportError(error));
