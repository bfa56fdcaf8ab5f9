import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';

/** Without its worker Safi sees nothing, says so, and asks. */

test.use({ changes: { 'inspection-worker.js': () => null }, asks: 'faces' });

test('a worker whose script is missing: told, long before the time is up', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  const sight = asked.root.locator('[data-sight="looked"]');
  await expect(sight).toHaveText(/could not look into it/, { timeout: 4_000 });
  await asked.choose('not-now');
  await whatsapp.cancelled(1);
});
