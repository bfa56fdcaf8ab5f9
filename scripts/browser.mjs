import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './run.mjs';

/** The built extension for Chromium. */
export const extensionFolder = join(root, '.output/chrome-mv3');

/**
 * @typedef {object} BrowserOptions
 * @property {string} executablePath
 * @property {boolean} headless
 * @property {{width: number, height: number} | null} [viewport]
 * @property {'light' | 'dark'} [colorScheme]
 * @property {string | null} [extension] its folder: the built Safi if it is not said; without one there is no `address`
 */

/**
 * Opens a browser of its own, with an empty profile, that has the built Safi installed, or another build of it.
 *
 * @param {BrowserOptions} options
 * @returns {Promise<{context: import('@playwright/test').BrowserContext, address: (page: string) => string}>}
 *   `address` gives the address of one of the extension's pages
 */
export async function openBrowser(options) {
  const { executablePath, headless, viewport = null, colorScheme = 'light' } = options;
  const { extension = extensionFolder } = options;
  const asRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext('', {
    executablePath,
    headless,
    viewport,
    colorScheme,
    // A screenshot is never of something half risen.
    ...(headless ? { reducedMotion: 'reduce' } : {}),
    args: [
      ...(headless ? ['--headless=new'] : []),
      ...(asRoot ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(extension === null
        ? ['--disable-extensions']
        : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    ],
  });
  if (extension === null) return { context, address: (page) => page };
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await closeWelcome(context);
  const { protocol, host } = new URL(worker.url());
  return { context, address: (page) => `${protocol}//${host}/${page}` };
}

/**
 * What is to be seen here is not the page that opens after the installation.
 *
 * @param {import('@playwright/test').BrowserContext} context
 */
async function closeWelcome(context) {
  const isWelcome = (/** @type {import('@playwright/test').Page} */ page) =>
    page.url().endsWith('/welcome.html');
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const welcome = context.pages().find(isWelcome);
    if (welcome) return welcome.close();
    await new Promise((done) => setTimeout(done, 50));
  }
}
