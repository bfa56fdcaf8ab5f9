import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card, guardFrame } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** A worker that never answers, as on a computer that is far too slow: nobody waits for ever, nothing passes unseen. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

test.use({
  asks: 'faces',
  changes: { 'inspection-worker.js': () => "addEventListener('message', () => {});" },
});

test('to a group: first a line, then the card, which says that it still looks, and at last why it does not', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  await expect((await guardFrame(page)).locator('[data-level="notice"]')).toContainText('43');
  const asked = await card(page);
  await expect(asked.root.and(asked.frame.locator('[data-level="ask"]'))).toBeVisible();
  await expect(asked.root.locator('[data-sight="looking"]')).toBeVisible();
  const buttons = () =>
    asked.root.evaluate(async (card) => {
      const rising = card.getAnimations().filter((animation) => animation.playState === 'running');
      await Promise.all(rising.map(({ finished }) => finished));
      return [...card.querySelectorAll('button')].map((button) => button.getBoundingClientRect().top);
    });
  const before = await buttons();
  await expect(asked.root.locator('[data-sight="looked"]')).toBeVisible({ timeout: 15_000 });
  expect(await buttons()).toEqual(before);
  expect(await whatsapp.received()).toEqual([]);
  await asked.choose('send-clean');
  await whatsapp.receives(1);
});

test('to one person: it goes when the time for looking is over', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, person);
  await whatsapp.attach('photos', [photo().path]);
  await expect((await guardFrame(page)).locator('[data-level="notice"]')).toContainText('Sara');
  await whatsapp.receives(1);
});
