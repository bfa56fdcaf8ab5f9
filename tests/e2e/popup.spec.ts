import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { expect, launch, serviceWorkerOf, test } from './harness/extension';
import { openWhatsApp } from './harness/whatsapp-page';

/** The popup tells the truth about the page in front. */

async function tabOf(serviceWorker: Worker, url: string): Promise<number> {
  return serviceWorker.evaluate(async (wanted) => {
    const tabs = await chrome.tabs.query({});
    // Without the host's permission a tab does not tell its address.
    return tabs.find((tab) => (wanted === '' ? !tab.url : tab.url?.startsWith(wanted)))?.id ?? -1;
  }, url);
}

async function openPopup(page: Page, url: string, tab: number): Promise<Page> {
  const popup = await page.context().newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`${url}&tab=${tab}`);
  await popup.locator('[data-state]').waitFor();
  return popup;
}

test('on WhatsApp Web: protected', async ({ page, extensionUrl, serviceWorker }) => {
  await openWhatsApp(page, { kind: 'group', title: 'Class 6', model: 'both' });
  const tab = await tabOf(serviceWorker, 'https://web.whatsapp.com/');
  const popup = await openPopup(page, extensionUrl('popup.html?lang=en'), tab);
  await expect(popup.locator('[data-state]')).toHaveAttribute('data-state', 'protected');
  await expect(popup.locator('[data-state]')).toContainText('web.whatsapp.com');
});

test('on any other page: not on this page', async ({ page, context, extensionUrl, serviceWorker }) => {
  await context.route('https://other.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'other' }),
  );
  await page.goto('https://other.example/');
  const tab = await tabOf(serviceWorker, '');
  const popup = await openPopup(page, extensionUrl('popup.html?lang=en'), tab);
  await expect(popup.locator('[data-state]')).toHaveAttribute('data-state', 'not-listed');
});

test('on a listed page where nobody answers: not protected, and the button reloads it', async ({
  extensionPath,
}, testInfo) => {
  // Safi without its scripts: what it is to a page that was open before it.
  const folder = testInfo.outputPath('without-scripts');
  cpSync(extensionPath, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { content_scripts: _scripts, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(manifest));
  const context = await launch(folder, []);
  const worker = await serviceWorkerOf(context);
  const page = await context.newPage();
  await openWhatsApp(page, { kind: 'group', model: 'both' });
  const url = `chrome-extension://${new URL(worker.url()).host}/popup.html?lang=en`;
  const popup = await openPopup(page, url, await tabOf(worker, 'https://web.whatsapp.com/'));
  await expect(popup.locator('[data-state]')).toHaveAttribute('data-state', 'reload');
  const loaded = page.waitForEvent('load');
  await popup.locator('[data-action="reload"]').click();
  await loaded;
  await context.close();
});

test('says whether private windows are protected', async ({ page, extensionUrl }) => {
  const popup = await openPopup(page, extensionUrl('popup.html?lang=en'), 0);
  await expect(popup.locator('[data-private="off"]')).toBeVisible();
});

test('the language chosen here is kept, and spoken everywhere at once', async ({
  page,
  extensionUrl,
  serviceWorker,
}) => {
  const panel = await page.context().newPage();
  await panel.goto(extensionUrl('sidepanel.html'));
  const popup = await openPopup(page, extensionUrl('popup.html?x'), 0);
  for (const [language, dir] of [
    ['ckb', 'rtl'],
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    await popup.locator(`[data-lang="${language}"]`).click();
    for (const shown of [popup, panel]) {
      await expect(shown.locator('html')).toHaveAttribute('lang', language);
      await expect(shown.locator('html')).toHaveAttribute('dir', dir);
    }
  }
  const stored = await serviceWorker.evaluate(() => chrome.storage.local.get(null));
  expect(stored).toEqual({ settings: { version: 1, language: 'ar' } });
});
