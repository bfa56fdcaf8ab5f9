import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import type { Background, BrowserName } from './browsers/driver';
import { drive, drivers } from './browsers/drivers';
import { type Network, watchNetwork } from './network';
import { closeWelcome } from './welcome-tab';

export { expect } from '@playwright/test';

/** What a project of playwright.config.ts chooses. */
export interface Options {
  browserUnderTest: BrowserName;
}

/** One browser for all tests of a worker: starting one costs seconds. */
interface WorkerFixtures extends Options {
  /** In what the extension differs from the built one; set by `test.use` at the top of a file. */
  changes: Changes;
  /** Null where the browser is not on this machine. */
  browserContext: BrowserContext | null;
}

interface TestFixtures {
  /**
   * When Safi asks. Every picture to more than one person unless a story is about what pictures show: those made by
   * code show no face.
   */
  asks: 'faces' | 'always' | 'uncleaned';
  /** Where the extension's own interfaces can be called. */
  background: Background;
  /** Address of a page of the extension, such as `popup.html?lang=ckb`. */
  extensionUrl: (path: string) => string;
  /** What went over the network in this test. */
  network: Network;
}

/** Folder of the extension as it is built for this browser. */
function builtExtension(browser: BrowserName): string {
  return join(import.meta.dirname, '../../../.output', drivers[browser].build);
}

/** What becomes of some files of the built extension, by name: of nothing a new file; null takes one away. */
export type Changes = Readonly<Record<string, (content: string) => string | null>>;

/** A copy of the built extension that differs in some files; it goes with the process. */
function changedExtension(browser: BrowserName, changes: Changes): string {
  const copy = mkdtempSync(join(tmpdir(), 'safi-changed-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(builtExtension(browser), copy, { recursive: true });
  for (const [name, become] of Object.entries(changes)) {
    const path = join(copy, name);
    const content = become(existsSync(path) ? readFileSync(path, 'utf8') : '');
    if (content === null) rmSync(path);
    else writeFileSync(path, content);
  }
  return copy;
}

/** A browser of its own with the extension in it; who calls it closes it. Null where there is no such browser. */
export async function launch(
  browser: BrowserName,
  changes: Changes = {},
  profile?: string,
): Promise<BrowserContext | null> {
  const built = builtExtension(browser);
  if (!existsSync(join(built, 'manifest.json'))) {
    throw new Error(`No built extension in ${built}: run \`npm run build\` and \`npm run build:firefox\`.`);
  }
  const driver = drivers[browser];
  const executablePath = await driver.find();
  if (!executablePath) return null;
  const extension = Object.keys(changes).length > 0 ? changedExtension(browser, changes) : built;
  const context = drive(await driver.launch(executablePath, extension, profile), driver);
  await closeWelcome(context);
  return context;
}

/** Back to how the extension is right after it was installed. */
async function forget(context: BrowserContext, background: Background): Promise<void> {
  for (const page of context.pages().slice(1)) await page.close();
  await context.clearCookies();
  await background.evaluate(async () => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  browserUnderTest: ['chromium', { scope: 'worker', option: true }],
  changes: [{}, { scope: 'worker', option: true }],

  browserContext: [
    async ({ browserUnderTest, changes }, use) => {
      const context = await launch(browserUnderTest, changes);
      await use(context);
      await context?.close();
    },
    { scope: 'worker' },
  ],

  asks: ['always', { option: true }],

  context: async ({ browserContext, browserUnderTest, asks }, use, testInfo) => {
    testInfo.skip(!browserContext, `No ${browserUnderTest}: \`npm test\` gets one.`);
    if (!browserContext) return;
    const background = await drivers[browserUnderTest].background(browserContext);
    await background.evaluate(
      (chosen) => chrome.storage.local.set({ settings: { version: 1, language: null, asks: chosen } }),
      asks,
    );
    await use(browserContext);
    await browserContext.unrouteAll({ behavior: 'ignoreErrors' });
    await forget(browserContext, background);
  },

  network: [
    async ({ context }, use) => {
      const network = await watchNetwork(context);
      await use(network);
      network.stop();
      expect(network.fromExtension, 'requests that the extension made').toEqual([]);
      expect(network.unrouted, 'requests that the test did not route').toEqual([]);
    },
    { auto: true },
  ],

  page: async ({ context, network: _watched }, use) => {
    const page = await context.newPage();
    await use(page);
    await page.close();
  },

  background: async ({ context, browserUnderTest }, use) => {
    await use(await drivers[browserUnderTest].background(context));
  },

  extensionUrl: async ({ context, browserUnderTest }, use) => {
    const origin = await drivers[browserUnderTest].origin(context);
    await use((path) => `${origin}/${path}`);
  },
});
