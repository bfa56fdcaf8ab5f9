import { desktop, phone } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The practice chat: empty, with a picture that came without Safi beside the same one with it, a held drag over
 * it, on a big screen and on a phone.
 *
 * @param {Stage} stage
 */
export async function takePractice(stage) {
  const { page, address, shoot } = stage;
  await page.setViewportSize(desktop);
  await page.goto(address('practice.html'));
  await page.locator('[data-practice-share]').waitFor();
  await shoot('practice');
  await page.click('[data-practice-to="person"]');
  await page.click('[data-practice-safi]');
  await page.click('[data-practice-share]');
  await page.locator('[data-arrived] [data-kind]').first().waitFor();
  await shoot('practice-without');
  await page.click('[data-practice-safi]');
  await page.click('[data-practice-share]');
  await page.locator('[data-nothing-hidden]').waitFor();
  await shoot('practice-both');
  await page.setViewportSize(phone);
  await shoot('practice-narrow');
  await page.setViewportSize(desktop);
  await page.click('[data-practice-big]');
  await page.locator(':root[data-big]').waitFor();
  await shoot('practice-big');
  await page.keyboard.press('F2');
  await takeRound(stage);
}

/**
 * The round of the practice chat: a document that came, the step with the most words, also on a big screen, on a
 * small telephone and without the colours of the page, and the end.
 *
 * @param {Stage} stage
 */
async function takeRound({ page, shoot }) {
  await page.click('[data-practice-start-over]');
  await page.click('[data-practice-document]');
  await page.locator('[data-nothing-hidden]').waitFor();
  const on = page.locator('.round__acts button').last();
  for (const step of ['group', 'document', 'cover']) {
    await on.click();
    await page.locator(`[data-round-how="${step}"]`).waitFor();
    if (step !== 'group') await shoot(`round-${step}`);
  }
  await page.keyboard.press('F2');
  await shoot('round-cover-big');
  await page.keyboard.press('F2');
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot('round-cover-320');
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot('round-cover-forced');
  await page.emulateMedia({ forcedColors: null });
  await on.click();
  await shoot('round-threat');
  await on.click();
  await shoot('round-over');
}
