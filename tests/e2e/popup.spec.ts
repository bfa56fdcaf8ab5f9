import type { Page } from '@playwright/test';
import type { Background } from './harness/browsers/driver';
import { drivers } from './harness/browsers/drivers';
import { expect, launch, test } from './harness/extension';
import { openWhatsApp } from './harness/whatsapp-page';

/** The popup tells the truth about the page in front. */

async function tabOf(background: Background, url: string): Promise<number> {
  return background.evaluate(async (wanted) => {
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

test('on WhatsApp Web: protected', async ({ page, extensionUrl, background }) => {
  await openWhatsApp(page, { kind: 'group', title: 'Class 6', model: 'both' });
  const tab = await tabOf(background, 'https://web.whatsapp.com/');
  const popup = await openPopup(page, extensionUrl('popup.html?lang=en'), tab);
  await expect(popup.locator('[data-state]')).toHaveAttribute('data-state', 'protected');
  await expect(popup.locator('[data-state]')).toContainText('web.whatsapp.com');
});

test('on any other page: not on this page', async ({ page, context, extensionUrl, background }) => {
  await context.route('https://other.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: 'other' }),
  );
  await page.goto('https://other.example/');
  const tab = await tabOf(background, '');
  const popup = await openPopup(page, extensionUrl('popup.html?lang=en'), tab);
  await expect(popup.locator('[data-state]')).toHaveAttribute('data-state', 'not-listed');
});

/** Safi without its scripts: what it is to a page that was open before it. */
function withoutScripts(manifest: string): string {
  const { content_scripts: _scripts, ...rest } = JSON.parse(manifest);
  return JSON.stringify(rest);
}

test('on a listed page where nobody answers: not protected, and the button reloads it', async ({
  browserUnderTest,
}, testInfo) => {
  const context = await launch(browserUnderTest, { 'manifest.json': withoutScripts });
  testInfo.skip(!context, `No ${browserUnderTest}.`);
  if (!context) return;
  const driver = drivers[browserUnderTest];
  const page = await context.newPage();
  await openWhatsApp(page, { kind: 'group', model: 'both' });
  const url = `${await driver.origin(context)}/popup.html?lang=en`;
  const popup = await openPopup(
    page,
    url,
    await tabOf(await driver.background(context), 'https://web.whatsapp.com/'),
  );
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
  background,
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
  const stored = await background.evaluate(() => chrome.storage.local.get(null));
  // What the harness kept is of version 1: saving brings it to the newest.
  expect(stored).toEqual({
    settings: {
      version: 2,
      language: 'ar',
      address: 'neutral',
      asks: 'always',
      coverFaces: true,
      blurPreviews: true,
      discreetName: false,
      sitesOff: [],
    },
  });
});
