import { expectClean, expectOriginal, sawNothing } from './harness/arrivals';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { InputWay, PageOptions } from './pages/whatsapp-types';

/** A photo picked on WhatsApp Web is held, cleaned, asked about and released. */

const ways: readonly InputWay[] = [
  'removed-on-change',
  'appended-removed-after-click',
  'detached',
  'permanent',
  'react-like',
];

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const unknown: PageOptions = { kind: 'unknown', title: 'Sara', model: 'none' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

/** What the page's own first script saw at window: what a browser fires for a pick, in its order, once. */
async function expectPickEvents(whatsapp: WhatsAppPage, types: readonly string[]): Promise<void> {
  const record = await whatsapp.record();
  const seen = record.events.filter(({ type }) => ['input', 'change', 'cancel'].includes(type));
  const order = [...new Set(seen.map(({ type }) => type))];
  expect(order).toEqual(types);
  for (const type of types) {
    for (const at of ['window', 'input']) {
      expect(seen.filter((event) => event.type === type && event.at === at).length).toBeLessThanOrEqual(1);
    }
  }
}

test('the picks of these tests are trusted: a page without Safi sees them so', async ({ page, context }) => {
  await context.route('https://plain.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<input type="file">' }),
  );
  await page.goto('https://plain.example/');
  await page.evaluate(() => {
    const seen: boolean[] = [];
    Object.assign(window, { seen });
    for (const type of ['input', 'change']) addEventListener(type, (event) => seen.push(event.isTrusted));
  });
  await pickFiles(page, () => page.click('input'), [photo().path]);
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { seen: boolean[] }).seen))
    .toEqual([true, true]);
});

for (const [name, options] of [
  ['a group', group],
  ['nobody knows whom', unknown],
] as const) {
  const tag = options === unknown ? '@one-browser' : [];
  for (const input of ways) {
    test.describe(`to ${name}, input ${input}`, { tag }, () => {
      test('send-clean: held unseen, then the cleaned picture arrives', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, input });
        const original = photo();
        await whatsapp.attach('photos', [original.path]);
        const asked = await card(page);
        await expect.poll(() => asked.level()).toBe('ask');
        await sawNothing(whatsapp);
        await asked.choose('send-clean');
        const [received] = await whatsapp.receives(1);
        expectClean(received, original);
        await expectPickEvents(
          whatsapp,
          ['input', 'change'].filter((type) => seenBy(input).includes(type)),
        );
        await asked.gone();
      });

      test('not-now: the page hears what a closed picker tells', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, input });
        await whatsapp.attach('photos', [photo().path]);
        const asked = await card(page);
        await sawNothing(whatsapp);
        await asked.choose('not-now');
        await whatsapp.cancelled(1);
        expect(await whatsapp.received()).toEqual([]);
        expect((await whatsapp.record()).events.filter(({ files }) => files > 0)).toEqual([]);
        expect((await whatsapp.events('input', 'change')).length).toBe(0);
      });

      test('send-original: the very same bytes, name, type and date', async ({ page }) => {
        const whatsapp = await openWhatsApp(page, { ...options, input });
        const original = photo();
        await whatsapp.attach('documents', [original.path]);
        const asked = await card(page);
        await sawNothing(whatsapp);
        await asked.choose('send-original');
        const [received] = await whatsapp.receives(1);
        expectOriginal(received, original);
      });
    });
  }
}

/** A detached input's events reach nobody but its own listeners. */
function seenBy(input: InputWay): readonly string[] {
  const alone = input === 'detached' || input === 'appended-removed-after-click';
  return alone ? ['change', 'input', 'cancel'] : ['input', 'change', 'cancel'];
}

for (const input of ways) {
  test(`to one person, input ${input}: cleaned without a word`, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, { ...person, input });
    const original = photo();
    await whatsapp.attach('photos', [original.path]);
    const [received] = await whatsapp.receives(1);
    expectClean(received, original);
    const frame = page.frames().find((candidate) => candidate.url().includes('guard-frame'));
    await expect(frame?.locator('[data-level]') ?? page.locator('never')).toBeHidden();
  });
}

test('Escape means not now', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await asked.escape();
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
});

test('a picker that the person closes tells the page so, once, and asks nothing', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.cancel('photos');
  await whatsapp.cancelled(1);
  expect(await whatsapp.received()).toEqual([]);
});

test('not now gives a permanent input back what it held', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { ...group, input: 'permanent' });
  const held = () =>
    page.locator('[data-testid="plain-input"]').evaluate((input) => {
      const { files } = input as HTMLInputElement;
      return [...(files ?? [])].map(({ name }) => name);
    });
  await whatsapp.attach('photos', [photo().path]);
  await (await card(page)).choose('send-clean');
  await whatsapp.receives(1);
  expect(await held()).toEqual(['photo-1.jpg']);
  await whatsapp.attach('photos', [photo('IMG_2.jpg').path]);
  const asked = await card(page);
  expect(await held()).toEqual(['photo-1.jpg']);
  await asked.choose('not-now');
  await whatsapp.cancelled(1);
  expect(await held()).toEqual(['photo-1.jpg']);
});

test('the chat is switched while the card asks: cancelled, not redirected, and said', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await whatsapp.switchChat({ kind: 'group', title: 'Football', members: 12, model: 'both' });
  await asked.choose('send-clean');
  await whatsapp.cancelled(1);
  await expect(asked.frame.locator('[data-action="close"]')).toBeVisible();
  expect(await whatsapp.received()).toEqual([]);
});
