import type { Page } from '@playwright/test';
import { expect, test } from './harness/extension';
import { card } from './harness/guard';
import { tabTo } from './harness/keys';

/** The guided round of the practice chat: five steps that a workshop tries, each of which may be skipped. */

const step = (page: Page, name: string) => page.locator(`[data-step="${name}"]`);
const arrived = (page: Page) => page.locator('[data-arrived]');
const on = (page: Page) => page.locator('.round__acts button').last();

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('[data-practice-share]').waitFor();
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, page, selector);
  await page.keyboard.press('Enter');
}

test('by keys alone: a person, the group, a document, a covered face, the help; then once more', async ({
  page,
  extensionUrl,
}) => {
  // The whole round in one go.
  test.slow();
  await open(page, extensionUrl('practice.html?lang=en'));
  await expect(step(page, 'person')).toHaveAttribute('aria-current', 'step');
  await press(page, '[data-practice-share]');
  await expect(arrived(page).locator('[data-nothing-hidden]')).toBeVisible();
  await expect(step(page, 'person')).toHaveAttribute('data-done', 'true');
  // Nothing moves on by itself.
  await expect(step(page, 'person')).toHaveAttribute('aria-current', 'step');
  await press(page, '[data-round="next"]');

  await expect(step(page, 'group')).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('[data-practice-chat="group"]')).toBeVisible();
  await press(page, '[data-practice-share]');
  const asked = await card(page);
  await tabTo(page, asked.frame, '[data-action="send-clean"]');
  await expect(async () => {
    // In the frame, never in the page behind it, where the same key would share once more.
    if (await asked.root.isVisible()) await asked.action('send-clean').press('Enter', { timeout: 500 });
    await expect(asked.root).toBeHidden({ timeout: 300 });
  }).toPass({ intervals: [100] });
  await asked.gone();
  await expect(step(page, 'group')).toHaveAttribute('data-done', 'true');
  await press(page, '[data-round="next"]');

  await expect(page.locator('[data-practice-chat="person"]')).toBeVisible();
  await press(page, '[data-practice-document]');
  const document = page.locator('[data-arrived][data-as="document"]');
  await expect(document.locator('[data-nothing-hidden]')).toBeVisible();
  await press(page, '[data-round="next"]');

  await expect(page.locator('[data-practice-picture="face"]')).toHaveAttribute('aria-pressed', 'true');
  await press(page, '[data-practice-share]');
  const { frame, gone } = await card(page);
  await tabTo(page, frame, '[data-action="cover-faces"]');
  await expect(async () => {
    await page.keyboard.press('Enter');
    await expect(frame.locator('.editor h1')).toBeFocused({ timeout: 300 });
  }).toPass({ intervals: [100] });
  await tabTo(page, frame, '[data-action="add-box"]');
  await page.keyboard.press('Enter');
  await tabTo(page, frame, '[data-action="send-covered"]');
  await page.keyboard.press('Enter');
  await expect(step(page, 'cover')).toHaveAttribute('data-done', 'true');
  await gone();
  await press(page, '[data-round="next"]');

  await expect(step(page, 'threat')).toHaveAttribute('aria-current', 'step');
  await press(page, '[data-practice-help]');
  await expect(step(page, 'threat')).toHaveAttribute('data-done', 'true');
  await on(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-round-how="over"]')).toBeVisible();
  await expect(page.locator('[data-round="again"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(step(page, 'person')).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('[data-done="true"]')).toHaveCount(0);
});

test('a browser without a place beside the page: the help opens over the chat, in no tab; Quick exit closes it', async ({
  page,
  extensionUrl,
}) => {
  await page.addInitScript(() => Object.defineProperty(chrome, 'sidePanel', { value: undefined }));
  await open(page, extensionUrl('practice.html?lang=en'));
  for (const name of ['group', 'document', 'cover', 'threat']) {
    await page.click('[data-round="skip"]');
    await expect(step(page, name)).toHaveAttribute('aria-current', 'step');
  }
  const tabs = page.context().pages().length;
  const opener = page.locator('[data-practice-help]');
  await opener.click();
  const room = page.locator('.help-room');
  await expect(room.locator('[data-screen="first"] h1')).toBeFocused();
  await expect(step(page, 'threat')).toHaveAttribute('data-done', 'true');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await expect(room).toHaveCount(0);
  await expect(opener).toBeFocused();
  expect(page.context().pages()).toHaveLength(tabs);
});

test('any step may be skipped and gone back to; a whole picture is no covered face; starting over begins again', async ({
  page,
  extensionUrl,
}) => {
  await open(page, extensionUrl('practice.html?lang=en'));
  for (const name of ['group', 'document', 'cover']) {
    await page.click('[data-round="skip"]');
    await expect(step(page, name)).toHaveAttribute('aria-current', 'step');
  }
  await page.click('[data-practice-share]');
  const asked = await card(page);
  await asked.choose('send-clean');
  await expect(arrived(page).locator('[data-nothing-hidden]')).toBeVisible();
  await expect(step(page, 'group')).toHaveAttribute('data-done', 'true');
  await expect(step(page, 'cover')).toHaveAttribute('data-done', 'false');
  await asked.gone();
  await page.click('[data-round="back"]');
  await expect(step(page, 'document')).toHaveAttribute('aria-current', 'step');
  await page.click('[data-practice-start-over]');
  await expect(step(page, 'person')).toHaveAttribute('aria-current', 'step');
  await expect(page.locator('[data-done="true"]')).toHaveCount(0);
});

test('the big screen: by a click and by a key, and back; the way on stays in sight', async ({
  page,
  extensionUrl,
}) => {
  await page.setViewportSize({ width: 1366, height: 640 });
  await open(page, extensionUrl('practice.html?lang=ar'));
  const size = () =>
    page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  const before = await size();
  await page.click('[data-practice-big]');
  await expect.poll(size).toBe(before * 1.5);
  for (let moves = 0; moves < 3; moves += 1) {
    await expect(on(page)).toBeInViewport({ ratio: 1 });
    await on(page).click();
  }
  await page.locator('[data-practice-write]').focus();
  await page.keyboard.press('F2');
  await expect.poll(size).toBe(before);
  await page.keyboard.press('F2');
  await expect.poll(size).toBe(before * 1.5);
});
