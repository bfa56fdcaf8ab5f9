import type { Page } from '@playwright/test';
import { driverOf } from './harness/browsers/drivers';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';

/** Whom to call: two questions, big digits, 911 beside each, and nothing left behind. */

const paths = [
  ['line-known', ['497', '911']],
  ['line-unknown', ['131', '911']],
  ['line-both', ['497', '131', '911']],
] as const;

const panels = ['sidepanel.html', 'popup.html'] as const;

async function openPanel(page: Page, url: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 600 });
  await page.goto(url);
  if (url.includes('popup')) await page.click('[data-go="first"]');
}

for (const language of ['ar', 'ckb', 'en'] as const) {
  for (const panel of panels) {
    test(`${panel} in ${language}: each answer shows its numbers at once, 911 as large beside them`, async ({
      page,
      extensionUrl,
    }) => {
      await openPanel(page, extensionUrl(`${panel}?lang=${language}`));
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await expect(page.locator('html')).toHaveAttribute('dir', language === 'en' ? 'ltr' : 'rtl');
      await page.click('main [data-go="know"]');
      for (const [screen, numbers] of paths) {
        await page.click(`main [data-go="${screen}"]`);
        const cards = page.locator('[data-line]');
        await expect(cards).toHaveCount(numbers.length);
        const heights: number[] = [];
        for (const [index, number] of numbers.entries()) {
          const line = cards.nth(index);
          const digits = line.locator('.hot__digits bdi');
          await expect(digits).toHaveText(number);
          await expect(digits).toHaveAttribute('dir', 'ltr');
          heights.push((await line.locator('.hot__digits').boundingBox())?.height ?? 0);
          await expect(line.locator(`[data-action="call"]`)).toHaveAttribute('href', `tel:${number}`);
          await expect(line.locator(`[data-action="call"]`)).toHaveAttribute('target', '_blank');
          await expect(line.locator('[data-go^="large-"]')).toBeVisible();
          const button = await line.locator('[data-action="copy"]').boundingBox();
          expect((button?.y ?? 999) + (button?.height ?? 999)).toBeLessThanOrEqual(600);
        }
        expect(Math.min(...heights)).toBeGreaterThan(40);
        expect(Math.max(...heights)).toBeCloseTo(Math.min(...heights), 1);
        await expect(page.locator('[data-source] .source')).toHaveCount(numbers.length);
        await page.click('header [data-go="know"]');
      }
    });
  }
}

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`in ${language}: what Safi cannot do is a screen of its own, and Back leads back @one-browser`, async ({
    page,
    extensionUrl,
  }) => {
    await openPanel(page, extensionUrl(`sidepanel.html?lang=${language}`));
    await page.click('[data-go="limits"]');
    await expect(page.locator('[data-screen="limits"] li')).toHaveCount(7);
    await expect(page.locator('h1')).toBeFocused();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(wider).toBe(false);
    await page.click('[data-go="first"]');
    await expect(page.locator('[data-screen="first"]')).toBeVisible();
  });
}

test('narrow, beside a scroll bar: the way back and the way out are there whole', async ({
  page,
  extensionUrl,
}) => {
  for (const language of ['ar', 'ckb', 'en']) {
    await openPanel(page, extensionUrl(`sidepanel.html?lang=${language}`));
    await page.click('main [data-go="know"]');
    for (const width of [320, 340, 360, 384]) {
      await page.setViewportSize({ width, height: 600 });
      // Browsers under test hide theirs; a window's width counts it.
      const pastTheEdge = await page.locator('.panel__top').evaluate((top) => {
        document.body.style.paddingInlineEnd = '16px';
        return top.scrollWidth - top.clientWidth;
      });
      expect(pastTheEdge, `${language}, ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test('the panel works by the keyboard alone: focus goes to the heading, Back leads back @one-browser', async ({
  page,
  extensionUrl,
}) => {
  await openPanel(page, extensionUrl('sidepanel.html?lang=en'));
  await page.locator('[data-go="know"]').press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  await page.locator('[data-go="line-known"]').press('Enter');
  await expect(page.locator('h1')).toBeFocused();
  await page.locator('[data-go="know"]').press('Enter');
  await page.locator('[data-go="first"]').press('Enter');
  await expect(page.locator('[data-screen="first"]')).toBeVisible();
});

test('copy copies, and says so', async ({ page, extensionUrl }) => {
  await openPanel(page, extensionUrl('sidepanel.html?lang=en'));
  await driverOf(page).allowClipboard(page);
  await page.click('[data-go="know"]');
  await page.click('[data-go="line-unknown"]');
  await page.locator('[data-line="national-security"] [data-action="copy"]').click();
  await expect(page.locator('[data-line="national-security"] [role="status"]')).toHaveText('Number copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('131');
});

test('quick exit empties the panel: its button, and the hidden one that comes first', async ({
  page,
  extensionUrl,
}) => {
  await openPanel(page, extensionUrl('sidepanel.html?lang=en'));
  await page.click('[data-go="know"]');
  await page.evaluate(() => {
    window.close = () => {};
  });
  await page.locator('[data-action="exit"]').last().click();
  await expect(page.locator('#app')).toBeEmpty();

  await page.reload();
  const first = page.locator('[data-action="exit"]').first();
  await expect(first).not.toBeInViewport();
  await page.evaluate(() => {
    window.close = () => {};
  });
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await expect(first).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#app')).toBeEmpty();
});

test('help on the card: the same panel inside the frame, Back returns, the share is still held', async ({
  page,
  background,
}) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'ckb', asks: 'always' } }),
  );
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await expect(asked.frame.locator('html')).toHaveAttribute('lang', 'ckb');
  await asked.choose('help');
  await asked.frame.locator('[data-go="know"]').click();
  await asked.frame.locator('[data-go="line-known"]').click();
  await expect(asked.frame.locator('[data-line="community-police"] .hot__digits')).toHaveText('497');
  // Escape goes back as Back does, one screen at a time: a sheet that was begun is still there behind it.
  const screen = asked.frame.locator('[data-screen]');
  await page.keyboard.press('Escape');
  await expect(screen).toHaveAttribute('data-screen', 'know');
  for (const to of ['sheet', 'sheet-filled']) await asked.frame.locator(`[data-go="${to}"]`).last().click();
  const field = asked.frame.locator('[data-field="who"]');
  await field.click();
  await page.keyboard.type('begun');
  await page.keyboard.press('Escape');
  await expect(screen).toHaveAttribute('data-screen', 'sheet');
  await asked.frame.locator('[data-go="sheet-filled"]').click();
  await expect(field).toHaveValue('begun');
  for (const back of ['sheet', 'know', 'first']) {
    await page.keyboard.press('Escape');
    await expect(screen).toHaveAttribute('data-screen', back);
  }
  await page.keyboard.press('Escape');
  await expect(asked.action('send-clean')).toBeVisible();
  await asked.choose('send-clean');
  await whatsapp.receives(1);
});

test('nothing is stored, no tab is opened, no address changes', async ({
  page,
  extensionUrl,
  context,
  background,
}) => {
  const url = extensionUrl('sidepanel.html?lang=en');
  const storedNow = () =>
    background.evaluate(async () => ({
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
    }));
  const storedBefore = await storedNow();
  await openPanel(page, url);
  const tabs = context.pages().length;
  const history = await page.evaluate(() => window.history.length);
  await page.click('[data-go="know"]');
  await page.click('[data-go="line-both"]');
  expect(context.pages().length).toBe(tabs);
  expect(page.url()).toBe(url);
  expect(await page.evaluate(() => window.history.length)).toBe(history);
  expect(await storedNow()).toEqual(storedBefore);
});
