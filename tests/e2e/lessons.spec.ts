import type { Page } from '@playwright/test';
import { lessons } from '../../utils/help/lessons';
import { violationsIn } from './harness/axe';
import { expect, test } from './harness/extension';
import { tabTo } from './harness/keys';

/** What is learned beside the second door and in the practice chat; every screen is walked in the unit tests. */

// Firefox does not always tell that a tab with a page of an extension was closed.
test.afterEach(({ page }) => page.goto('about:blank'));

async function go(page: Page, ...screens: readonly string[]): Promise<void> {
  for (const screen of screens) {
    await page.locator(`main [data-go="${screen}"]`).click();
    await expect(page.locator(`[data-screen="${screen}"] h1`)).toBeFocused();
  }
}

const isWider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`in ${language}: lessons one after the other, each answer explained, and nothing of it kept`, async ({
    page,
    extensionUrl,
    background,
  }) => {
    const stored = () =>
      background.evaluate(async () => [
        await chrome.storage.local.get(null),
        await chrome.storage.session.get(null),
      ]);
    const before = await stored();
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(extensionUrl(`sidepanel.html?lang=${language}`));
    const history = await page.evaluate(() => window.history.length);
    await go(page, 'safer', 'lessons');
    await expect(page.locator('main [data-go^="lesson-"]')).toHaveCount(10);
    await go(page, 'lesson-group');
    const why = page.locator('.question [role="status"]');
    for (const [at, lesson] of lessons.slice(0, 3).entries()) {
      if (at > 0) await go(page, `lesson-${lesson.id}`);
      expect(await isWider(page)).toBe(false);
      await expect(why).toBeEmpty();
      const other = lesson.answers.find((answer) => answer !== lesson.best) ?? '';
      // What fits less first: it is explained too, and what fits best stands under it.
      for (const id of [other, lesson.best]) {
        const button = page.locator(`[data-answer="${id}"]`);
        await button.click();
        await expect(button).toHaveAttribute('aria-pressed', 'true');
        await expect(why.locator('p')).toHaveCount(id === lesson.best ? 1 : 2);
        await expect(page.locator('.is-best')).toHaveAttribute('data-answer', lesson.best);
      }
      await expect(page.locator('[aria-pressed="true"]')).toHaveCount(1);
    }
    // Lessons take each other's place: Back leads out of them, and a lesson is as it was before.
    await page.locator('header [data-go="lessons"]').click();
    await go(page, 'lesson-friend');
    await expect(why).toBeEmpty();
    expect(await page.evaluate(() => window.history.length)).toBe(history);
    expect(await stored()).toEqual(before);
  });
}

test('in ar: from what is told to parents there is a way to the numbers, and back', async ({
  page,
  extensionUrl,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(extensionUrl('sidepanel.html?lang=ar'));
  await go(page, 'safer', 'parents', 'parents-say-first', 'know');
  await page.locator('header [data-go="parents-say-first"]').click();
  const next = page.locator('.beside .btn--main');
  for (const screen of ['never', 'signs', 'agreements', 'together', 'promise']) {
    await next.click();
    await expect(page.locator(`[data-screen="parents-${screen}"] h1`)).toBeFocused();
    expect(await isWider(page)).toBe(false);
  }
  await expect(next).toHaveCount(0);
  await page.locator('header [data-go="parents"]').click();
  await expect(page.locator('[data-prints="parents"]')).toBeVisible();
});

test('in the practice chat, by keys alone: a lesson as large as the chat; Escape gives the focus back', async ({
  page,
  extensionUrl,
}) => {
  await page.goto(extensionUrl('practice.html?lang=ckb'));
  const room = page.locator('.help-room');
  const opener = page.locator('[data-practice-lessons]');
  const open = async () => {
    await tabTo(page, page, '[data-practice-lessons]');
    await page.keyboard.press('Enter');
    await expect(room.locator('h1')).toBeFocused();
  };
  await opener.waitFor();
  await open();
  const size = () =>
    room.locator('h1').evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize));
  const small = await size();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('F2');
  await expect.poll(size).toBeGreaterThan(small * 1.4);
  await tabTo(page, page, '[data-go="lesson-asking"]');
  await page.keyboard.press('Enter');
  await tabTo(page, page, '[data-answer="send"]');
  await page.keyboard.press('Enter');
  await expect(room.locator('.question [role="status"]')).not.toBeEmpty();
  await expect(page.locator('[data-answer="send"]')).toBeFocused();
  expect(await violationsIn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(room).toHaveCount(0);
  await expect(opener).toBeFocused();

  // Quick exit closes the lessons, and leaves the chat.
  await open();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await expect(room).toHaveCount(0);
  await expect(opener).toBeFocused();

  // Back from the list does the same.
  await open();
  await page.locator('[data-action="back"]').click();
  await expect(room).toHaveCount(0);
});
