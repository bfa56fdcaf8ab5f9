import { expectClean, sawNothing } from './harness/arrivals';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/**
 * Firefox leaves a constructed paste without its clipboardData, and shows the page no file that the isolated world
 * put into a DataTransfer. Here Chromium does the same, and so a paste and a drop must be made anew in the page's
 * world, the Firefox way.
 */

/** Before the hooks in the page's world. */
const pastesWithout = `globalThis.ClipboardEvent = class extends ClipboardEvent {
  constructor(type, init) { super(type, { ...init, clipboardData: null }); }
};`;

/** Before share-guard in the isolated world. */
const transfersWithout = `for (const name of ['DragEvent', 'ClipboardEvent']) {
  globalThis[name] = class { constructor() { throw new Error('made in the isolated world'); } };
}`;

test.use({
  changes: {
    'content-scripts/page-hooks.js': (code) => pastesWithout + code,
    'content-scripts/share-guard.js': (code) => transfersWithout + code,
    'keeper.js': (code) => transfersWithout + code,
  },
});

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

test('a paste is told with its picture and its texts', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  expect(
    await page.evaluate(
      () => new ClipboardEvent('paste', { clipboardData: new DataTransfer() }).clipboardData,
    ),
  ).toBeNull();
  await copy(page, { picture: true, texts: { 'text/plain': 'hello' } });
  await paste(page, page.locator('[role="textbox"]'));
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received).toMatchObject({ name: 'photo-1.png', by: 'paste' });
  const { pasted } = await whatsapp.record();
  expect(pasted[0]).toContainEqual(['text/plain', 'hello']);
});

test('a drop is told with its picture', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const original = photo();
  await dropFiles(page, [original.path], { at: [await middleOf(page.locator('[role="application"]'))] });
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expectClean(received, original);
});
