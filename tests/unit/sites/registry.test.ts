import { describe, expect, test } from 'vitest';
import { adapterAt, listedHosts, listedSites, sitesToAdd } from '../../../utils/sites/hosts';
import { addedAdapters, listedAdapters, sites } from '../../../utils/sites/registry';

function adapters(places: Readonly<Record<string, readonly string[]>>): string[] {
  const paths = ['/', '/a/', '/k/'];
  const found = Object.values(places)
    .flat()
    .flatMap((hostname) => paths.flatMap((pathname) => adapterAt({ hostname, pathname }) ?? []));
  return [...new Set(found)].sort();
}

test('every listed host leads to an adapter, and every adapter has a host', () => {
  expect(adapters(listedSites)).toEqual(listedAdapters.map(({ name }) => name).sort());
  expect(adapters(sitesToAdd)).toEqual(addedAdapters.map(({ name }) => name).sort());
});

test('listed are whole hosts over https, each once; what has to be added is not among them', () => {
  expect(new Set(listedHosts).size).toBe(listedHosts.length);
  for (const pattern of listedHosts) expect(pattern).toMatch(/^https:\/\/[\w.-]+\/\*$/);
  for (const host of Object.values(sitesToAdd).flat()) expect(listedHosts).not.toContain(`https://${host}/*`);
});

test('every adapter says when its signals were last seen true', () => {
  for (const site of sites) expect(site.seen).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

describe('a place', () => {
  test.each([
    ['web.whatsapp.com', '/', 'whatsapp'],
    ['web.telegram.org', '/a/', 'telegram-a'],
    ['web.telegram.org', '/k/', 'telegram-k'],
    ['web.telegram.org', '/', null],
    ['web.telegram.org', '/z/a/', null],
    ['web.telegram.org', '/k', null],
    ['x.com', '/home', 'x'],
    ['drive.google.com', '/drive/my-drive', 'google-drive'],
    ['x.com.', '/home', 'x'],
    ['mail.google.com.', '/', 'gmail'],
    ['x.com..', '/home', null],
    ['', '/', null],
    ['example.org', '/', null],
    ['web.whatsapp.com.example.org', '/', null],
  ])('%s%s: %s', (hostname, pathname, name) => {
    expect(adapterAt({ hostname, pathname })).toBe(name);
  });
});
