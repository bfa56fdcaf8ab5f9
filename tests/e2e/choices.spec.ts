import type { Frame, Locator, Page } from '@playwright/test';
import { hills } from '../fixtures/jpeg';
import * as png from '../fixtures/png';
import { violationsIn } from './harness/axe';
import { expect, test } from './harness/extension';
import { latin1, makeFile, photo, psd } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** The ways of the card to send less than everything to everybody, each as a person goes it. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

test.beforeEach(({ background }) =>
  background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'en', asks: 'always' } }),
  ),
);

/** Tab until it has the focus. */
async function tabTo(page: Page, element: Locator): Promise<void> {
  for (let press = 0; press < 20; press += 1) {
    if (await element.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab does not lead there');
}

/** Enter until it is taken: the card's choices ignore the first half second. */
async function enterUntil(page: Page, done: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Enter');
    await done();
  }).toPass({ intervals: [100] });
}

const line = (frame: Frame, says: string) =>
  frame.locator(`[data-level="notice"][role="status"][data-says="${says}"]`);

test('by keys alone: seen once is told and sends nothing; to one person cancels, and a line says how', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const { frame, action, root } = await card(page);
  const told = root.locator('#once');
  await expect(told).toBeHidden();
  await tabTo(page, root.locator('[data-action="view-once"]'));
  await page.keyboard.press('Enter');
  await expect(told).toBeVisible();
  await expect(told).toContainText('①');
  expect(await violationsIn(frame)).toEqual([]);
  await page.keyboard.press('Shift+Tab');
  await expect(action('one-person')).toBeFocused();
  await enterUntil(page, () => expect(line(frame, 'one-person')).toBeVisible({ timeout: 200 }));
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
  // Beside the page, which can be used at once.
  await expect(line(frame, 'one-person')).toBeVisible();
  await expect(page.locator('[role="textbox"]')).toBeFocused();
  await page.keyboard.type('later');
  await expect(page.locator('[role="textbox"]')).toHaveText('later');
});

for (const how of ['Escape', 'not-now', 'send-original', 'send-clean'] as const) {
  const tag = how === 'Escape' ? [] : '@one-browser';
  test(`by keys alone: ${how}, and the focus is where a message is written`, { tag }, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, group);
    await whatsapp.attach('photos', [photo().path]);
    const { root } = await card(page);
    await expect(root.locator('h1')).toBeFocused();
    if (how !== 'Escape') await tabTo(page, root.locator(`[data-action="${how}"]`));
    await expect(async () => {
      if (await root.isVisible()) await page.keyboard.press(how === 'Escape' ? how : 'Enter');
      await expect(root).toBeHidden({ timeout: 200 });
    }).toPass({ intervals: [100] });
    await expect(page.locator('[role="textbox"]')).toBeFocused();
    if (how.startsWith('send')) await whatsapp.receives(1);
    else await whatsapp.cancelled(1);
  });
}

test('what could not be cleaned: a picture of the screen instead', { tag: '@one-browser' }, async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('documents', [psd().path]);
  const { frame, action, choose } = await card(page);
  await expect(action('use-screenshot')).toContainText('screenshot');
  await choose('use-screenshot');
  await expect(line(frame, 'screenshot')).toBeVisible();
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
});

// Playwright's look for a name and axe's after it end the process of a page in Firefox.
test('each square opens the editor at its picture', { tag: '@one-browser' }, async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const wide = makeFile('IMG_2.png', png.png({ pixels: hills(160, 40) }));
  await whatsapp.attach('photos', [photo().path, wide.path]);
  const { frame, root } = await card(page);
  await expect(root.locator('.strip small')).toHaveText(['No face', 'No face']);
  const square = root.locator('[data-picture="2"]');
  await expect(square).toHaveAccessibleName('Picture 2: No face. Cover or crop');
  expect(await violationsIn(frame)).toEqual([]);
  await expect(async () => {
    if (await square.isVisible()) await square.click({ timeout: 500 });
    await expect(frame.locator('.editor')).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [50] });
  const canvas = frame.locator('.canvas__pic canvas');
  await expect(canvas).toBeVisible();
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 1 };
  expect(width / height).toBeCloseTo(4, 0);
});

test('not for this chat for an hour: clean and unasked, in that chat alone, until the page is reloaded', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const first = await card(page);
  const pause = first.root.locator('[data-action="pause-chat"]');
  await expect(pause).not.toBeChecked();
  await pause.check();
  expect(await violationsIn(first.frame)).toEqual([]);
  await first.choose('send-clean');
  await first.gone();
  const secret = photo();
  await whatsapp.attach('photos', [secret.path]);
  await expect(line(first.frame, 'paused')).toBeVisible();
  const [, arrived] = await whatsapp.receives(2);
  expect(latin1(arrived?.bytes ?? null)).not.toContain('Galaxy');
  expect(latin1(Buffer.from(secret.bytes).toString('base64'))).toContain('Galaxy');
  // What could not be cleaned is asked about there too.
  await whatsapp.attach('documents', [psd().path]);
  const refused = await card(page);
  await refused.choose('not-now');
  await refused.gone();
  await whatsapp.switchChat({ ...group, kind: 'subgroup', title: 'Class 7' });
  await whatsapp.attach('photos', [photo().path]);
  const other = await card(page);
  await expect.poll(() => other.level()).toBe('ask');
  await other.choose('not-now');
  await other.gone();
  const again = await openWhatsApp(page, group);
  await again.attach('photos', [photo().path]);
  expect(await (await card(page)).level()).toBe('ask');
});
