import type { Room } from './stage';
import { tell, toldBrowser } from './told-browser';

/** The page that opens once: nothing ready, refused, everything ready, a computer that several share. */
export const welcome: Room = async ({ page, url }, look) => {
  await toldBrowser(page, { granted: false, stale: [1, 2, 3] });
  await page.goto(url('welcome.html'));
  await page.locator('[data-checks="known"]').waitFor();
  await look('withheld');
  await page.locator('[data-action="grant"]').click();
  await page.locator('[data-refused]').waitFor();
  await look('refused');
  await tell(page, { granted: true, inPrivate: true });
  await page.locator('[data-check="access"][data-fine="true"]').waitFor();
  await look('ready');
  await page.locator('[data-go="family"]').click();
  await page.locator('[data-page="family"]').waitFor();
  await look('family');
};
