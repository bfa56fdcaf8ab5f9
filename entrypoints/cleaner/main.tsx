import { type CleanerActions, CleanerPage } from '../../components/cleaner/cleaner-page';
import type { CleanerEditor } from '../../components/cleaner/cover-room';
import { mountPage } from '../../components/ui/page';
import { createCleaner } from '../../utils/cleaner/cleaner';
import { cleaningModule, createCleaningRoom } from '../../utils/cleaner/cleaning-room';
import { gatherDropped, gatherFiles, gatherFolder } from '../../utils/cleaner/gather';
import { takeOver } from '../../utils/cleaner/handover';
import { pickFolder, picksFolders, pickZip } from '../../utils/cleaner/pickers';
import { saveAsDownload, saveInFolder } from '../../utils/cleaner/save-files';
import { saveAsZip } from '../../utils/cleaner/save-zip';
import { drawCovers } from '../../utils/inspection/cover-plan';
import { coverModule, createCoverer } from '../../utils/inspection/coverer';
import { boxOverFace } from '../../utils/inspection/face-cover';
import { createInspector, workerModule } from '../../utils/inspection/inspector';
import { freshSeed } from '../../utils/inspection/noise';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/dialog.css';
import '../../components/ui/sheet.css';
import '../../components/cleaner/cleaner.css';
import '../../components/editor/editor.css';
import '../../components/ui/forced-colors.css';

const room = createCleaningRoom(() => new Worker(`/${cleaningModule}`, { type: 'module' }));
const cleaner = createCleaner(room);

/** Begun with the first picture that is opened in the editor. */
const inspector = createInspector(() => new Worker(`/${workerModule}`, { type: 'module' }));
const coverer = createCoverer(() => new Worker(`/${coverModule}`, { type: 'module' }), inspector);

const editor: CleanerEditor = {
  open: coverer.open,
  tools: { drawCovers, boxOverFace, freshSeed },
  look: (picture, withdrawn) => inspector.inspect(picture, undefined, withdrawn),
};

async function chooseFolder(): Promise<void> {
  const folder = await pickFolder('read');
  if (folder) await cleaner.take((signal) => gatherFolder(folder, signal));
}

async function saveAll(): Promise<void> {
  const folder = await pickFolder('readwrite');
  if (folder) await cleaner.save((files, ...rest) => saveInFolder(files, folder, ...rest));
}

async function saveZip(): Promise<void> {
  const target = await pickZip();
  if (target === null) return;
  await cleaner.save((files, ...rest) => saveAsZip(files, target === 'none' ? null : target, ...rest));
}

const actions: CleanerActions = {
  onFiles: (files) => cleaner.take(async () => gatherFiles(files)),
  // At once: when the event is over, its items are gone.
  onDrop: (data) => cleaner.take((signal) => gatherDropped(data, signal)),
  onStop: cleaner.stop,
  onCancel: cleaner.cancel,
  onRetry: cleaner.retry,
  onReplace: cleaner.replace,
  onSave: (id) => cleaner.save(async ([file], progress) => file && saveAsDownload(file, progress), id),
  onSaveZip: saveZip,
  onClear: cleaner.clear,
  ...(picksFolders() ? { onChooseFolder: chooseFolder, onSaveAll: saveAll } : {}),
};

/** What was dropped on the popup comes under this name; it is of use once. */
function takeHandedOver(): void {
  const name = new URLSearchParams(location.search).get('from');
  if (!name) return;
  const { href } = location;
  history.replaceState(null, '', href.slice(0, href.indexOf('?')));
  cleaner.take(async () => gatherFiles(await takeOver(name))).catch(reportError);
}

takeHandedOver();
mountPage(
  <CleanerPage view={cleaner.view} watch={cleaner.watch} actions={actions} editor={editor} />,
  (words) => words.cleaner.title,
).catch((error: unknown) => reportError(error));
