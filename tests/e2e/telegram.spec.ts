import type { Page } from '@playwright/test';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { latin1, photo, secrets } from './harness/files';
import { card } from './harness/guard';
import { isGuardFrame } from './harness/guard-frame';
import { copy, paste } from './harness/pastes';
import { pickFiles } from './harness/picks';
import { openRoutePage, type RoutePage } from './harness/route-page';
import { type TelegramChat, telegramChats } from './pages/telegram';
import { telegramA } from './pages/telegram-a';
import { telegramK } from './pages/telegram-k';

/** Telegram Web A and K: who gets it by the chat that is open, and every way in. */

test.beforeEach(async ({ background }) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 2, language: 'en', asks: 'always' } }),
  );
});

const chatOf = (kind: TelegramChat['kind']) => {
  const chat = telegramChats.find((one) => one.kind === kind);
  if (!chat) throw new Error(kind);
  return chat;
};

/** Clicks another chat in the list. */
const show = (page: Page, { address }: TelegramChat) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, address);

async function expectClean(route: RoutePage, share: number): Promise<void> {
  const file = (await route.given(share)).at(-1);
  expect(file?.name).toMatch(/^photo-1\.(?:jpg|png)$/);
  for (const secret of secrets) expect(latin1(file?.bytes ?? '')).not.toContain(secret);
}

for (const app of [telegramA, telegramK]) {
  test(`${new URL(app.url).pathname}: a person, Saved Messages, a group, a channel; pick, drop and paste`, async ({
    page,
  }) => {
    test.slow();
    const route = await openRoutePage(page, app.body, {}, app.url);
    const pick = () =>
      pickFiles(page, async () => {
        await page.locator(app.attach).click();
        await page.locator(app.choose).click();
      }, [photo().path]);
    let shares = 0;

    for (const kind of ['person', 'saved'] as const) {
      await test.step(`${kind}: cleaned without a word`, async () => {
        await show(page, chatOf(kind));
        await pick();
        await expectClean(route, ++shares);
        for (const frame of page.frames().filter(isGuardFrame)) {
          await expect(frame.locator('[data-level="ask"]')).toBeHidden();
        }
      });
    }

    const asksAbout = async (
      kind: 'group' | 'channel',
      people: string | RegExp,
      give: () => Promise<void>,
    ) => {
      const { title } = chatOf(kind);
      await show(page, chatOf(kind));
      await give();
      const asked = await card(page);
      await expect(asked.root.locator('[data-audience]')).toHaveAttribute('data-audience', kind);
      await expect(asked.root).toContainText(title);
      await expect(asked.root.locator('.who__n')).toHaveText(people);
      expect((await route.record()).calls).toBe(shares);
      await asked.choose('send-clean');
      await expectClean(route, ++shares);
      await asked.gone();
    };

    await test.step('group, pick', () => asksAbout('group', '43 people', pick));
    await test.step('channel, pick', () => asksAbout('channel', /follows|12/, pick));
    await test.step('group, drop', () =>
      asksAbout('group', '43 people', async () =>
        dropFiles(page, [photo().path], { at: [await middleOf(page.locator('main'))] }),
      ));
    await test.step('group, paste', async () => {
      await copy(page, { picture: true });
      await asksAbout('group', '43 people', () => paste(page, page.locator('[contenteditable]')));
    });

    await test.step('the chat is another one by the time of the answer: nothing goes', async () => {
      await show(page, chatOf('group'));
      await pick();
      const asked = await card(page);
      await show(page, chatOf('person'));
      await asked.choose('send-clean');
      await expect(asked.frame.locator('[data-level="refused"] h1')).toHaveText('Nothing was sent');
      expect((await route.record()).calls).toBe(shares);
    });
  });
}
