import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { quantile } from './measure';
import type { Bench, Row, Subject, Table } from './subject';

/** What Safi costs a page that nobody shares anything on: the same page in two browsers, in turn. */

/** A host where Safi is at work; nothing of it is asked for. */
const address = 'https://web.whatsapp.com/';

/** As much of a page as a large application has when it starts. */
const body = `<!doctype html><meta charset="utf-8"><body><script>
  const list = document.body.appendChild(document.createElement('main'));
  for (let at = 0; at < 4000; at++) {
    const row = list.appendChild(document.createElement('div'));
    row.innerHTML = '<span dir="auto">name</span><button>more</button><input type="text">';
    row.addEventListener('click', () => {});
  }
  const answer = JSON.parse(JSON.stringify(Array.from({ length: 60000 }, (_, at) => ({ at, text: 'x' + at }))));
</script><iframe></iframe><iframe srcdoc="<p>one</p>"></iframe>`;

/** Runs in the page; milliseconds. */
const inPage: Readonly<Record<string, () => number>> = {
  '20,000 attachShadow': () => {
    const hosts = Array.from({ length: 20_000 }, () => document.createElement('div'));
    const begin = performance.now();
    for (const host of hosts) host.attachShadow({ mode: 'closed' });
    return performance.now() - begin;
  },
  '20,000 click() on buttons': () => {
    const button = document.createElement('button');
    const begin = performance.now();
    for (let at = 0; at < 20_000; at++) button.click();
    return performance.now() - begin;
  },
  '50,000 dispatchEvent': () => {
    const target = document.createElement('div');
    const begin = performance.now();
    for (let at = 0; at < 50_000; at++) target.dispatchEvent(new Event('input'));
    return performance.now() - begin;
  },
  '2,000 clicks that bubble to window': () => {
    const button = document.body.appendChild(document.createElement('button'));
    const begin = performance.now();
    for (let at = 0; at < 2_000; at++) button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return performance.now() - begin;
  },
};

/** From the request to the end of the load event, milliseconds. */
async function load(page: Page): Promise<number> {
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    if (!(entry instanceof PerformanceNavigationTiming)) throw new Error('no navigation timing');
    return entry.loadEventEnd - entry.fetchStart;
  });
}

interface Pairs {
  readonly plain: number[];
  readonly safi: number[];
}

function rowOf(what: string, { plain, safi }: Pairs): Row {
  const ratios = plain.map((time, at) => (safi[at] ?? Number.NaN) / time);
  const sorted = (values: readonly number[]) => [...values].sort((first, second) => first - second);
  return {
    what,
    pairs: plain.length,
    'without, best, ms': sorted(plain)[0] ?? null,
    'with, best, ms': sorted(safi)[0] ?? null,
    'without, median, ms': quantile(sorted(plain), 0.5),
    'with, median, ms': quantile(sorted(safi), 0.5),
    'x, best': (sorted(safi)[0] ?? Number.NaN) / (sorted(plain)[0] ?? Number.NaN),
    'x, median of pairs': quantile(sorted(ratios), 0.5),
  };
}

async function runInterception({ openPair, rounds, say, show }: Bench): Promise<readonly Table[]> {
  const before = loadavg()[0] ?? 0;
  const { plain, safi, close } = await openPair();
  const measured = new Map<string, Pairs>();
  const note = (what: string, way: keyof Pairs, time: number) => {
    const pairs = measured.get(what) ?? { plain: [], safi: [] };
    measured.set(what, pairs);
    pairs[way].push(time);
  };
  try {
    for (const page of [plain, safi]) {
      await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body }));
      await load(page);
    }
    const both = [
      ['plain', plain],
      ['safi', safi],
    ] as const;
    for (let round = 0; round < rounds; round++) {
      say(`round ${round + 1} of ${rounds}`);
      const turn = round % 2 === 0 ? both : [...both].reverse();
      for (const [way, page] of turn) note('page load', way, await load(page));
      for (const [what, run] of Object.entries(inPage)) {
        for (const [way, page] of turn) note(what, way, await page.evaluate(run));
      }
    }
  } finally {
    await close();
  }
  const table: Table = {
    title: 'A page with Safi and without it, Chromium',
    rows: [...measured].map(([what, pairs]) => rowOf(what, pairs)),
    notes: [`load ${before.toFixed(2)} to ${(loadavg()[0] ?? 0).toFixed(2)}`],
  };
  show(table);
  return [table];
}

export const interception: Subject = {
  name: 'interception',
  about: 'what Safi costs a page that nobody shares anything on',
  run: runInterception,
};
