import { loadavg } from 'node:os';
import { measureOnePage } from './interception/one-page';
import { measureSites } from './interception/site-by-site';
import type { Bench, Row, Subject, Table } from './subject';

/** What Safi costs a page that nobody shares anything on: the same page in two browsers, in turn. */

async function runInterception({ openPair, extension, rounds, say, show }: Bench): Promise<readonly Table[]> {
  const tables: Table[] = [];
  const pair = await openPair();
  const add = async (title: string, measure: () => Promise<readonly Row[]>, ...notes: readonly string[]) => {
    const before = loadavg()[0] ?? 0;
    const rows = await measure();
    const load = `load ${before.toFixed(2)} to ${(loadavg()[0] ?? 0).toFixed(2)}`;
    const table = { title, rows, notes: [...notes, load] };
    show(table);
    tables.push(table);
  };
  try {
    await add('A page with Safi and without it, Chromium', () => measureOnePage(pair, rounds, say));
    await add(
      'Site by site: what is injected, and what it costs, Chromium',
      () => measureSites(pair, rounds, extension, say),
      'Injected: before the first script of the page. Beside: modules, while the page is loading.',
      'attachShadow: 20,000 times.',
      'Where nothing of Safi is, what differs is the machine: all other rows are no surer than that one.',
    );
  } finally {
    await pair.close();
  }
  return tables;
}

export const interception: Subject = {
  name: 'interception',
  about: 'what Safi costs a page that nobody shares anything on, site by site',
  run: runInterception,
};
