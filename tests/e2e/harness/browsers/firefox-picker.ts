import type { Bidi } from './bidi';
import { firstWindow, inWindow } from './firefox-tab';

/**
 * Takes the place of the dialog in which Firefox lets a person pick: a component of the browser's own process. What
 * comes after it is Firefox's: it reads the files and folders, lets the page's process at them, and fires the events.
 */
export interface Picker {
  /** From now on the next dialog is waited for. */
  expect(): Promise<void>;
  /** Waits until that one is open. */
  opened(): Promise<Dialog>;
  /** Picks these files, or this folder, by absolute path; nothing: closes the dialog. */
  answer(dialog: Dialog, paths: readonly string[]): Promise<void>;
}

/** Several may be open at a time. */
interface Dialog {
  readonly id: number;
  readonly multiple: boolean;
}

/** Of nsIFilePicker. */
const component = `() => {
  const { returnOK, returnCancel, modeOpenMultiple } = Ci.nsIFilePicker;
  const fileOf = (path) => {
    const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
    file.initWithPath(path);
    return file;
  };
  /** Firefox asks whether all that is in a folder is meant. */
  const confirmFolder = () => {
    const topic = 'common-dialog-loaded';
    Services.obs.addObserver(function loaded(dialog) {
      Services.obs.removeObserver(loaded, topic);
      // Its button is not enabled from the start.
      const accept = () => dialog.document?.querySelector('dialog')?.acceptDialog();
      accept();
      if (!dialog.closed) dialog.setInterval(accept, 50);
    }, topic);
  };
  const answers = [];
  let next = Promise.withResolvers();
  const createInstance = (iid) => {
    let picked = [];
    const picker = {
      QueryInterface: ChromeUtils.generateQI(['nsIFilePicker']),
      init(_, title, mode) {
        this.mode = mode;
      },
      isModeSupported: async () => true,
      appendFilters() {},
      appendFilter() {},
      appendRawFilter() {},
      close() {},
      get file() {
        return picked[0] ?? null;
      },
      get files() {
        const files = Cc['@mozilla.org/array;1'].createInstance(Ci.nsIMutableArray);
        for (const file of picked) files.appendElement(file);
        return files.enumerate();
      },
      open({ done }) {
        answers.push((paths) => {
          picked = paths.map(fileOf);
          if (picked[0]?.isDirectory()) confirmFolder();
          done(picked.length > 0 ? returnOK : returnCancel);
        });
        next.resolve({ id: answers.length - 1, multiple: this.mode === modeOpenMultiple });
      },
    };
    return picker.QueryInterface(iid);
  };
  const factory = { createInstance, QueryInterface: ChromeUtils.generateQI(['nsIFactory']) };
  const registrar = Components.manager.QueryInterface(Ci.nsIComponentRegistrar);
  registrar.registerFactory(Services.uuid.generateUUID(), 'Picker of tests', '@mozilla.org/filepicker;1', factory);
  window.safiPicker = {
    expect() {
      next = Promise.withResolvers();
    },
    opened: () => next.promise,
    answer: ({ id, paths }) => answers[id](paths),
  };
}`;

/** Lasts as long as the browser's first window does. */
export async function installPicker(bidi: Bidi): Promise<Picker> {
  const window = await firstWindow(bidi);
  const call = <Result>(name: keyof Picker, argument?: unknown) =>
    inWindow<Result>(bidi, window, `(given) => window.safiPicker.${name}(given)`, argument);
  await inWindow(bidi, window, component);
  return {
    expect: () => call('expect'),
    opened: () => call('opened'),
    answer: ({ id }, paths) => call('answer', { id, paths }),
  };
}
