import type { Page } from '@playwright/test';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';

/** The help panel's paths, one story each; every screen in every language is walked in the unit tests. */

async function open(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(url);
}

async function go(page: Page, ...screens: readonly string[]): Promise<void> {
  for (const screen of screens) {
    await page.locator(`main [data-go="${screen}"]`).click();
    await expect(page.locator(`[data-screen="${screen}"] h1`)).toBeFocused();
  }
}

// Firefox does not always tell that a tab with a page of an extension was closed.
test.afterEach(({ page }) => page.goto('about:blank'));

const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

test('in ar: what comes first, then the steps, one by one to the last', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('sidepanel.html?lang=ar'));
  await go(page, 'now');
  await expect(page.locator('.fall')).toHaveAttribute('href', 'tel:911');
  await go(page, 'step-no-pay');
  const next = page.locator('.beside .btn--main');
  for (let step = 2; step <= 10; step += 1) {
    await next.click();
    await expect(page.locator('.progress__bars .is-done')).toHaveCount(step - 1);
    await expect(page.locator('h1')).toBeFocused();
    expect(await isWider(page)).toBe(false);
  }
  await expect(next).toHaveCount(0);
  // Steps take each other's place: Back leads out of them.
  await page.locator('header [data-go="now"]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
});

test('in ckb: what is asked, and the one step that comes next', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('sidepanel.html?lang=ckb'));
  await go(page, 'know', 'asked');
  await expect(page.locator('[data-go^="case-"]')).toHaveCount(12);
  await go(page, 'case-meet');
  await expect(page.locator('.says p')).toHaveCount(3);
  await go(page, 'now');
  await page.locator('header [data-go="case-meet"]').click();
  expect(await isWider(page)).toBe(false);
});

test('in en: what may go wrong, and an empty place for organisations', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('sidepanel.html?lang=en'));
  await go(page, 'know', 'line-known', 'wrong', 'people');
  await expect(page.locator('[data-contacts="0"]')).toBeVisible();
  await go(page, 'line-both', 'line-kurdistan');
  expect(await isWider(page)).toBe(false);
  await go(page, 'large-emergency');
  const digits = await page.locator('.hot__digits').boundingBox();
  expect(digits?.height).toBeGreaterThan(100);
});

test('in ckb: which way takes a picture down; a website is said to show in the history', async ({
  page,
  extensionUrl,
}) => {
  await open(page, extensionUrl('sidepanel.html?lang=ckb'));
  await go(page, 'know', 'step-no-pay');
  for (let step = 2; step <= 8; step += 1) await page.locator('.beside .btn--main').click();
  await expect(page.locator('[data-go^="service-"]')).toHaveCount(3);
  await go(page, 'service-take-it-down');
  const website = page.locator('[data-action="open-website"]');
  await expect(website).toHaveAttribute('href', 'https://takeitdown.ncmec.org');
  await expect(website).toHaveAttribute('target', '_blank');
  await expect(website).toContainText('مێژوو');
});

test('in ar: the report sheet is filled in and printed; Shift three times, and all of it is gone', async ({
  page,
  extensionUrl,
}) => {
  const url = extensionUrl('sidepanel.html?lang=ar');
  await open(page, url);
  await go(page, 'know', 'sheet', 'sheet-filled');
  const name = 'سارة 0770';
  await page.locator('[data-field="who"]').fill(name);
  // A tab is looked at after it was left; and what a browser does when it prints.
  await page.evaluate(() => {
    window.close = () => {};
    window.print = () => dispatchEvent(new Event('beforeprint'));
  });
  await page.locator('[data-action="print"]').click();
  await page.emulateMedia({ media: 'print' }).catch(() => null);
  await expect(page.locator('.paper__answer')).toHaveText(name);
  await expect(page.locator('.paper__field')).toHaveCount(11);
  await page.emulateMedia({ media: null }).catch(() => null);
  await page.locator('[data-field="who"]').press('Shift');
  await expect(page.locator('[role="status"][data-presses="1"]')).not.toBeEmpty();
  await page.keyboard.press('Shift');
  await page.keyboard.press('Shift');
  await expect(page.locator('#app')).toBeEmpty();
  await expect(page.locator('.paper')).toHaveCount(0);
  await open(page, url);
  await go(page, 'know', 'sheet', 'sheet-filled');
  await expect(page.locator('[data-field="who"]')).toHaveValue('');
});

test('on the card: Shift three times closes help and card, and leaves the chat as it was', async ({
  page,
  background,
}) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'ar', asks: 'always' } }),
  );
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  const before = { url: page.url(), history: await page.evaluate(() => history.length) };
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await asked.choose('help');
  await asked.frame.locator('main [data-go="know"]').click();
  await asked.frame.locator('main [data-go="step-no-pay"]').click();
  await expect(asked.frame.locator('h1')).toBeFocused();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await asked.gone();
  expect(await whatsapp.received()).toEqual([]);
  expect({ url: page.url(), history: await page.evaluate(() => history.length) }).toEqual(before);
});
