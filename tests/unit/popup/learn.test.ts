import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type Protection, protectionOf } from '../../../components/popup/protection';
import { learn, watchFacts } from '../../../entrypoints/popup/learn';
import { listedHosts } from '../../../utils/sites/hosts';
import { type GrantingBrowser, grantingBrowser } from '../access/granting-browser';

/** The popup tells the truth of every page, whatever it is and whatever was decided about it. */

const made = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({ default: made.browser }));

const working = { type: 'status', hooks: true, frame: true, isolated: false };

/** The tab in front, and what is kept. */
const state = {
  url: undefined as string | undefined,
  /** What the page's share-guard answers; undefined where nobody listens. */
  status: undefined as unknown,
  sitesOff: [] as string[],
  managed: undefined as object | undefined,
};

let granting: GrantingBrowser;
const updated = new Set<(id: number, change: object) => void>();
const stored = new Set<(changes: object, area: string) => void>();
const listeningTo = <Listener>(heard: Set<Listener>) => ({
  addListener: (listener: Listener) => heard.add(listener),
  removeListener: (listener: Listener) => heard.delete(listener),
});

beforeEach(() => {
  Object.assign(state, { url: undefined, status: undefined, sitesOff: [], managed: undefined });
  updated.clear();
  stored.clear();
  granting = grantingBrowser();
  granting.grant(...listedHosts);
  vi.stubGlobal('location', { search: '' });
  vi.stubGlobal('reportError', (error: unknown) => {
    throw error;
  });
  Object.assign(made.browser, granting.api, {
    runtime: { getURL: (path: string) => `chrome-extension://safi/${path}` },
    extension: { isAllowedIncognitoAccess: async () => true },
    tabs: {
      onUpdated: listeningTo(updated),
      query: async () => [{ id: 7, url: state.url }],
      async sendMessage() {
        if (state.status === undefined) throw new Error('Receiving end does not exist');
        return state.status;
      },
    },
    storage: {
      onChanged: listeningTo(stored),
      local: { get: async () => ({ settings: { version: 2, sitesOff: state.sitesOff } }) },
      managed: {
        async get() {
          if (!state.managed) throw new Error('Managed storage manifest not found');
          return state.managed;
        },
      },
    },
  });
});

const said = async () => protectionOf(await learn());

describe('a page, untouched', () => {
  test.each<[string | undefined, Protection]>([
    ['https://web.whatsapp.com/', 'reload'],
    ['https://www.facebook.com/groups/1', 'reload'],
    ['https://www.facebook.com:8443/', 'reload'],
    ['https://www.facebook.com./groups/1', 'reload'],
    ['https://example.org/', 'not-added'],
    ['https://example.org:8443/', 'not-added'],
    ['https://192.168.1.1/', 'not-added'],
    ['https://xn--mgbh0fb.xn--kgbechtv/', 'not-added'],
    // Looks like a listed one, and is none.
    ['https://facebook.com/', 'not-added'],
    ['https://www.facebook.com.example.org/', 'not-added'],
    ['https://www.xn--fcebook-2fg.com/', 'not-added'],
    ['http://www.facebook.com/', 'not-listed'],
    ['http://example.org/', 'not-listed'],
    ['http://localhost:3000/', 'not-listed'],
    // The browser does not tell it.
    [undefined, 'not-listed'],
    ['chrome-extension://safi/practice.html', 'not-listed'],
    ['chrome://extensions/', 'closed'],
    ['edge://settings/', 'closed'],
    ['about:addons', 'closed'],
    ['about:blank', 'closed'],
    ['view-source:https://example.org/', 'closed'],
    ['file:///home/sara/photo.jpg', 'closed'],
    ['file:///home/sara/letter.pdf', 'closed'],
    ['data:text/html,x', 'closed'],
    ['blob:https://example.org/7', 'closed'],
    ['chrome-extension://another/page.html', 'closed'],
    ['https://chromewebstore.google.com/detail/x', 'closed'],
    ['https://chrome.google.com/webstore/detail/x', 'closed'],
    ['https://chrome.google.com/', 'not-added'],
    ['https://microsoftedge.microsoft.com/addons/detail/x', 'closed'],
    ['https://example.org/letter.PDF', 'closed'],
    ['https://www.facebook.com/letter.pdf', 'closed'],
    // A page of Firefox's is closed in Firefox.
    ['https://addons.mozilla.org/ar/firefox/', 'not-added'],
  ])('%s: %s', async (url, protection) => {
    state.url = url;
    expect(await said()).toBe(protection);
  });

  test('in Firefox its own list counts', async () => {
    vi.stubEnv('FIREFOX', 'true');
    state.url = 'https://addons.mozilla.org/ar/firefox/';
    expect(await said()).toBe('closed');
    state.url = 'https://chromewebstore.google.com/';
    expect(await said()).toBe('not-added');
    vi.unstubAllEnvs();
  });
});

describe('on a listed site', () => {
  beforeEach(() => {
    state.url = 'https://old.reddit.com/r/pics';
    state.status = working;
  });

  test('all answers: protected, by its site', async () => {
    const facts = await learn();
    expect(protectionOf(facts)).toBe('protected');
    expect(facts).toMatchObject({
      tabId: 7,
      host: 'old.reddit.com',
      site: 'reddit',
      ground: 'listed',
      addedBy: null,
    });
  });

  test('a document that the browser draws, where Safi answers nevertheless', async () => {
    state.url = 'https://old.reddit.com/letter.pdf';
    expect(await said()).toBe('protected');
  });

  test('what answers and is none of Safi’s is nobody', async () => {
    state.status = { type: 'status', hooks: 'yes' };
    expect(await said()).toBe('reload');
  });

  test('withheld by the browser', async () => {
    granting.withdraw('https://old.reddit.com/*');
    state.status = undefined;
    expect(await said()).toBe('no-access');
    // Another host of the same site tells nothing of it.
    state.url = 'https://www.reddit.com/';
    expect(await said()).toBe('reload');
  });

  test('switched off by the person', async () => {
    state.sitesOff = ['reddit'];
    expect(await said()).toBe('off');
    expect((await learn()).fixed).toBe(false);
  });

  test('switched off by an organisation, whatever the person says', async () => {
    state.managed = { sitesOff: ['reddit'] };
    const facts = await learn();
    expect([protectionOf(facts), facts.fixed]).toEqual(['off', true]);
    state.sitesOff = ['reddit'];
    state.managed = { sitesOff: [] };
    expect(await said()).toBe('protected');
  });

  test('every site is granted, too: it stays a listed one', async () => {
    granting.grant('https://*/*');
    const facts = await learn();
    expect([protectionOf(facts), facts.ground, facts.addedBy]).toEqual(['protected', 'listed', null]);
  });
});

describe('on a site that was added', () => {
  beforeEach(() => {
    state.url = 'https://added.example/upload';
    granting.grant('https://added.example/*');
  });

  test('just now: the page has to be loaded again', async () => {
    expect(await said()).toBe('reload');
  });

  test('all answers: protected, and by which permission', async () => {
    state.status = working;
    const facts = await learn();
    expect(protectionOf(facts)).toBe('protected');
    expect(facts).toMatchObject({
      site: 'added.example',
      ground: 'added',
      addedBy: 'https://added.example/*',
    });
  });

  test('its neighbours are not', async () => {
    for (const host of ['www.added.example', 'added.example.org']) {
      state.url = `https://${host}/`;
      expect(await said()).toBe('not-added');
    }
  });

  test('once alone and once with every site: the narrower permission is the one to take off first', async () => {
    granting.withdraw('https://added.example/*');
    granting.grant('https://*/*', 'https://added.example/*');
    expect((await learn()).addedBy).toBe('https://added.example/*');
    granting.withdraw('https://added.example/*');
    expect((await learn()).addedBy).toBe('https://*/*');
  });

  test('taken off: nothing is claimed any more', async () => {
    state.status = working;
    granting.withdraw('https://added.example/*');
    expect(await said()).toBe('not-added');
  });

  test('a page that shuts itself off', async () => {
    state.status = { ...working, isolated: true };
    expect(await said()).toBe('isolated');
  });

  test('every site, from the browser’s own settings', async () => {
    granting.withdraw('https://added.example/*');
    granting.grant('<all_urls>');
    state.status = working;
    const facts = await learn();
    expect([protectionOf(facts), facts.addedBy]).toEqual(['protected', '<all_urls>']);
  });
});

test('what may change what it says is heard, while it is open', async () => {
  const life = new AbortController();
  const heard = vi.fn();
  watchFacts(heard, life.signal);
  const tell = () => {
    for (const listener of updated) listener(7, { status: 'complete' });
    granting.grant('https://added.example/*');
    granting.withdraw('https://added.example/*');
    for (const listener of stored) listener({ settings: {} }, 'local');
  };
  tell();
  await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(4));
  for (const listener of updated) listener(7, { title: 'Another title' });
  life.abort();
  tell();
  expect(heard).toHaveBeenCalledTimes(4);
  expect([updated.size, stored.size]).toEqual([0, 0]);
});
