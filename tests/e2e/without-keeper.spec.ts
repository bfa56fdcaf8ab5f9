import type { Page } from '@playwright/test';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/**
 * Nothing but the small script is left of Safi in a page, as when it was taken away before the rest could be
 * loaded: the browser's own dialog says so in three languages, and the person decides.
 */

test.use({ changes: { 'keeper.js': () => null } });

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

/** Answers the next dialog; its words. */
function answer(page: Page, yes: boolean): Promise<string> {
  return new Promise((resolve) => {
    page.once('dialog', async (dialog) => {
      resolve(dialog.message());
      await (yes ? dialog.accept() : dialog.dismiss());
    });
  });
}

test('a pick is held, and the original goes only when the person says so', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const original = photo();
  const asked = answer(page, true);
  await whatsapp.attach('photos', [original.path]);
  expect((await asked).split('\n\n')).toEqual([
    expect.stringContaining('صافي لا يعمل'),
    expect.stringContaining('سافی'),
    expect.stringContaining('Safi does not work on this page'),
  ]);
  const [received] = await whatsapp.receives(1);
  expect(received?.sha256).toBe(original.sha256);
});

test('no: the page hears what a closed picker tells, and the next pick is asked about again', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  for (const times of [1, 2]) {
    const asked = answer(page, false);
    await whatsapp.attach('photos', [photo().path]);
    await asked;
    await whatsapp.cancelled(times);
  }
  expect(await whatsapp.received()).toEqual([]);
});
