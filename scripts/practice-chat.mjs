import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The practice chat as a person would use it, for the scripts that show Safi at work.
 *
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').Frame} Frame
 * @typedef {import('@playwright/test').Locator} Locator
 */

/** The beginning of a Photoshop file: a picture of a kind that is never cleaned. */
export const photoshop = '8BPS\0\x01';

/**
 * Saves the practice chat's made picture, and files that Safi cannot clean or that are no picture.
 *
 * @param {Page} page the practice chat
 * @param {string} folder
 */
export async function makeFiles(page, folder) {
  const picture = join(folder, 'made-picture.jpg');
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-practice-save]')]);
  await download.saveAs(picture);
  const uncleaned = join(folder, 'a-drawing-with-a-very-long-name-that-goes-on-and-on_رسم_طويل_الاسم.psd');
  await writeFile(uncleaned, photoshop);
  const document = join(folder, 'homework.pdf');
  await writeFile(document, '%PDF-1.4\n');
  return { picture, pictureName: download.suggestedFilename(), uncleaned, document };
}

/**
 * Opens the conversation and picks files in its file chooser.
 *
 * @param {Page} page
 * @param {'person' | 'group'} chat
 * @param {readonly string[]} files
 */
export async function attach(page, chat, files) {
  await page.click(`[data-practice-to="${chat}"]`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.click('[data-practice-attach]'),
  ]);
  await chooser.setFiles([...files]);
}

/**
 * The guard frame, once it is there. It hangs in a closed shadow root, so it is found by address.
 *
 * @param {Page} page
 * @returns {Promise<Frame>}
 */
export async function guardFrame(page) {
  const isGuard = (/** @type {Frame} */ frame) => frame.url().endsWith('/guard-frame.html');
  return page.frames().find(isGuard) ?? (await page.waitForEvent('framenavigated', isGuard));
}

/**
 * The guard frame's card, once it is on screen.
 *
 * @param {Page} page
 * @returns {Promise<{frame: Frame, card: Locator}>}
 */
export async function guardCard(page) {
  const frame = await guardFrame(page);
  const card = frame.locator('[role="dialog"]');
  await card.waitFor();
  return { frame, card };
}

/**
 * Presses a choice of the card. Its buttons ignore the first half second, so the click is repeated until `done`.
 *
 * @param {Locator} card
 * @param {string} action
 * @param {() => Promise<boolean>} done
 */
export async function choose(card, action, done) {
  const button = card.locator(`[data-action="${action}"]`);
  for (let attempt = 0; attempt < 40; attempt++) {
    if (await done()) return;
    await button.click({ timeout: 1_000 }).catch(() => {});
  }
  throw new Error(`the card did not take ${action}`);
}
