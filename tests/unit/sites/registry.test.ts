import { expect, test } from 'vitest';
import { listedHosts } from '../../../utils/sites/hosts';
import { siteFor, sites } from '../../../utils/sites/registry';

test('every listed host has an adapter, and every adapter a listed host', () => {
  const hosts = listedHosts.map((pattern) => new URL(pattern.replace('*', '')).host);
  expect(hosts.map((host) => siteFor(host).name)).not.toContain('generic');
  expect(sites.flatMap((site) => site.hosts).sort()).toEqual([...hosts].sort());
});

test('every adapter says when its signals were last seen true', () => {
  for (const site of sites) expect(site.seen).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('any other host gets the generic adapter', () => {
  expect(siteFor('example.org').name).toBe('generic');
});
