import { expectClean } from './harness/arrivals';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Nothing of Safi is in the page's own world: drops, pastes and the person's own picks are held all the same. */

test.use({ changes: { 'content-scripts/page-hooks.js': () => '' } });

const unknown: PageOptions = { kind: 'group', title: 'Class 6', input: 'permanent' };

/** From the isolated world the page cannot be kept from seeing an empty file in what is dragged. */
async function sawNothing(whatsapp: WhatsAppPage): Promise<void> {
  expect(await whatsapp.events('input', 'change', 'drop', 'paste')).toEqual([]);
  expect(await whatsapp.received()).toEqual([]);
}

test('a drop', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, unknown);
  const original = photo();
  await dropFiles(page, [original.path], { at: [await middleOf(page.locator('[role="application"]'))] });
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expectClean(received, original);
});

test('a paste', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, unknown);
  await copy(page, { picture: true });
  await paste(page, page.locator('[role="textbox"]'));
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received).toMatchObject({ name: 'photo-1.png', by: 'paste' });
});

test('a pick', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, unknown);
  const original = photo();
  await whatsapp.attach('photos', [original.path]);
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expectClean(received, original);
});
