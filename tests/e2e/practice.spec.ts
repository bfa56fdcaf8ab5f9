import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';

/** The practice chat goes through the very same guard. */

test('a file attached to the group is held, asked about, and arrives clean', async ({
  page,
  extensionUrl,
}) => {
  await page.goto(extensionUrl('practice.html?lang=en'));
  await page.click('[data-practice-to="group"]');
  await pickFiles(page, () => page.click('[data-practice-attach]'), [photo().path]);
  const asked = await card(page);
  await expect(page.locator('[data-arrived]')).toHaveCount(0);
  await asked.choose('send-clean');
  await expect(page.locator('[data-arrived]')).toContainText('photo-1.jpg');
});

test('the made picture shared to one person arrives clean without a question', async ({
  page,
  extensionUrl,
}) => {
  await page.goto(extensionUrl('practice.html?lang=en'));
  await page.click('[data-practice-to="person"]');
  await page.click('[data-practice-share]');
  await expect(page.locator('[data-arrived]')).toContainText('photo-1.jpg');
});

test('the made picture shared to the group: not now sends nothing', async ({ page, extensionUrl }) => {
  await page.goto(extensionUrl('practice.html?lang=en'));
  await page.click('[data-practice-share]');
  const asked = await card(page);
  await expect(asked.root.locator('[data-kind="place"]')).toBeVisible();
  await asked.choose('not-now');
  await expect(page.locator('.talk__flow')).toContainText('Nothing was sent.');
  await expect(page.locator('[data-arrived]')).toHaveCount(0);
});
