import { choose } from '../practice-chat.mjs';
import { desktop, phone } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The cover editor, from the card and back to it: boxes, one of them uncovered, one colour, the brush, the crop.
 *
 * @param {Stage} stage
 * @param {import('@playwright/test').Locator} card
 */
export async function takeEditor({ page, shoot }, card) {
  const canvas = card.locator('.canvas__pic canvas');
  await choose(card, 'cover-faces', () => canvas.isVisible());
  await shoot('editor');
  const picture = await canvas.boundingBox();
  const { x, y, width, height } = picture ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [across, down] of [
    [0.25, 0.4],
    [0.55, 0.35],
    [0.8, 0.7],
  ])
    await page.mouse.click(x + width * (across ?? 0), y + height * (down ?? 0));
  await card.locator('[data-tick="3"]').uncheck();
  await card.locator('[data-box="2"]').focus();
  await shoot('editor-boxes');
  await page.setViewportSize(phone);
  await shoot('editor-boxes-narrow');
  await page.setViewportSize(desktop);
  await card.locator('[data-tool="brush"]').click();
  await card.locator('[name="how"][value="solid"]').check({ force: true });
  await page.mouse.move(x + width * 0.3, y + height * 0.8);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height * 0.85, { steps: 5 });
  await page.mouse.up();
  await shoot('editor-brush');
  await card.locator('[data-tool="crop"]').click();
  await card.locator('[data-preset="without-faces"]').check();
  await shoot('editor-crop');
  await page.setViewportSize(phone);
  await shoot('editor-crop-narrow');
  await page.setViewportSize(desktop);
  await card.locator('[data-action="back"]').click();
}
