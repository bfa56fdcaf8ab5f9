import type { Frame, Page } from '@playwright/test';

/**
 * Presses Tab until this has the focus.
 * @param at the page, or the frame in it that has the focus
 */
export async function tabTo(page: Page, at: Page | Frame, selector: string): Promise<void> {
  const wanted = at.locator(selector).first();
  for (let press = 0; press < 60; press += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${selector}`);
}
