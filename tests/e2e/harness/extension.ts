import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Worker } from '@playwright/test';
import { findChromium } from '../../../scripts/setup.mjs';
import { type Network, watchNetwork } from './network';

export { expect } from '@playwright/test';

export const builtExtension = join(import.meta.dirname, '../../../.output/chrome-mv3');

/** One browser for all tests of a worker: starting one costs seconds. */
interface WorkerFixtures {
  /** Folder of the unpacked extension; another one may be set by `test.use` at the top of a file. */
  extensionPath: string;
  /** Arguments for the browser besides those of the harness. */
  launchArgs: string[];
  browserContext: BrowserContext;
}

interface TestFixtures {
  /** The extension's service worker as it runs now. */
  serviceWorker: Worker;
  extensionId: string;
  /** Address of a page of the extension, such as `popup.html?lang=ckb`. */
  extensionUrl: (path: string) => string;
  /** What went over the network in this test. */
  network: Network;
}

/** A browser of its own with this extension in it; who calls it closes it. */
export async function launch(extension: string, launchArgs: readonly string[]): Promise<BrowserContext> {
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}: run \`npm run build\` first.`);
  }
  const executablePath = await findChromium();
  if (!executablePath) throw new Error('No Chromium: `npm test` gets one, or set SAFI_CHROMIUM.');
  return chromium.launchPersistentContext('', {
    executablePath,
    headless: true,
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 800 },
    args: [
      '--headless=new',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
      // Nothing of a test reaches a real host, whatever the routes let through.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...launchArgs,
    ],
  });
}

/**
 * A copy of the built extension that differs in some files, for `extensionPath`; it goes with the process.
 * @param change by path: gets a file's content and gives what it becomes
 * @param more by path: the content of files that are not in the built one
 */
export function changedExtension(
  change: Readonly<Record<string, (content: string) => string>>,
  more: Readonly<Record<string, string>> = {},
): string {
  const copy = mkdtempSync(join(tmpdir(), 'safi-changed-'));
  process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
  cpSync(builtExtension, copy, { recursive: true });
  for (const [name, become] of Object.entries(change)) {
    writeFileSync(join(copy, name), become(readFileSync(join(copy, name), 'utf8')));
  }
  for (const [name, content] of Object.entries(more)) writeFileSync(join(copy, name), content);
  return copy;
}

export async function serviceWorkerOf(context: BrowserContext): Promise<Worker> {
  const isOurs = (worker: Worker) => worker.url().startsWith('chrome-extension:');
  return (
    context.serviceWorkers().find(isOurs) ??
    (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 15_000 }))
  );
}

/** Back to how the extension is right after it was installed. */
async function forget(context: BrowserContext): Promise<void> {
  for (const page of context.pages().slice(1)) await page.close();
  await context.clearCookies();
  const worker = await serviceWorkerOf(context);
  await worker.evaluate(async () => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
  });
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  extensionPath: [builtExtension, { scope: 'worker', option: true }],
  launchArgs: [[], { scope: 'worker', option: true }],

  browserContext: [
    async ({ extensionPath, launchArgs }, use) => {
      const context = await launch(extensionPath, launchArgs);
      await serviceWorkerOf(context);
      await use(context);
      await context.close();
    },
    { scope: 'worker' },
  ],

  context: async ({ browserContext }, use) => {
    await use(browserContext);
    await browserContext.unrouteAll({ behavior: 'ignoreErrors' });
    await forget(browserContext);
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

  serviceWorker: async ({ context }, use) => {
    await use(await serviceWorkerOf(context));
  },

  extensionId: async ({ serviceWorker }, use) => {
    await use(new URL(serviceWorker.url()).host);
  },

  extensionUrl: async ({ extensionId }, use) => {
    await use((path) => `chrome-extension://${extensionId}/${path}`);
  },
});
