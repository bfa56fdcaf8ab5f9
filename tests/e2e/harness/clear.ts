import { expect, type Page } from '@playwright/test';
import { isGuardFrame } from './guard-frame';
import { often } from './often';

/**
 * Waits until no card that is gone keeps the page from the mouse: a browser finds what is under it by what was drawn
 * last, so that what comes right after would go to the card's frame. One that asks or tells stays.
 */
export async function clear(page: Page): Promise<void> {
  const frame = page.frames().find(isGuardFrame);
  if (!frame) return;
  const isShown = async () => {
    const owner = await frame.frameElement().catch(() => null);
    return (await owner?.isVisible().catch(() => false)) ?? false;
  };
  const isEmpty = async () => !(await frame.locator('[data-level]').first().isVisible());
  await expect
    .poll(async () => frame.isDetached() || !(await isEmpty()) || !(await isShown()), {
      message: 'the page is clear of a card that is gone',
      intervals: often,
    })
    .toBe(true);
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}
