import { loadavg } from 'node:os';
import { measureOnePage } from './interception/one-page';
import { measureSites } from './interception/site-by-site';
import type { Bench, Row, Subject, Table } from './subject';

/** What Safi costs a page that nobody shares anything on: the same page in two browsers, in turn. */

async function runInterception(bench: Bench): Promise<readonly Table[]> {
  const { openPair, openEmptied, extension, rounds, say, show } = bench;
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
    const emptied = await openEmptied();
    await add(
      'A page with Safi and without it, Chromium',
      () => measureOnePage({ ...pair, emptied: emptied.page }, rounds, say).finally(emptied.close),
      'Emptied: an extension whose scripts in the same pages are empty; what it costs is the browser’s own.',
      'CPU: of the main thread of the page, from the commit of the document to the end of its load event.',
      'x: the median of the ratios of a turn, and between which quarters of them lie.',
    );
    await add(
      'Site by site: what is injected, and what it costs, Chromium',
      () => measureSites(pair, rounds, extension, say),
      'Injected: before the first script of the page. Beside: modules, when the page has a moment to spare.',
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
