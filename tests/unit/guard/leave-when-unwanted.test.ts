import { beforeEach, describe, expect, test, vi } from 'vitest';
import { leaveWhenUnwanted } from '../../../utils/guard/leave-when-unwanted';

/** A guard stays in a page only as long as it is wanted there. */

/** What the extension's side answers, and who listens to it. */
const extension = vi.hoisted(() => {
  const state = {
    /** The person's own, in the settings. */
    sitesOff: undefined as unknown,
    /** An organisation's; where there is none Firefox refuses. */
    managed: undefined as unknown,
    /** What the background says to a guard that asks whether it may stay; an error when nobody is there. */
    stays: true as unknown,
    message: new Set<(message: unknown) => void>(),
    changed: new Set<() => void>(),
  };
  const listeningTo = <Listener>(heard: Set<Listener>) => ({
    addListener: (listener: Listener) => heard.add(listener),
    removeListener: (listener: Listener) => heard.delete(listener),
  });
  const chrome = {
    runtime: {
      id: 'safi',
      onMessage: listeningTo(state.message),
      async sendMessage() {
        if (state.stays instanceof Error) throw state.stays;
        return state.stays;
      },
    },
    storage: {
      onChanged: listeningTo(state.changed),
      local: { get: async () => ({ settings: { sitesOff: state.sitesOff } }) },
      managed: {
        async get() {
          if (state.managed === undefined) throw new Error('Managed storage manifest not found');
          return { sitesOff: state.managed };
        },
      },
    },
  };
  // The guard takes it when it is loaded.
  Object.assign(globalThis, { chrome });
  return state;
});

beforeEach(() => {
  Object.assign(extension, { sitesOff: undefined, managed: undefined, stays: true });
  extension.message.clear();
  extension.changed.clear();
});

/** A guard in a page, or in a frame of one, that has just come. */
async function guardAt(address: string, { child = false } = {}) {
  const { hostname, pathname, origin } = new URL(address);
  const reportError = vi.fn();
  const window = { location: { hostname, pathname }, origin, reportError, top: {} };
  if (!child) window.top = window;
  const life = new AbortController();
  await leaveWhenUnwanted(window as unknown as Window, life);
  return { left: () => life.signal.aborted, reportError, end: () => life.abort() };
}

const hear = (message: unknown) => {
  for (const listener of extension.message) listener(message);
};
const settingsChange = () => {
  for (const listener of extension.changed) listener();
};

describe('when it comes', () => {
  test.each<[string, string, unknown, boolean]>([
    ['nothing is off', 'https://web.whatsapp.com/', undefined, false],
    ['another site is off', 'https://web.whatsapp.com/', ['telegram'], false],
    ['the site is off', 'https://web.whatsapp.com/', ['telegram', 'whatsapp'], true],
    ['the site is off, on any of its hosts', 'https://old.reddit.com/r/x', ['reddit'], true],
    ['the site is off, also with the dot of the root', 'https://web.whatsapp.com./', ['whatsapp'], true],
    ['an added site is off, by its host', 'https://added.example/', ['added.example'], true],
    ['a host that ends alike is off', 'https://added.example/', ['ed.example'], false],
    ['the list is none', 'https://web.whatsapp.com/', 'whatsapp', false],
  ])('%s', async (_, address, sitesOff, left) => {
    extension.sitesOff = sitesOff;
    expect((await guardAt(address)).left()).toBe(left);
  });

  test('what an organisation says counts before what the person says', async () => {
    Object.assign(extension, { sitesOff: ['whatsapp'], managed: [] });
    expect((await guardAt('https://web.whatsapp.com/')).left()).toBe(false);
    Object.assign(extension, { sitesOff: [], managed: ['whatsapp'] });
    expect((await guardAt('https://web.whatsapp.com/')).left()).toBe(true);
  });

  test('a frame asks whether it may stay: it may have missed that a permission went', async () => {
    extension.stays = false;
    expect((await guardAt('https://added.example/', { child: true })).left()).toBe(true);
    // Into a page that may not be worked on no script comes at all.
    expect((await guardAt('https://added.example/')).left()).toBe(false);
  });

  test('a frame without an address of its own goes with the page it came from', async () => {
    extension.sitesOff = ['whatsapp'];
    const blank = {
      location: { hostname: '', pathname: 'blank' },
      origin: 'https://web.whatsapp.com',
      top: {},
    };
    const life = new AbortController();
    await leaveWhenUnwanted(blank as unknown as Window, life);
    expect(life.signal.aborted).toBe(true);
  });
});

describe('while the page is open', () => {
  test('the site is switched off: it leaves', async () => {
    const guard = await guardAt('https://web.whatsapp.com/');
    extension.sitesOff = ['whatsapp'];
    settingsChange();
    await vi.waitFor(() => expect(guard.left()).toBe(true));
  });

  test('a permission goes that is this site’s: it leaves', async () => {
    const guard = await guardAt('https://added.example/');
    extension.stays = false;
    hear({ type: 'access-lost' });
    await vi.waitFor(() => expect(guard.left()).toBe(true));
  });

  test.each([
    ['another site’s permission went', true],
    ['the background says nothing that it knows', undefined],
  ])('it stays when %s', async (_, stays) => {
    const guard = await guardAt('https://added.example/');
    const answered = vi.spyOn(chrome.runtime, 'sendMessage');
    extension.stays = stays;
    hear({ type: 'access-lost' });
    await answered.mock.results[0]?.value;
    await Promise.resolve();
    expect([guard.left(), answered.mock.calls.length]).toEqual([false, 1]);
    answered.mockRestore();
  });

  test('no other message makes it ask', async () => {
    await guardAt('https://added.example/');
    const asked = vi.spyOn(chrome.runtime, 'sendMessage');
    for (const message of [null, 'access-lost', {}, { type: 'status' }]) hear(message);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  test('nobody answers any more: it stays, since it still holds, and says so', async () => {
    const guard = await guardAt('https://added.example/');
    extension.stays = new Error('gone');
    hear({ type: 'access-lost' });
    await vi.waitFor(() => expect(guard.reportError).toHaveBeenCalledTimes(1));
    expect(guard.left()).toBe(false);
  });

  test('one that has left listens no longer', async () => {
    const guard = await guardAt('https://added.example/');
    expect([extension.message.size, extension.changed.size]).toEqual([1, 1]);
    guard.end();
    expect([extension.message.size, extension.changed.size]).toEqual([0, 0]);
  });
});
