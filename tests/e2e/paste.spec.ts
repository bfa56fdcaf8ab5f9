import type { Page } from '@playwright/test';
import { sawNothing } from './harness/arrivals';
import { expect, test } from './harness/extension';
import { card } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** A picture pasted into WhatsApp Web is held, cleaned, asked about and pasted again. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const unknown: PageOptions = { kind: 'unknown', title: 'Sara', model: 'none' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

const html = '<b>hello</b>';
const texts = { 'text/html': html, 'text/plain': 'hello' };

const composer = (page: Page) => page.locator('[role="textbox"]');

async function pastePicture(page: Page, words: Readonly<Record<string, string>> = texts): Promise<void> {
  await copy(page, { picture: true, texts: words });
  await paste(page, composer(page));
}

/** The texts of the only paste that the composer heard of. */
async function pastedTexts(whatsapp: WhatsAppPage): Promise<Record<string, string>> {
  const { pasted } = await whatsapp.record();
  expect(pasted).toHaveLength(1);
  return Object.fromEntries(pasted[0] ?? []);
}

test('the pastes of these tests are trusted and carry a file: a page without Safi sees them so', async ({
  page,
  context,
}) => {
  await context.route('https://web.whatsapp.com/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p role="textbox" contenteditable="true"></p>' }),
  );
  await context.route('https://plain.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p role="textbox" contenteditable="true">.</p>' }),
  );
  await page.goto('https://web.whatsapp.com/');
  await copy(page, { picture: true, texts });
  await page.goto('https://plain.example/');
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    addEventListener('paste', ({ isTrusted, clipboardData }) =>
      seen.push([isTrusted, clipboardData?.files.length]),
    );
  });
  await paste(page, composer(page));
  expect(await page.evaluate(() => (window as unknown as { seen: unknown[] }).seen)).toEqual([[true, 1]]);
});

for (const [name, options] of [
  ['a group', group],
  ['nobody knows whom', unknown],
] as const) {
  const tag = options === unknown ? '@one-browser' : [];
  test(`to ${name}, send-clean: held unseen, then the picture is pasted with its texts`, { tag }, async ({
    page,
  }) => {
    const whatsapp = await openWhatsApp(page, options);
    await pastePicture(page);
    const asked = await card(page);
    await expect.poll(() => asked.level()).toBe('ask');
    await sawNothing(whatsapp);
    await asked.choose('send-clean');
    const [received] = await whatsapp.receives(1);
    expect(received).toMatchObject({ name: 'photo-1.png', type: 'image/png', by: 'paste' });
    expect(await pastedTexts(whatsapp)).toMatchObject({ 'text/plain': 'hello', Files: '' });
    expect((await pastedTexts(whatsapp))['text/html']).toContain(html);
    await asked.gone();
  });

  test(`to ${name}, not-now: the page hears nothing of it`, { tag }, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, options);
    await pastePicture(page);
    const asked = await card(page);
    await asked.choose('not-now');
    await asked.gone();
    await sawNothing(whatsapp);
    expect((await whatsapp.record()).pasted).toEqual([]);
  });

  test(`to ${name}, send-original: the file as it was`, { tag }, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, options);
    await pastePicture(page);
    const asked = await card(page);
    await sawNothing(whatsapp);
    await asked.choose('send-original');
    const [received] = await whatsapp.receives(1);
    expect(received).toMatchObject({ name: 'image.png', type: 'image/png', by: 'paste' });
  });
}

test('to one person: without a word', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, person);
  await pastePicture(page);
  const [received] = await whatsapp.receives(1);
  expect(received).toMatchObject({ name: 'photo-1.png', by: 'paste' });
});

test('in a child frame: held there, asked about by the one card of the tab', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { ...group, inFrame: true });
  await copy(page, { picture: true, texts });
  await paste(page, page.frameLocator('iframe[title="Attach"]').locator('[role="textbox"]'));
  const asked = await card(page);
  await sawNothing(whatsapp);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received).toMatchObject({ name: 'photo-1.png', by: 'paste' });
});

test('a text that holds a picture itself, or a path on this computer, does not go beside the cleaned file', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, person);
  await pastePicture(page, {
    'text/html': '<img src="data:image/png;base64,iVBORw0KGgo="><p>words</p>',
    'text/plain': 'words',
  });
  await whatsapp.receives(1);
  const pasted = await pastedTexts(whatsapp);
  expect(pasted['text/plain']).toBe('words');
  expect(Object.keys(pasted)).not.toContain('text/html');
});

test('a paste of text is not touched: trusted, at once, inserted by the browser', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await copy(page, { picture: false, texts });
  await paste(page, composer(page));
  await expect(composer(page)).toHaveText('hello');
  expect(await whatsapp.events('paste')).toEqual([expect.objectContaining({ isTrusted: true, files: 0 })]);
  expect(page.frames()).toHaveLength(1);
});

test('a page that leaves the paste to the browser gets the picture into its text', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { ...person, paste: 'left-to-browser' });
  await pastePicture(page);
  await whatsapp.receives(1);
  const image = composer(page).locator('img');
  await expect(image).toHaveCount(1);
  await expect.poll(() => image.evaluate((shown) => (shown as HTMLImageElement).naturalWidth)).toBe(64);
});

test('the chat is switched while the card asks: cancelled, not pasted into the other one', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await pastePicture(page);
  const asked = await card(page);
  await whatsapp.switchChat({ kind: 'group', title: 'Football', members: 12, model: 'both' });
  await asked.choose('send-clean');
  await expect(asked.frame.locator('[data-action="close"]')).toBeVisible();
  expect((await whatsapp.record()).pasted).toEqual([]);
});
