import type { Locator } from '@playwright/test';
import { expectOriginal } from './harness/arrivals';
import { expect, test } from './harness/extension';
import { pdf, photo, psd } from './harness/files';
import { card, guardFrame } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** The card: who, what was taken out, the ways to go on; in three languages, by mouse and by keyboard. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const longGroup: PageOptions = { ...group, title: `الصف السادس ${'ab cd '.repeat(20)}` };

const people = { ar: '٤٣ شخصًا', ckb: '٤٣ کەس', en: '43 people' } as const;
const place = { ar: 'مكان التصوير', ckb: 'شوێنی وێنەگرتن', en: 'Where it was taken' } as const;

/** By how much the card, its body and its page are larger than their room, in CSS pixels. */
function overflowOf(root: Locator) {
  return root.evaluate((element) => ({
    wide: element.scrollWidth - element.clientWidth,
    high: element.scrollHeight - element.clientHeight,
    body: [...element.querySelectorAll('.card__body')].map((body) => body.scrollHeight - body.clientHeight),
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
}

for (const language of ['ar', 'ckb', 'en'] as const) {
  test.describe(`in ${language}`, () => {
    test.beforeEach(async ({ background, page }) => {
      await background.evaluate(
        (chosen) => chrome.storage.local.set({ settings: { version: 1, language: chosen, asks: 'always' } }),
        language,
      );
      await page.setViewportSize({ width: 1366, height: 640 });
    });

    test('says how many, in which group, and what was hidden, in words', async ({ page }) => {
      const whatsapp = await openWhatsApp(page, group);
      await whatsapp.attach('photos', [photo().path]);
      const { root, frame } = await card(page);
      await expect(root).toHaveAttribute('role', 'dialog');
      await expect(root.locator('.who__n')).toHaveText(people[language]);
      await expect(root.locator('.who__g bdi')).toContainText('Class 6');
      await expect(root.locator('[data-kind="place"]')).toContainText(place[language]);
      // Coordinates only when the preview is shown.
      await expect(root).not.toContainText('36.34');
      await root.locator('[data-action="preview"]').click();
      await expect(root.locator('[data-kind="place"] bdi')).toHaveText('36.34, 43.13');
      await expect(frame.locator('html')).toHaveAttribute('lang', language);
      expect(await root.innerText()).not.toMatch(/GPS|EXIF|metadata/i);
    });

    for (const [name, files] of [
      ['one picture', () => [photo()]],
      ['several files, some refused', () => [photo(), psd(), photo(), pdf()]],
      ['a refused one', () => [psd()]],
    ] as const) {
      test(`fits an old laptop without scrolling: ${name}, a long group name`, async ({ page }) => {
        const whatsapp = await openWhatsApp(page, longGroup);
        await whatsapp.attach(
          'documents',
          files().map(({ path }) => path),
        );
        const { root } = await card(page);
        for (const button of await root.locator('[data-action]').all())
          await expect(button).toBeInViewport({ ratio: 1 });
        const overflow = await overflowOf(root);
        expect(overflow).toEqual({ wide: 0, high: 0, body: [0], page: 0 });
      });
    }
  });
}

test('from share to share it begins in another way, and fits an old laptop in each', async ({
  background,
  page,
}) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'ckb', asks: 'always' } }),
  );
  await page.setViewportSize({ width: 1366, height: 640 });
  const whatsapp = await openWhatsApp(page, longGroup);
  for (const [lead, files] of [
    ['ripple', [photo()]],
    ['line', [photo()]],
    ['band', [photo()]],
    ['ripple', [photo(), psd(), photo(), pdf()]],
    ['line', [photo(), psd(), photo(), pdf()]],
    ['band', [photo(), psd(), photo(), pdf()]],
  ] as const) {
    await whatsapp.attach(
      'documents',
      files.map(({ path }) => path),
    );
    const { root, choose, gone } = await card(page);
    await expect(root).toHaveAttribute('data-lead', lead);
    expect(await overflowOf(root), lead).toEqual({ wide: 0, high: 0, body: [0], page: 0 });
    await choose('not-now');
    await gone();
  }
});

test('focus comes to the heading, and Tab goes round inside the card', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const { root, frame } = await card(page);
  await expect(root.locator('h1')).toBeFocused();
  const stops = await root.locator('[data-action]').count();
  const reached: (string | null)[] = [];
  for (let press = 0; press <= stops; press++) {
    await page.keyboard.press('Tab');
    reached.push(await frame.evaluate(() => document.activeElement?.getAttribute('data-action') ?? null));
  }
  expect(reached).toEqual([
    'help',
    'preview',
    'send-clean',
    'cover-faces',
    'one-person',
    'view-once',
    'not-now',
    'why',
    'pause-chat',
    'send-original',
    'help',
  ]);
});

test('a click in the first half second chooses nothing', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const original = photo();
  const chooser = await whatsapp.openPicker('photos');
  // The frame's clock stands, so that the half second is as long as this test needs.
  const frame = await guardFrame(page);
  const setClock = (time: number) =>
    frame.evaluate((now) => {
      performance.now = () => now;
    }, time);
  await setClock(10_000);
  await chooser.pick([original.path]);
  const { action, root, gone } = await card(page);
  for (const tooEarly of [10_000, 10_499]) {
    await setClock(tooEarly);
    await action('send-original').click();
    await expect(root).toBeVisible();
    expect(await whatsapp.received()).toEqual([]);
  }
  await setClock(10_500);
  await action('send-original').click();
  await gone();
  expectOriginal((await whatsapp.receives(1))[0], original);
});

test('a button answers to the keyboard once the card has settled', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const { root } = await card(page);
  await root.locator('[data-action="send-clean"]').focus();
  await expect(async () => {
    await page.keyboard.press('Enter');
    expect((await whatsapp.received()).length).toBe(1);
  }).toPass({ intervals: [100] });
});

test('why am I asked unfolds one paragraph', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const { root } = await card(page);
  await expect(root.locator('#why')).toBeHidden();
  await root.locator('[data-action="why"]').click();
  await expect(root.locator('#why')).toBeVisible();
  await expect(root.locator('[data-action="why"]')).toHaveAttribute('aria-expanded', 'true');
});
