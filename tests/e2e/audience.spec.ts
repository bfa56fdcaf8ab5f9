import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Who gets it: told in words, and believed to be one person only with proof. */

const asks: readonly [string, PageOptions, string | RegExp, string][] = [
  [
    'a group, its number from the model',
    { kind: 'group', title: 'Class 6', members: 43, model: 'both' },
    '43 people',
    'group',
  ],
  [
    'a group, the model only in React',
    { kind: 'group', title: 'Class 6', members: 43, model: 'react' },
    '43 people',
    'group',
  ],
  [
    'a group, the model only in the registry',
    { kind: 'group', title: 'Class 6', members: 43, model: 'registry' },
    '43 people',
    'group',
  ],
  ['a group, no model, by its signs', { kind: 'group', title: 'Class 6', model: 'none' }, 'A group', 'group'],
  [
    'a group with a picture of its own and no model',
    { kind: 'group', title: 'Class 6', model: 'none', signs: false },
    'Maybe more than one person',
    'unknown',
  ],
  [
    'the announcements of a community, its number known',
    { kind: 'community', title: 'School', members: 300, model: 'both' },
    '300 people',
    'group',
  ],
  [
    'the announcements of a community, its number not known',
    { kind: 'community', title: 'School', model: 'both' },
    'Everyone in the community',
    'group',
  ],
  [
    'a group of a community, no model',
    { kind: 'subgroup', title: 'Parents', model: 'none' },
    'A group',
    'group',
  ],
  [
    'a broadcast list',
    { kind: 'broadcast', title: 'Cousins', model: 'both' },
    'The people in this list',
    'group',
  ],
  ['a channel', { kind: 'channel', title: 'School news', model: 'both' }, 'Anyone who follows', 'channel'],
  ['the status', { kind: 'status', title: 'Sara', model: 'both' }, 'Everyone who sees your status', 'public'],
  ['the status, no model', { kind: 'status', model: 'none' }, 'Everyone who sees your status', 'public'],
  [
    'a number of members that no group has',
    { kind: 'group', title: 'Class 6', members: 20_000, model: 'both' },
    'A group',
    'group',
  ],
  [
    'a preview to several, by its chips',
    { kind: 'person', title: 'Sara', model: 'both', preview: 'chips' },
    'A group',
    'group',
  ],
  [
    'a preview to several, by the number on its button',
    { kind: 'person', title: 'Sara', model: 'both', preview: 'counted' },
    'A group',
    'group',
  ],
  [
    'a chat of which nothing can be told',
    { kind: 'unknown', title: 'Sara', model: 'none' },
    'Maybe more than one person',
    'unknown',
  ],
  ['no chat at all', { kind: 'none', model: 'none' }, 'Maybe more than one person', 'unknown'],
  [
    'the two readings of the model disagree',
    { kind: 'person', title: 'Sara', model: 'disagree' },
    'Maybe more than one person',
    'unknown',
  ],
  [
    'the model says a person, the document shows a group',
    { kind: 'group', title: 'Class 6', modelSays: 'person', model: 'both' },
    /A group|\d+ people/,
    'group',
  ],
];

test.beforeEach(async ({ background }) => {
  await background.evaluate(() =>
    chrome.storage.local.set({ settings: { version: 1, language: 'en', asks: 'always' } }),
  );
});

/** Whatever is read of the document is read from right to left as well. */
const directions = (options: PageOptions) =>
  options.model === 'react' || options.model === 'registry' || options.model === 'disagree'
    ? (['ltr'] as const)
    : (['ltr', 'rtl'] as const);

/** The same lines of Safi read both; forward.spec.ts goes in both directions in both browsers. */
const tagOf = (direction: 'ltr' | 'rtl') => (direction === 'rtl' ? '@one-browser' : []);

for (const [name, options, words, kind] of asks) {
  for (const direction of directions(options)) {
    test(`${direction}: asks: ${name}`, { tag: tagOf(direction) }, async ({ page }) => {
      const whatsapp = await openWhatsApp(page, { ...options, direction });
      await whatsapp.attach('photos', [photo().path]);
      const asked = await card(page);
      expect(await asked.root.locator('[data-audience]').getAttribute('data-audience')).toBe(kind);
      await expect(asked.root.locator('.who__n')).toHaveText(words);
      expect(await whatsapp.received()).toEqual([]);
    });
  }
}

for (const [name, options] of [
  ['by both ways', { kind: 'person', title: 'Sara', model: 'both' }],
  ['by React alone', { kind: 'person', title: 'Sara', model: 'react' }],
  ['by the registry alone', { kind: 'person', title: 'Sara', model: 'registry' }],
  ['whose address is a lid', { kind: 'person', title: 'Sara', model: 'both', lid: true }],
  ['who is oneself', { kind: 'self', title: 'Sara (…)', model: 'both' }],
  ['with a preview to that one', { kind: 'person', title: 'Sara', model: 'both', preview: 'one' }],
] as const) {
  for (const direction of directions(options)) {
    test(`${direction}: does not ask: one person, proven ${name}`, { tag: tagOf(direction) }, async ({
      page,
    }) => {
      const whatsapp = await openWhatsApp(page, { ...options, direction });
      await whatsapp.attach('photos', [photo().path]);
      const [received] = await whatsapp.receives(1);
      expect(received?.name).toBe('photo-1.jpg');
    });
  }
}

test('the chat changes while the card asks: nothing is sent, to either', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, { kind: 'group', title: 'Class 6', members: 43, model: 'both' });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await whatsapp.switchChat({ kind: 'group', title: 'Cousins', members: 5, model: 'both' });
  await asked.choose('send-clean');
  await expect(asked.root.locator('#changed')).toBeVisible();
  expect(await whatsapp.received()).toEqual([]);
});

test('a name in the other direction, with markup and very long, stays a name', async ({ page }) => {
  const title = `<b>الصف السادس</b> {n} ${'طويل '.repeat(40)}`;
  const whatsapp = await openWhatsApp(page, { kind: 'group', title, members: 5, model: 'both' });
  await whatsapp.attach('photos', [photo().path]);
  const asked = await card(page);
  await expect(asked.root.locator('.who__g bdi')).toContainText('<b>الصف السادس</b> {n}');
  await asked.choose('send-clean');
  await whatsapp.receives(1);
});
