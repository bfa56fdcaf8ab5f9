import { desktop, narrowest } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The page that opens once: with everything ready but private windows, on a phone, and for a family computer.
 *
 * @param {Stage} stage
 */
export async function takeWelcome({ page, address, language, shoot }) {
  await page.setViewportSize({ ...desktop, height: 1100 });
  await page.goto(`${address('welcome.html')}?lang=${language}`);
  await page.locator('[data-checks="known"]').waitFor();
  await shoot('welcome');
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot('welcome-forced');
  await page.emulateMedia({ forcedColors: null });
  await page.setViewportSize({ ...narrowest, height: 1800 });
  await shoot('welcome-narrowest');
  await page.locator('[data-go="family"]').click();
  await shoot('welcome-family-narrowest');
  await page.setViewportSize({ ...desktop, height: 900 });
  await shoot('welcome-family');
}
