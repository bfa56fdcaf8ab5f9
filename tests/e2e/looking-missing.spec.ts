import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** A package without a model: what cannot be looked into counts as personal, and the card says why. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

test.use({ asks: 'faces', changes: { 'models/blazeface.json': () => null } });

test('to a group: asked, with the reason in words', async ({ page, background }) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'en', asks: 'faces' } }),
  );
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await expect(asked.root.locator('[data-sight="looked"]')).toContainText('a part of Safi is missing');
  expect(await whatsapp.received()).toEqual([]);
});

test('to one person: it goes, cleaned', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { kind: 'person', title: 'Sara', model: 'both' });
  await whatsapp.attach('photos', [photo().path]);
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
});
