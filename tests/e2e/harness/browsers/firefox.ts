import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, firefox, type Page } from '@playwright/test';
import { findFirefox } from '../../../../scripts/firefox.mjs';
import { hills, tiff } from '../../../fixtures/jpeg';
import { chunk, png } from '../../../fixtures/png';
import { makeFile } from '../files';
import { type Bidi, connectBidi } from './bidi';
import type { Chooser, Copied, Driver } from './driver';
import { firefoxBeside } from './firefox-beside';
import { installPicker, type Picker } from './firefox-picker';
import { inTab } from './firefox-tab';
import { bareButtons, drag, paste } from './firefox-told';

/** Safi's, and that of a copy to which a test gives another id; never both in one browser. */
const extensionIds = ['safi@safi.example', 'managed@safi.example'];

/** The one that Firefox would draw for the extension, known beforehand. */
const uuid = '5afe0000-0000-4000-8000-00000000c1ea';
const origin = `moz-extension://${uuid}`;

/** Milliseconds in which a chooser must open. */
const opensWithin = 10_000;

const preferences = {
  'extensions.webextensions.uuids': JSON.stringify(Object.fromEntries(extensionIds.map((id) => [id, uuid]))),
  // Nothing of a test reaches a real host, whatever the routes let through: nobody listens there.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.trr.mode': 5,
  'security.dialog_enable_delay': 0,
  // What an extension asks for in a click is granted; the question itself is the browser's own window.
  'extensions.webextOptionalPermissionPrompts': false,
  // What a drag by hand gives the page's process: leave to read in the folders that were dragged.
  'dom.filesystem.pathcheck.disabled': true,
  // What a person's click would allow, and a command of a test is not.
  'dom.events.testing.asyncClipboard': true,
  'full-screen-api.allow-trusted-requests-only': false,
  'full-screen-api.warning.timeout': 0,
};

interface Running {
  readonly bidi: Bidi;
  readonly picker: Picker;
  readonly extension: string;
  /** What a test copied last, if a picture is in it: headless Firefox has no clipboard for pictures. */
  copied: Copied | null;
}

const running = new WeakMap<BrowserContext, Running>();

function runningOf(context: BrowserContext): Running {
  const found = running.get(context);
  if (!found) throw new Error('This Firefox was not launched by the harness.');
  return found;
}

const bidiOf = (page: Page) => runningOf(page.context()).bidi;

async function install({ bidi, extension }: Running): Promise<void> {
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
}

/** The first tab shows a page of the extension that runs nothing: its background cannot be driven. */
async function openBackground(context: BrowserContext): Promise<Page> {
  const [page] = context.pages();
  if (!page) throw new Error('Firefox has no tab.');
  await page.goto(`${origin}/manifest.json`);
  return page;
}

async function openChooser(page: Page, open: () => Promise<unknown>): Promise<Chooser> {
  const { picker } = runningOf(page.context());
  await picker.expect();
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('No file chooser was opened.')), opensWithin).unref();
  });
  const [dialog] = await Promise.all([Promise.race([picker.opened(), late]), open()]);
  return { multiple: dialog.multiple, pick: (paths) => picker.answer(dialog, paths) };
}

/**
 * Firefox by WebDriver BiDi, through the relay. Its add-on is installed temporarily, as under `about:debugging`.
 * Drops and pastes of files do not begin at the operating system but with events that the browser's own code makes
 * of real files; what the page meets is trusted all the same.
 */
export const firefoxDriver: Driver = {
  name: 'firefox',
  build: 'firefox-mv3',
  scheme: 'moz-extension:',
  find: findFirefox,
  historyFiles: ['places.sqlite', 'places.sqlite-wal'],

  async launch(executablePath, extension, profile = '') {
    const folder = mkdtempSync(join(tmpdir(), 'safi-relay-'));
    const addressFile = join(folder, 'address');
    const context = await firefox.launchPersistentContext(profile, {
      // Playwright's name for a Firefox that is driven by WebDriver BiDi.
      channel: 'moz-firefox',
      executablePath: join(import.meta.dirname, 'firefox-relay.mjs'),
      env: {
        ...(process.env as Record<string, string>),
        SAFI_FIREFOX: executablePath,
        SAFI_RELAY: addressFile,
      },
      headless: true,
      ignoreHTTPSErrors: true,
      viewport: { width: 1280, height: 800 },
      // For pages of the extension, and for what the browser's own code does.
      args: ['--remote-allow-system-access'],
      firefoxUserPrefs: preferences,
    });
    const bidi = await connectBidi(readFileSync(addressFile, 'utf8'));
    rmSync(folder, { recursive: true });
    running.set(context, { bidi, picker: await installPicker(bidi), extension, copied: null });
    await install(runningOf(context));
    await openBackground(context);
    return context;
  },

  async background(context) {
    const [page] = context.pages();
    return page?.url().startsWith(origin) ? page : openBackground(context);
  },
  origin: async () => origin,

  async replaceExtension(context) {
    await install(runningOf(context));
  },

  allowSite: async () => {},
  async withdrawSite() {
    throw new Error('No test reaches the browser’s own settings in Firefox.');
  },

  openChooser,
  async cancelPick(page, open) {
    await (await openChooser(page, open)).pick([]);
  },

  dropFiles: (page, paths, dragged) =>
    inTab(bidiOf(page), page, drag, { texts: {}, keys: 0, ...dragged }, paths),
  dropText: (page, text, point) =>
    inTab(bidiOf(page), page, drag, { texts: { 'text/plain': text }, keys: 0, at: [point] }),

  allowClipboard: async () => {},

  async copy(page, copied) {
    runningOf(page.context()).copied = copied.picture ? copied : null;
    if (copied.picture) return;
    await page.evaluate(async (words) => {
      const told = Object.entries(words).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(told))]);
    }, copied.texts ?? {});
  },

  async paste(page) {
    const { bidi, copied } = runningOf(page.context());
    if (!copied) return page.keyboard.press('Control+V');
    const { path } = makeFile('image.png', png({ pixels: hills(64, 48), before: [chunk('eXIf', tiff())] }));
    await inTab(bidi, page, paste, { texts: copied.texts ?? {} }, [path]);
  },

  bareButtons: (page) => inTab(bidiOf(page), page, bareButtons, null),

  besidePanel: (page) => firefoxBeside(bidiOf(page)),

  async inShareGuard() {
    throw new Error('Nothing reaches the isolated world of a content script in Firefox.');
  },
};
