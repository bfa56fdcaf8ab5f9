import { beforeEach, expect, test, vi } from 'vitest';
import { answerGuards } from '../../../utils/guard/background-door';
import { createTokens } from '../../../utils/guard/tokens';

/** What the background answers to scripts in pages, each of which could be a page's own. */

// The scheme of extensions has no origin in Node.
const own = 'https://safi.example';

type Answer = (message: unknown, sender: object) => Promise<unknown> | undefined;

const made = vi.hoisted(() => ({
  granted: [] as string[],
  answer: undefined as unknown,
  relays: [] as unknown[],
  topListens: true,
  brought: [] as unknown[],
}));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'safi',
      getURL: (path: string) => `https://safi.example/${path}`,
      onMessage: {
        addListener: (answer: unknown) => {
          made.answer = answer;
        },
      },
    },
    permissions: {
      async contains({ origins: [origin = ''] }: { origins: string[] }) {
        if (/:\d+\//.test(origin)) throw new Error(`Invalid url pattern: ${origin}`);
        return made.granted.includes(origin);
      },
    },
    scripting: {
      async executeScript(injection: unknown) {
        made.brought.push(injection);
        return [];
      },
    },
    tabs: {
      async sendMessage(...message: unknown[]) {
        if (!made.topListens) throw new Error('Receiving end does not exist');
        return made.relays.push(message) > 0;
      },
    },
  },
}));

const kept = new Map<string, unknown>();
const store = {
  get: async () => Object.fromEntries(kept),
  set: async (items: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(items)) kept.set(key, value);
  },
  remove: async (keys: string[]) => {
    for (const key of keys) kept.delete(key);
  },
};

let ask: Answer;

beforeEach(() => {
  kept.clear();
  made.granted = [];
  made.relays = [];
  made.topListens = true;
  made.brought = [];
  let count = 0;
  answerGuards(
    createTokens(store, () => {
      count += 1;
      return `t${count}`;
    }),
  );
  ask = made.answer as Answer;
});

const from = (origin: string, { tab = 1, frameId = 0, id = 'safi' } = {}) => ({
  id,
  tab: { id: tab },
  frameId,
  origin,
});

test('a token is handed in once, by a page of Safi’s own in the same tab', async () => {
  const site = 'https://web.whatsapp.com';
  const token = await ask({ type: 'token' }, from(site));
  expect(await ask({ type: 'redeem', token }, from(site))).toBeNull();
  expect(await ask({ type: 'redeem', token }, from(`${own}.example`))).toBeNull();
  expect(await ask({ type: 'redeem', token }, from(own))).toEqual({ tabId: 1, frameId: 0, origin: site });
  expect(await ask({ type: 'redeem', token }, from(own))).toBeNull();
});

test('in another tab it is void, and used up', async () => {
  const token = await ask({ type: 'token' }, from('https://web.whatsapp.com'));
  expect(await ask({ type: 'redeem', token }, from(own, { tab: 2 }))).toBeNull();
  expect(await ask({ type: 'redeem', token }, from(own))).toBeNull();
});

test.each<[string, string[], boolean]>([
  ['https://added.example', ['https://added.example/*'], true],
  ['https://added.example', ['https://other.example/*'], false],
  // A permission is for all ports of a host; Firefox takes none in a pattern.
  ['https://added.example:8443', ['https://added.example/*'], true],
  ['https://added.example:8443', [], false],
  // What has no origin of its own goes with the page it stands in.
  ['null', [], true],
])('%s, granted %j: may stay: %s', async (origin, granted, stays) => {
  made.granted = granted;
  expect(await ask({ type: 'stay' }, from(origin))).toBe(stays);
});

test('where the browser tells no origin, the address does', async () => {
  made.granted = ['https://added.example/*'];
  const sender = (url: string) => ({ id: 'safi', tab: { id: 1 }, url });
  expect(await ask({ type: 'stay' }, sender('https://added.example/a'))).toBe(true);
  expect(await ask({ type: 'stay' }, sender('https://other.example/a'))).toBe(false);
});

test.each<[string, unknown, object]>([
  ['from another extension', { type: 'token' }, from(own, { id: 'other' })],
  ['from nowhere in a tab', { type: 'token' }, { id: 'safi', origin: own }],
  ['without a type', {}, from(own)],
  ['of no type that is known', { type: 'settings' }, from(own)],
  ['with a token that is none', { type: 'redeem', token: 7 }, from(own)],
])('a message %s is not answered', (_, message, sender) => {
  expect(ask(message, sender)).toBeUndefined();
  expect(kept.size).toBe(0);
});

test('a child frame gets the secret that the top document’s guard got, and only when it is there', async () => {
  const relay = await ask({ type: 'relay' }, from('https://web.whatsapp.com', { frameId: 3 }));
  expect(made.relays).toEqual([[1, relay, { frameId: 0 }]]);
  made.topListens = false;
  expect(await ask({ type: 'relay' }, from('https://web.whatsapp.com', { frameId: 3 }))).toBeNull();
});

test('a frame that may load no module gets its keeper, and no other frame', async () => {
  expect(await ask({ type: 'keeper' }, from('null', { tab: 7, frameId: 3 }))).toBe(true);
  expect(made.brought).toEqual([
    { target: { tabId: 7, frameIds: [3] }, files: ['brought-keeper.js'], injectImmediately: true },
  ]);
  expect(ask({ type: 'keeper' }, from('null', { id: 'another' }))).toBeUndefined();
  expect(made.brought).toHaveLength(1);
});
