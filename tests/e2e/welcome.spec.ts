import type { Locator, Page } from '@playwright/test';
import { expect, test } from './harness/extension';
import { openWhatsApp } from './harness/whatsapp-page';

/** The page that opens once after the installation; that it does, every start of a browser here shows. */

const check = (page: Page, name: string): Locator => page.locator(`[data-check="${name}"]`);

async function openWelcome(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-checks="known"]').waitFor();
}

test('the language changes at once, is kept, and is all that is kept', async ({
  page,
  extensionUrl,
  background,
}) => {
  const kept = () => background.evaluate(() => chrome.storage.local.get(null));
  await openWelcome(page, extensionUrl('welcome.html'));
  for (const [language, dir] of [
    ['ckb', 'rtl'],
    ['en', 'ltr'],
    ['ar', 'rtl'],
  ] as const) {
    await page.locator(`[data-lang="${language}"] input`).check();
    await expect(page.locator(':root')).toHaveAttribute('lang', language);
    await expect(page.locator(':root')).toHaveAttribute('dir', dir);
    await expect.poll(async () => (await kept()).settings).toMatchObject({ language });
  }
  const before = await kept();
  await page.locator('[data-go="family"]').click();
  await expect(page.locator('h1')).toBeFocused();
  await page.locator('[data-action="back"]').click();
  await expect(page.locator('[data-go="family"]')).toBeFocused();
  expect(await kept()).toEqual(before);
  expect(Object.keys(before)).toEqual(['settings']);
  await page.reload();
  await expect(page.locator(':root')).toHaveAttribute('lang', 'ar');
});

test('the truth about the permission, private windows and the pages that are open', async ({
  page,
  context,
  extensionUrl,
}) => {
  const site = await context.newPage();
  await openWhatsApp(site, { kind: 'group', title: 'Class 6', model: 'both' });
  await openWelcome(page, extensionUrl('welcome.html?lang=en'));
  await expect(check(page, 'access')).toHaveAttribute('data-fine', 'true');
  await expect(check(page, 'private')).toHaveAttribute('data-fine', 'false');
  await expect(check(page, 'tabs')).toHaveAttribute('data-fine', 'true');
});

/** The browser as it is for somebody who has given no permission, and had a page open before Safi came. */
async function withholding(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let given = false;
    const { permissions, tabs } = chrome;
    permissions.contains = async () => given;
    permissions.request = async () => {
      given = true;
      return true;
    };
    const { query } = tabs;
    tabs.query = (async (wanted: chrome.tabs.QueryInfo) =>
      wanted.url ? [{ id: 4711 }, { id: 4712 }] : query(wanted)) as typeof query;
    Object.assign(window, { reloaded: [] });
    tabs.reload = (async (id: number) => {
      (window as unknown as { reloaded: number[] }).reloaded.push(id);
    }) as typeof tabs.reload;
  });
}

test('withheld: it says where, the button asks, pages that were open before are reloaded @chromium-only', async ({
  page,
  extensionUrl,
}) => {
  await withholding(page);
  await openWelcome(page, extensionUrl('welcome.html?lang=en'));
  await expect(check(page, 'access')).toHaveAttribute('data-fine', 'false');
  await expect(check(page, 'access')).toContainText('WhatsApp');
  await page.locator('[data-action="grant"]').focus();
  await page.keyboard.press('Enter');
  await expect(check(page, 'access')).toHaveAttribute('data-fine', 'true');
  await expect(check(page, 'tabs')).toContainText('2 pages were open');
  await page.locator('[data-action="reload"]').click();
  await expect(check(page, 'tabs')).toHaveAttribute('data-fine', 'true');
  expect(await page.evaluate(() => (window as unknown as { reloaded: number[] }).reloaded)).toEqual([
    4711, 4712,
  ]);
});

test('it leads to the practice chat @chromium-only', async ({ page, context, extensionUrl }) => {
  await openWelcome(page, extensionUrl('welcome.html?lang=en'));
  const opened = context.waitForEvent('page');
  await page.locator('[data-action="practice"]').click();
  expect((await opened).url()).toBe(extensionUrl('practice.html'));
});

test('no sentence about threats, in no state and language @chromium-only', async ({ page, extensionUrl }) => {
  await withholding(page);
  const threat = /threat|blackmail|ابتزاز|تهديد|هەڕەشە|بلاکمەیل/i;
  for (const language of ['ar', 'ckb', 'en'] as const) {
    await openWelcome(page, extensionUrl(`welcome.html?lang=${language}`));
    await expect(page.locator('main')).not.toContainText(threat);
    await page.locator('[data-action="grant"]').click();
    await page.locator('[data-action="reload"]').click();
    await expect(check(page, 'tabs')).toHaveAttribute('data-fine', 'true');
    await expect(page.locator('main')).not.toContainText(threat);
    await page.locator('[data-go="family"]').click();
    await expect(page.locator('[data-page="family"]')).not.toContainText(threat);
  }
});
