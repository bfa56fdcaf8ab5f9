import type { Page } from '@playwright/test';
import { bareCard } from './harness/bare-card';
import { drivers } from './harness/browsers/drivers';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test as kept, launch } from './harness/extension';
import { photo } from './harness/files';
import { card, keeperThere } from './harness/guard';
import { copy, paste } from './harness/pastes';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Safi is replaced under an open page, as an update does: nothing passes silently, and the person is told. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };

/** A browser for each test: what is replaced is of no use to the next one. */
const test = kept.extend({
  context: async ({ browserUnderTest }, use, testInfo) => {
    const context = await launch(browserUnderTest);
    testInfo.skip(!context, `No ${browserUnderTest}.`);
    if (!context) return;
    await use(context);
    await context.close();
  },
});

test('a picture attached afterwards is held; the original goes only when the person says so', async ({
  page,
  context,
  browserUnderTest,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  await keeperThere(page);
  await drivers[browserUnderTest].replaceExtension(context);
  const original = photo();
  await whatsapp.attach('photos', [original.path]);
  const bare = await bareCard(page);
  expect(await bare.actions()).toEqual(['close', 'send-original']);
  expect(await whatsapp.received()).toEqual([]);
  await bare.press('send-original');
  const [received] = await whatsapp.receives(1);
  expect(received?.sha256).toBe(original.sha256);
  // What opens after the installation does not open after an update.
  expect(context.pages().filter((open) => open.url().endsWith('/welcome.html'))).toEqual([]);
});

test('a picture forwarded afterwards is held, and told when the person says so', async ({
  page,
  context,
  browserUnderTest,
}) => {
  const forward = { to: [{ title: 'Class 6', kind: 'group' }], selection: false } as const;
  const whatsapp = await openWhatsApp(page, { ...group, messages: ['picture'], forward });
  await keeperThere(page);
  await drivers[browserUnderTest].replaceExtension(context);
  await page.locator('[data-testid="quick-forward"]').click();
  await page.locator('[data-row="Class 6"]').click();
  await page.locator('[data-testid="forward-send"]').click();
  const bare = await bareCard(page);
  expect(await bare.actions()).toEqual(['close', 'send-original']);
  expect(await whatsapp.forwards()).toEqual([]);
  await bare.press('send-original');
  await expect.poll(() => whatsapp.forwards()).toHaveLength(1);
});

const ways: readonly [string, (page: Page, whatsapp: WhatsAppPage) => Promise<void>][] = [
  ['picked', (_, whatsapp) => whatsapp.attach('photos', [photo().path])],
  [
    'dropped',
    async (page) => {
      const at = [await middleOf(page.locator('[role="application"]'))];
      await dropFiles(page, [photo().path], { at });
    },
  ],
  [
    'pasted',
    async (page) => {
      await copy(page, { picture: true });
      await paste(page, page.locator('[role="textbox"]'));
    },
  ],
];

for (const [way, share] of ways)
  test(`while a picture is held that was ${way}: it is said, and nothing was sent`, async ({
    page,
    context,
    browserUnderTest,
  }) => {
    const whatsapp = await openWhatsApp(page, group);
    await share(page, whatsapp);
    await card(page);
    await drivers[browserUnderTest].replaceExtension(context);
    const bare = await bareCard(page);
    expect(await whatsapp.received()).toEqual([]);
    // Its end may be noticed before it is known to be for good.
    const [mildest = ''] = (await bare.actions()).filter((action) => ['close', 'not-now'].includes(action));
    await bare.press(mildest);
    if (way === 'picked') await whatsapp.cancelled(1);
    expect(await whatsapp.events('drop', 'paste', 'change')).toEqual([]);
    expect(await whatsapp.received()).toEqual([]);
  });
