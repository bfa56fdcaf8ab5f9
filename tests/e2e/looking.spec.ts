import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card, guardFrame } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { facesIn, portrait } from './harness/portraits';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** What a picture shows decides whether Safi asks: the shipped models, in their worker, in the guard frame. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

test.use({ asks: 'faces' });

test('faces to a group: asked, and the card says how many', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [portrait(1).path]);
  const asked = await card(page);
  expect(await asked.level()).toBe('ask');
  await expect(asked.root.locator('[data-sight="looked"]')).toContainText(String(facesIn[1]));
  expect(await whatsapp.received()).toEqual([]);
  await asked.choose('send-clean');
  await whatsapp.receives(1);
});

test('a face to one person: cleaned without a word', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, person);
  await whatsapp.attach('photos', [portrait(2).path]);
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
});

test('a picture without faces to a group: it goes, a line says so and takes no focus', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  // The models are loaded by a first one, so that the second is answered in time on a slow machine too.
  await whatsapp.attach('photos', [portrait(2).path]);
  const first = await card(page);
  await expect(first.root.locator('[data-sight="looked"]')).toBeVisible();
  await first.choose('not-now');
  await first.gone();

  const composer = page.locator('[role="textbox"]');
  await copy(page, { picture: true });
  await composer.focus();
  // A frame that takes the focus takes it from the whole window.
  await page.evaluate(() => {
    Object.assign(window, { blurs: 0 });
    addEventListener('blur', () => Object.assign(window, { blurs: 1 }));
  });
  await paste(page, composer);
  await whatsapp.receives(1);
  const line = (await guardFrame(page)).locator('[data-level="notice"]');
  await expect(line).toContainText('43');
  expect(await page.evaluate(() => (window as unknown as { blurs: number }).blurs)).toBe(0);
  await expect(line).toBeHidden();
});

test('one face among plain pictures asks for all', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('documents', [photo().path, portrait(3).path, photo().path]);
  const asked = await card(page);
  await expect(asked.root.locator('[data-sight="looked"]')).toContainText('1');
  expect(await whatsapp.received()).toEqual([]);
});
