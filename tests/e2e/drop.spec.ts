import type { Page } from '@playwright/test';
import { expectClean, expectOriginal, sawNothing } from './harness/arrivals';
import { dropFiles, dropText, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { DropWay, PageOptions } from './pages/whatsapp-types';

/** A photo dropped on WhatsApp Web is held, cleaned, asked about and dropped again. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const unknown: PageOptions = { kind: 'unknown', title: 'Sara', model: 'none' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

const ways: readonly DropWay[] = ['conversation', 'mask', 'vanishing', 'input'];

/** Over the conversation and down where this page takes files. */
async function drop(page: Page, way: DropWay, ...paths: readonly string[]): Promise<void> {
  const conversation = await middleOf(page.locator('[role="application"]'));
  const target = way === 'input' ? await middleOf(page.locator('[data-testid="lone-input"]')) : conversation;
  await dropFiles(page, paths, { at: [conversation, target] });
}

/** The page was left by what was dragged, and heard no more of it. */
async function heardItLeave(whatsapp: WhatsAppPage): Promise<void> {
  const events = await whatsapp.events('dragleave', 'drop');
  expect(events.at(-1)).toMatchObject({ type: 'dragleave', files: 0 });
  expect(events.filter(({ type }) => type === 'drop')).toEqual([]);
}

test('the drops of these tests are trusted and carry files: a page without Safi sees them so', async ({
  page,
  context,
}) => {
  await context.route('https://plain.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body style="height: 100vh">' }),
  );
  await page.goto('https://plain.example/');
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      seen.push([event.isTrusted, event.dataTransfer?.files.length]);
    });
  });
  await dropFiles(page, [photo().path], { at: [{ x: 50, y: 50 }] });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { seen: unknown[] }).seen))
    .toEqual([[true, 1]]);
});

for (const [name, options] of [
  ['a group', group],
  ['nobody knows whom', unknown],
] as const) {
  const tag = options === unknown ? '@one-browser' : [];
  for (const way of ways) {
    test.describe(`to ${name}, by ${way}`, { tag }, () => {
      const by = way === 'input' ? 'input' : 'drop';

      test('send-clean: held unseen, then the cleaned picture is dropped', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, drop: way });
        const original = photo();
        await drop(page, way, original.path);
        const asked = await card(page);
        await expect.poll(() => asked.level()).toBe('ask');
        await sawNothing(whatsapp);
        await heardItLeave(whatsapp);
        await asked.choose('send-clean');
        const [received] = await whatsapp.receives(1);
        expectClean(received, original);
        expect(received?.by).toBe(by);
        const order = (await whatsapp.events('dragenter', 'dragleave', 'drop')).map(({ type }) => type);
        expect(order.slice(order.lastIndexOf('dragleave'))).toEqual(['dragleave', 'dragenter', 'drop']);
        await asked.gone();
      });

      test('not-now: the page hears no more of it', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, drop: way });
        await drop(page, way, photo().path);
        const asked = await card(page);
        await asked.choose('not-now');
        await asked.gone();
        // A drop that comes afterwards is the first that the page hears of.
        await whatsapp.switchChat(person);
        await drop(page, way, photo().path);
        const received = await whatsapp.receives(1);
        expect(received).toHaveLength(1);
        expect((await whatsapp.events('drop')).length).toBe(1);
      });

      test('send-original: the very same bytes, name, type and date', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, drop: way });
        const original = photo();
        await drop(page, way, original.path);
        const asked = await card(page);
        await sawNothing(whatsapp);
        await asked.choose('send-original');
        const [received] = await whatsapp.receives(1);
        expectOriginal(received, original);
        expect(received?.by).toBe(by);
      });
    });
  }
}

for (const way of ways) {
  test(`to one person, by ${way}: cleaned without a word`, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, { ...person, drop: way });
    const original = photo();
    await drop(page, way, original.path);
    const [received] = await whatsapp.receives(1);
    expectClean(received, original);
  });
}

test('a drop of text is not touched: trusted, at once, as it was', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const at = await middleOf(page.locator('[role="application"]'));
  await dropText(page, 'hello', at);
  await expect
    .poll(() => whatsapp.events('drop'))
    .toEqual([expect.objectContaining({ isTrusted: true, files: 0 })]);
  expect(page.frames()).toHaveLength(1);
});

test('the chat is switched while the card asks: cancelled, not dropped into the other one', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await drop(page, 'conversation', photo().path);
  const asked = await card(page);
  await whatsapp.switchChat({ kind: 'group', title: 'Football', members: 12, model: 'both' });
  await asked.choose('send-clean');
  await expect(asked.frame.locator('[data-action="close"]')).toBeVisible();
  expect(await whatsapp.received()).toEqual([]);
  expect(await whatsapp.events('drop')).toEqual([]);
});
