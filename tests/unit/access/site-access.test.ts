import { beforeEach, describe, expect, test, vi } from 'vitest';
import {
  covers,
  hostTyped,
  readAccess,
  removeAdded,
  requestHost,
  requestListed,
  siteNamed,
  watchAccess,
  worksOn,
} from '../../../utils/access/site-access';
import { listedHosts } from '../../../utils/sites/hosts';
import { type GrantingBrowser, grantingBrowser } from './granting-browser';

/** Where Safi may work, as browsers tell it and as people write it. */

const made = vi.hoisted(() => ({ browser: {} as Record<string, unknown> }));
vi.mock('webextension-polyfill', () => ({ default: made.browser }));

let granting: GrantingBrowser;

beforeEach(() => {
  granting = grantingBrowser();
  Object.assign(made.browser, granting.api);
});

describe('a site that is typed', () => {
  test.each<[string, string | null]>([
    ['example.org', 'example.org'],
    ['  Example.ORG ', 'example.org'],
    ['https://example.org/a/b?c#d', 'example.org'],
    ['HTTPS://example.org', 'example.org'],
    ['example.org/a', 'example.org'],
    ['//example.org/', 'example.org'],
    // A permission is for all ports.
    ['https://example.org:8443/', 'example.org'],
    ['example.org:8443', 'example.org'],
    // The end of a sentence, or the root of all names.
    ['example.org.', 'example.org'],
    ['https://example.org./', 'example.org'],
    ['a.b-c.example.org', 'a.b-c.example.org'],
    ['_x.example.org', '_x.example.org'],
    // Names in other scripts, as browsers keep them.
    ['مثال.إختبار', 'xn--mgbh0fb.xn--kgbechtv'],
    ['https://bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    // Copied out of a text in Arabic.
    ['\u200fexample.org\u200e', 'example.org'],
    ['\u2067https://example.org/\u2069', 'example.org'],
    ['192.168.1.20', '192.168.1.20'],
    // Listed as it is with www; the site leads there.
    ['facebook.com', 'www.facebook.com'],
    ['https://www.facebook.com/groups/1', 'www.facebook.com'],
    ['web.whatsapp.com', 'web.whatsapp.com'],
    ['whatsapp.com', 'whatsapp.com'],
    // None that can be added.
    ['', null],
    ['   ', null],
    ['example', null],
    ['localhost', null],
    ['https://localhost:3000', null],
    ['http://example.org', null],
    ['ftp://example.org', null],
    ['file:///home/sara/a.jpg', null],
    ['chrome://extensions', null],
    ['about:blank', null],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://sara@example.org/', null],
    ['https://sara:secret@example.org/', null],
    ['sara@example.org', null],
    ['[::1]', null],
    ['https://[2001:db8::1]/', null],
    ['*.example.org', null],
    ['https://*/*', null],
    ['*', null],
    ['<all_urls>', null],
    ['example.org, other.org', null],
    ['two words.org', null],
    ['example..org', null],
    ['.example.org', null],
    ['https://', null],
    ['xn--a.example', null],
  ])('%j: %s', (typed, host) => {
    expect(hostTyped(typed)).toBe(host);
  });
});

describe('what a pattern covers', () => {
  test.each<[string, string, boolean]>([
    ['https://example.org/*', 'example.org', true],
    ['*://example.org/*', 'example.org', true],
    ['https://example.org/*', 'www.example.org', false],
    ['https://example.org/*', 'example.org.evil.example', false],
    ['https://example.org/*', 'notexample.org', false],
    ['https://*.example.org/*', 'example.org', true],
    ['https://*.example.org/*', 'a.b.example.org', true],
    ['https://*.example.org/*', 'notexample.org', false],
    ['https://*/*', 'example.org', true],
    ['*://*/*', 'example.org', true],
    ['<all_urls>', 'example.org', true],
    ['http://example.org/*', 'example.org', false],
    ['http://*/*', 'example.org', false],
    ['file:///*', 'example.org', false],
    ['', '', false],
    ['nonsense', 'nonsense', false],
  ])('%s, %s: %s', (pattern, host, does) => {
    expect(covers(pattern, host)).toBe(does);
  });

  test.each<[string, string | null]>([
    ['https://example.org/*', 'example.org'],
    ['https://*.example.org/*', '*.example.org'],
    ['https://*/*', null],
    ['*://*/*', null],
    ['<all_urls>', null],
  ])('%s is called %s', (pattern, name) => {
    expect(siteNamed(pattern)).toBe(name);
  });
});

describe('access', () => {
  const all = listedHosts;
  const [whatsapp = '', telegram = ''] = all;

  test('as after the installation: all that is listed, and nothing else', async () => {
    granting.grant(...all);
    expect(await readAccess()).toEqual({ granted: all, withheld: [], added: [] });
  });

  test('what the browser withholds is told apart', async () => {
    granting.grant(...all);
    granting.withdraw(telegram);
    const { granted, withheld } = await readAccess();
    expect(withheld).toEqual([telegram]);
    expect(granted).toEqual(all.filter((pattern) => pattern !== telegram));
  });

  test('of what is added only sites are told, and no listed one', async () => {
    granting.grant(whatsapp, 'https://added.example/*', 'file:///*', 'http://plain.example/*');
    expect((await readAccess()).added).toEqual(['https://added.example/*']);
  });

  test.each(['https://*/*', '<all_urls>'])('%s, from the browser’s own settings', async (every) => {
    granting.grant(every);
    const access = await readAccess();
    expect(access).toEqual({ granted: all, withheld: [], added: [every] });
    expect(worksOn('any.example', access)).toBe(true);
  });

  test('a site is worked on when it is listed and granted, or added, and not by a name alone', async () => {
    granting.grant(whatsapp, 'https://added.example/*');
    const access = await readAccess();
    const hosts = ['web.whatsapp.com', 'web.telegram.org', 'added.example', 'www.added.example'];
    expect(hosts.map((host) => worksOn(host, access))).toEqual([true, false, true, false]);
  });

  test('one host is asked for and given back, not more', async () => {
    await requestHost('added.example');
    expect([...granting.origins]).toEqual(['https://added.example/*']);
    await requestHost('added.example');
    expect((await readAccess()).added).toEqual(['https://added.example/*']);
    await removeAdded('https://added.example/*');
    expect([...granting.origins]).toEqual([]);
    await requestListed();
    expect([...granting.origins]).toEqual(all);
  });

  test('both ways of change are heard, until nobody listens any more', () => {
    const life = new AbortController();
    const heard = vi.fn();
    watchAccess(heard, life.signal);
    granting.grant(whatsapp);
    expect(heard).toHaveBeenCalledTimes(1);
    granting.withdraw(whatsapp);
    expect(heard).toHaveBeenCalledTimes(2);
    life.abort();
    granting.grant(whatsapp);
    granting.withdraw(whatsapp);
    expect(heard).toHaveBeenCalledTimes(2);
  });
});
