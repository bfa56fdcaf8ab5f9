import type { Page } from '@playwright/test';
import { bareCard } from './harness/bare-card';
import { expect, test } from './harness/extension';
import { type Card, card, keeperThere } from './harness/guard';
import { openWhatsApp, type WhatsAppPage } from './harness/whatsapp-page';
import type { ForwardChat, ForwardWay, MessageKind, PageOptions } from './pages/whatsapp-types';

/** Forwarding what is in a chat already: asked about before it is confirmed, and told once if it goes. */

const amal: ForwardChat = { title: 'Amal', kind: 'person' };
const dara: ForwardChat = { title: 'Dara', kind: 'person' };
const group: ForwardChat = { title: 'الصف السادس', kind: 'group' };
const channel: ForwardChat = { title: 'School news', kind: 'channel' };
const status: ForwardChat = { title: 'My status', kind: 'status' };
const to = [amal, dara, group, channel, status];

interface Story {
  readonly messages?: readonly MessageKind[];
  readonly way?: Partial<ForwardWay>;
  readonly direction?: 'ltr' | 'rtl';
  /** By the menu of the message, or by its own button. */
  readonly by?: 'menu' | 'quick';
}

interface Forwarding {
  readonly whatsapp: WhatsAppPage;
  choose(...chats: ForwardChat[]): Promise<void>;
  /** A real click on the button that confirms. */
  confirm(): Promise<void>;
  /** What the page was told so far, without the messages. */
  told(): Promise<[string[], string, boolean][]>;
}

const send = (page: Page) => page.locator('[data-testid="forward-send"]');

/** Opens the dialog for the first message of the chat with Sara. */
async function startForward(page: Page, { messages = ['picture'], way, direction, by }: Story = {}) {
  const forward = { to, ...way };
  const options: PageOptions = {
    kind: 'person',
    title: 'Sara',
    model: 'both',
    messages,
    forward,
    ...(direction ? { direction } : {}),
  };
  const whatsapp = await openWhatsApp(page, options);
  await keeperThere(page);
  const message = page.locator('[data-id]').first();
  if (by === 'quick') await message.locator('[data-testid="quick-forward"]').click();
  else {
    await message.locator('[data-testid="down-context"]').click();
    await page.locator('[data-testid="mi-msg-forward"]').click();
    if (forward.selection !== false) await page.locator('[data-testid="selection-forward"]').click();
  }
  const forwarding: Forwarding = {
    whatsapp,
    async choose(...chats) {
      for (const { title } of chats) await page.locator(`[data-row="${title}"]`).click();
    },
    confirm: () => send(page).click(),
    told: async () =>
      (await whatsapp.forwards()).map(({ to: chats, by: event, isTrusted }) => [chats, event, isTrusted]),
  };
  return forwarding;
}

function names(asked: Card): Promise<string[]> {
  return asked.root.locator('.who bdi').allInnerTexts();
}

const bare = (texts: readonly string[]) => texts.map((text) => text.replace(/[“”«»]/g, ''));

/** Whoever is chosen stays chosen. */
async function expectChosen(page: Page, chats: readonly ForwardChat[]): Promise<void> {
  await expect(page.locator('[data-testid="chosen"] span')).toHaveText(chats.map(({ title }) => title));
}

test.beforeEach(async ({ background }) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'en', asks: 'always' } }),
  );
});

for (const direction of ['ltr', 'rtl'] as const) {
  for (const [name, chats, fact] of [
    ['a group', [group], 'A group'],
    ['the status', [status], 'Everyone who sees your status'],
    ['a person and a group', [amal, group], '2 chats'],
  ] as const) {
    test(`${direction}: a picture to ${name}: asked, and told once when it goes`, async ({ page }) => {
      const forwarding = await startForward(page, { direction });
      await forwarding.choose(...chats);
      await forwarding.confirm();
      const asked = await card(page);
      await expect(asked.root.locator('.who__n')).toHaveText(fact);
      const named = chats.filter((chat) => chat !== status);
      expect(bare(await names(asked))).toEqual(named.map(({ title }) => title));
      expect(await forwarding.told()).toEqual([]);
      await asked.choose('send-original');
      await expect.poll(() => forwarding.told()).toEqual([[chats.map(({ title }) => title), 'click', false]]);
      await asked.gone();
    });
  }

  test(`${direction}: a picture to one person passes without a question`, async ({ page }) => {
    const forwarding = await startForward(page, { direction });
    await forwarding.choose(amal);
    await forwarding.confirm();
    await expect.poll(() => forwarding.told()).toEqual([[['Amal'], 'click', true]]);
  });
}

for (const [name, chats, fact] of [
  ['a channel', [channel], 'Anyone who follows'],
  ['two persons', [amal, dara], '2 chats'],
] as const) {
  test(`a picture to ${name}: asked`, { tag: '@one-browser' }, async ({ page }) => {
    const forwarding = await startForward(page);
    await forwarding.choose(...chats);
    await forwarding.confirm();
    await expect((await card(page)).root.locator('.who__n')).toHaveText(fact);
    expect(await forwarding.told()).toEqual([]);
  });
}

test('not now: nothing is told, who was chosen stays chosen, and it can be confirmed again', async ({
  page,
}) => {
  const forwarding = await startForward(page);
  await forwarding.choose(amal, group);
  await forwarding.confirm();
  const asked = await card(page);
  await asked.choose('not-now');
  await asked.gone();
  await expectChosen(page, [amal, group]);
  expect(await forwarding.told()).toEqual([]);
  await forwarding.confirm();
  await (await card(page)).choose('send-original');
  await expect.poll(() => forwarding.told()).toHaveLength(1);
});

test('Escape is not now', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await forwarding.confirm();
  await (await card(page)).escape();
  await expectChosen(page, [group]);
  expect(await forwarding.told()).toEqual([]);
});

test('it says that nothing can be cleaned any more', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await forwarding.confirm();
  const asked = await card(page);
  expect(await asked.text()).toContain('cannot be cleaned any more');
  await expect(asked.root.locator('[data-action="send-clean"]')).toHaveCount(0);
});

for (const [name, way] of [
  ['a button', { button: 'button' }],
  ['an element that acts as one', { button: 'div' }],
  ['boxes of the browser', { boxes: 'native' }],
  ['no selection of messages before', { selection: false }],
  ['a button that acts when the pointer goes down', { acts: 'pointerdown' }],
  ['a button that acts when the mouse goes down', { acts: 'mousedown' }],
] as const) {
  test(`${name}: held, and told once`, async ({ page }) => {
    const forwarding = await startForward(page, { way });
    await forwarding.choose(group);
    await forwarding.confirm();
    const asked = await card(page);
    expect(await forwarding.told()).toEqual([]);
    await asked.choose('send-original');
    await asked.gone();
    const acts = 'acts' in way ? way.acts : 'click';
    await expect.poll(() => forwarding.told()).toEqual([[[group.title], acts, false]]);
  });
}

for (const button of ['button', 'div'] as const) {
  for (const key of ['Enter', ' ']) {
    test(`key “${key}” on a ${button}: held, and told once`, async ({ page }) => {
      const forwarding = await startForward(page, { way: { button } });
      await forwarding.choose(group);
      await send(page).focus();
      await page.keyboard.press(key);
      const asked = await card(page);
      expect(await forwarding.told()).toEqual([]);
      await asked.choose('send-original');
      await asked.gone();
      const by = button === 'div' ? 'keydown' : 'click';
      await expect.poll(() => forwarding.told()).toEqual([[[group.title], by, false]]);
    });
  }
}

test('Enter in the search field, where that confirms: held, and told once', async ({ page }) => {
  const forwarding = await startForward(page, { way: { enter: 'sends' } });
  await forwarding.choose(group);
  await page.locator('[data-testid="search"]').press('Enter');
  const asked = await card(page);
  expect(await forwarding.told()).toEqual([]);
  await asked.choose('send-original');
  await expect.poll(() => forwarding.told()).toEqual([[[group.title], 'keydown', false]]);
});

test('pressed over and over it asks once and is told once', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  // The card may come between the two: what is aimed at is not looked for again.
  await send(page).dblclick({ force: true });
  await page.keyboard.press('Enter');
  const asked = await card(page);
  await asked.choose('send-original');
  await asked.gone();
  await expect.poll(() => forwarding.told()).toHaveLength(1);
  await expect(page.locator('[role="dialog"]')).toHaveCount(0);
  expect(await forwarding.told()).toHaveLength(1);
});

test('the choice changes while the card asks: nothing is told', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await forwarding.confirm();
  const asked = await card(page);
  await page.locator('[data-row="Dara"]').evaluate((row) => (row as HTMLElement).click());
  await asked.choose('send-original');
  await expect(asked.root.locator('#changed')).toContainText('choice changed');
  expect(await forwarding.told()).toEqual([]);
});

test('the dialog goes while the card asks: nothing is told', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await forwarding.confirm();
  const asked = await card(page);
  await page.locator('[role="dialog"]').evaluate((dialog) => dialog.remove());
  await asked.choose('send-original');
  await expect(asked.root.locator('#changed')).toBeVisible();
  expect(await forwarding.told()).toEqual([]);
});

/** Read in the page's world it says what it likes; more people than it says are never fewer. */
for (const [name, chat, fact] of [
  [
    'a group that says it is a person, with the picture of a group',
    { ...group, says: 'person', icon: 'default-group-refreshed' },
    'A group',
  ],
  ['a chat without a model', { ...amal, model: false }, 'Maybe more than one person'],
  ['a server nobody knows', { ...amal, says: 'unknown' }, 'Maybe more than one person'],
] as const) {
  test(`asked: ${name}`, { tag: '@one-browser' }, async ({ page }) => {
    const forwarding = await startForward(page, { way: { to: [chat] } });
    await forwarding.choose(chat);
    await forwarding.confirm();
    const asked = await card(page);
    await expect(asked.root.locator('.who__n')).toHaveText(fact);
  });
}

test('who was chosen and is out of sight is told of as well', async ({ page }) => {
  const forwarding = await startForward(page, { way: { inSight: 3 } });
  await forwarding.choose(group);
  await page.locator('[data-testid="search"]').pressSequentially('Amal');
  await forwarding.choose(amal);
  await forwarding.confirm();
  const asked = await card(page);
  await expect(asked.root.locator('.who__n')).toHaveText('2 chats');
  expect(bare(await names(asked)).sort()).toEqual([amal.title, group.title].sort());
});

test('who was chosen and unticked again counts no longer', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group, amal, group);
  await forwarding.confirm();
  await expect.poll(() => forwarding.told()).toEqual([[['Amal'], 'click', true]]);
});

for (const kind of ['picture', 'video', 'document'] as const) {
  test(`a ${kind} to a group is asked about`, { tag: '@one-browser' }, async ({ page }) => {
    const forwarding = await startForward(page, { messages: [kind, 'text'] });
    await forwarding.choose(group);
    await forwarding.confirm();
    await card(page);
    expect(await forwarding.told()).toEqual([]);
  });
}

test('a picture by its own button is asked about', async ({ page }) => {
  const forwarding = await startForward(page, { by: 'quick' });
  await forwarding.choose(group);
  await forwarding.confirm();
  await card(page);
  expect(await forwarding.told()).toEqual([]);
});

for (const selection of [true, false]) {
  test(`mere text passes, to whomever (${selection ? 'selected' : 'by the menu'})`, async ({ page }) => {
    const forwarding = await startForward(page, { messages: ['text', 'picture'], way: { selection } });
    await forwarding.choose(group, amal);
    await forwarding.confirm();
    await expect.poll(() => forwarding.told()).toEqual([[[group.title, 'Amal'], 'click', true]]);
  });
}

test('text together with a picture is asked about', async ({ page }) => {
  const options: PageOptions = { kind: 'person', messages: ['text', 'picture'], forward: { to } };
  const whatsapp = await openWhatsApp(page, options);
  await page.locator('[data-testid="down-context"]').first().click();
  await page.locator('[data-testid="mi-msg-forward"]').click();
  await page.locator('[data-testid="select"]').last().click();
  await page.locator('[data-testid="selection-forward"]').click();
  await page.locator('[data-row="School news"]').click();
  await send(page).click();
  await card(page);
  expect(await whatsapp.forwards()).toEqual([]);
});

for (const choice of ['not-now', 'send-original'] as const) {
  test(`the frame dies while it is asked: the person is told, and chooses ${choice}`, async ({ page }) => {
    const forwarding = await startForward(page);
    await forwarding.choose(group);
    await forwarding.confirm();
    const { frame } = await card(page);
    await frame.evaluate(() => location.replace('about:blank'));
    const bare = await bareCard(page);
    expect(await bare.actions()).toEqual(['retry', 'not-now', 'send-original']);
    expect(await forwarding.told()).toEqual([]);
    await bare.press(choice);
    await expect.poll(() => forwarding.told()).toHaveLength(choice === 'not-now' ? 0 : 1);
    if (choice === 'not-now') await expectChosen(page, [group]);
  });
}

test('a script that presses the button is not held: it is the page itself', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await send(page).evaluate((button) => (button as HTMLElement).click());
  expect(await forwarding.told()).toEqual([[[group.title], 'click', false]]);
});

test('the page hears nothing of what is held, not even on window', async ({ page }) => {
  const forwarding = await startForward(page);
  await forwarding.choose(group);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keyup']) {
      for (const target of [window, document]) target.addEventListener(type, () => heard.push(type), true);
    }
  });
  const clicks = async () => (await forwarding.whatsapp.events('click')).length;
  const before = await clicks();
  await forwarding.confirm();
  await card(page);
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect(await clicks()).toBe(before);
});
