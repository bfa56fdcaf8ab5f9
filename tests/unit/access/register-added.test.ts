import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listedScripts, scriptsFor } from '../../../utils/access/injected-scripts';
import { registerAdded } from '../../../utils/access/register-added';
import { listedHosts } from '../../../utils/sites/hosts';
import { type GrantingBrowser, grantingBrowser } from './granting-browser';

/** The scripts of added sites are those of the sites that are added at this moment, whatever happened before. */

const made = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({ default: made.browser }));

let granting: GrantingBrowser;

beforeEach(() => {
  granting = grantingBrowser();
  Object.assign(made.browser, granting.api);
  vi.stubGlobal('chrome', granting.api);
  granting.grant(...listedHosts);
});

const added = (host: string) => `https://${host}/*`;
const matches = () => [...granting.registered.values()].map((script) => script.matches);

describe('registering', () => {
  test('nothing where nothing is added: listed sites have theirs from the manifest', async () => {
    await registerAdded();
    expect([granting.registered.size, granting.calls]).toEqual([0, []]);
  });

  test('both scripts for each site that is added, one more each time', async () => {
    granting.grant(added('one.example'));
    await registerAdded();
    granting.grant(added('two.example'));
    await registerAdded();
    const both = [added('one.example'), added('two.example')];
    expect(matches()).toEqual([both, both]);
    expect(granting.calls).toEqual(['register', 'update']);
  });

  test('again, as at every start of the browser: the same, each once', async () => {
    granting.grant(added('one.example'));
    for (let start = 0; start < 3; start++) await registerAdded();
    expect(matches()).toEqual([[added('one.example')], [added('one.example')]]);
  });

  test('anew after an update, which takes away what was registered', async () => {
    granting.grant(added('one.example'));
    await registerAdded();
    granting.registered.clear();
    await registerAdded();
    expect(matches()).toEqual([[added('one.example')], [added('one.example')]]);
  });

  test('what a former release left registered under other names goes', async () => {
    const [first] = scriptsFor([added('one.example')]);
    if (!first) throw new Error('no script');
    granting.registered.set('former', { ...first, id: 'former' });
    granting.grant(added('one.example'));
    await registerAdded();
    expect([...granting.registered.keys()].sort()).toEqual(['page-hooks', 'share-guard']);
    granting.withdraw(added('one.example'));
    granting.registered.set('former', { ...first, id: 'former' });
    await registerAdded();
    expect(granting.registered.size).toBe(0);
  });

  test('no longer where a site is taken off, and not at all when it was the last', async () => {
    granting.grant(added('one.example'), added('two.example'));
    await registerAdded();
    granting.withdraw(added('one.example'));
    await registerAdded();
    expect(matches()).toEqual([[added('two.example')], [added('two.example')]]);
    granting.withdraw(added('two.example'));
    await registerAdded();
    expect(granting.registered.size).toBe(0);
  });

  test('two calls at once: one after the other, and the last state counts', async () => {
    granting.grant(added('one.example'));
    const first = registerAdded();
    granting.withdraw(added('one.example'));
    granting.grant(added('two.example'));
    await Promise.all([first, registerAdded()]);
    expect(matches()).toEqual([[added('two.example')], [added('two.example')]]);
  });

  test('one that failed keeps no later one from its turn', async () => {
    granting.grant(added('one.example'));
    const scripting = chrome.scripting as unknown as Record<string, unknown>;
    const { registerContentScripts } = scripting;
    scripting.registerContentScripts = () => Promise.reject(new Error('busy'));
    await expect(registerAdded()).rejects.toThrow('busy');
    scripting.registerContentScripts = registerContentScripts;
    await registerAdded();
    expect(granting.registered.size).toBe(2);
  });
});

describe('what is registered', () => {
  test('is injected as on listed sites: before the page, in all frames, in both worlds', () => {
    const scripts = scriptsFor([added('one.example')]);
    expect(scripts.map(({ id, js, world }) => [id, js, world])).toEqual([
      ['page-hooks', ['content-scripts/page-hooks.js'], 'MAIN'],
      ['share-guard', ['content-scripts/share-guard-any.js'], undefined],
    ]);
    for (const script of scripts) {
      expect(script).toMatchObject({ runAt: 'document_start', allFrames: true, matchOriginAsFallback: true });
    }
    for (const script of listedScripts) {
      expect(script).toMatchObject({
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      });
    }
  });

  test('never comes twice to a listed site, not even where every site is granted', () => {
    for (const script of scriptsFor(['https://*/*'])) expect(script.excludeMatches).toEqual(listedHosts);
  });
});

describe('the background', () => {
  type Heard = Record<'onInstalled' | 'onStartup' | 'onAdded' | 'onRemoved', (details?: object) => void>;

  /** Everything that the background begins, in a browser that lets it only listen. */
  async function started(): Promise<{ readonly heard: Heard; readonly told: unknown[] }> {
    const lists: Record<string, ((details?: object) => void)[]> = {};
    const told: unknown[] = [];
    const eventOf = (name: string) => ({
      addListener: (listener: () => void) => {
        lists[name] = [...(lists[name] ?? []), listener];
      },
      removeListener: () => {},
    });
    const { permissions, scripting } = granting.api;
    const browser = {
      permissions: { ...permissions, onAdded: eventOf('onAdded'), onRemoved: eventOf('onRemoved') },
      scripting,
      action: { setTitle: async () => {} },
      runtime: {
        id: 'safi',
        getURL: (path: string) => `safi:${path}`,
        ...Object.fromEntries(
          ['onInstalled', 'onStartup', 'onMessage', 'onUpdateAvailable'].map((name) => [name, eventOf(name)]),
        ),
      },
      storage: {
        onChanged: eventOf('onChanged'),
        local: { get: async () => ({}) },
        managed: { get: async () => ({ welcome: false }) },
        session: {},
      },
      tabs: {
        query: async () => [{ id: 1 }, { id: 2 }, {}],
        sendMessage: async (...message: unknown[]) => told.push(message),
      },
    };
    Object.assign(made.browser, browser);
    vi.stubGlobal('navigator', { languages: ['en'] });
    vi.stubGlobal('reportError', (error: unknown) => {
      throw error;
    });
    vi.doMock('wxt/browser', () => ({ browser: made.browser }));
    const { default: background } = await import('../../../entrypoints/background');
    background.main();
    const hear = (name: string) => (details?: object) => {
      for (const listener of lists[name] ?? []) listener(details);
    };
    const names = ['onInstalled', 'onStartup', 'onAdded', 'onRemoved'] as const;
    return { heard: Object.fromEntries(names.map((name) => [name, hear(name)])) as Heard, told };
  }

  test.each<[string, keyof Heard, object?]>([
    ['Safi is installed or updated', 'onInstalled', { reason: 'update' }],
    ['the browser itself is updated', 'onInstalled', { reason: 'browser_update' }],
    ['the browser starts', 'onStartup'],
    ['a site is added', 'onAdded'],
    ['another site is taken off', 'onRemoved'],
  ])('registers again when %s', async (_, event, details) => {
    granting.grant(added('one.example'));
    const { heard } = await started();
    expect(granting.registered.size).toBe(0);
    heard[event](details);
    await vi.waitFor(() => expect(matches()).toEqual([[added('one.example')], [added('one.example')]]));
  });

  test('tells every tab when a permission is gone: nobody else sees it', async () => {
    const { heard, told } = await started();
    heard.onRemoved();
    await vi.waitFor(() =>
      expect(told).toEqual([
        [1, { type: 'access-lost' }],
        [2, { type: 'access-lost' }],
      ]),
    );
  });
});
