import type { Page } from '@playwright/test';
import { quantile } from '../measure';

/** The same page in two browsers, without Safi and with it, in turn. */

/** As much of a page as a large application has when it starts. */
export const largePage = `<!doctype html><meta charset="utf-8"><body><script>
  const list = document.body.appendChild(document.createElement('main'));
  for (let at = 0; at < 4000; at++) {
    const row = list.appendChild(document.createElement('div'));
    row.innerHTML = '<span dir="auto">name</span><button>more</button><input type="text">';
    row.addEventListener('click', () => {});
  }
  const answer = JSON.parse(JSON.stringify(Array.from({ length: 60000 }, (_, at) => ({ at, text: 'x' + at }))));
</script><iframe></iframe><iframe srcdoc="<p>one</p>"></iframe>`;

/** Serves the large page at an address, in both. */
export async function serve(pages: readonly Page[], address: string): Promise<void> {
  for (const page of pages) {
    await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: largePage }));
  }
}

/** From the request to the end of the load event, milliseconds. */
export async function load(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'load' });
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    if (!(entry instanceof PerformanceNavigationTiming)) throw new Error('no navigation timing');
    return entry.loadEventEnd - entry.fetchStart;
  });
}

/** Runs in the page; milliseconds. */
export function attachShadows(): number {
  const hosts = Array.from({ length: 20_000 }, () => document.createElement('div'));
  const begin = performance.now();
  for (const host of hosts) host.attachShadow({ mode: 'closed' });
  return performance.now() - begin;
}

/** Milliseconds, one pair a round. */
export interface Pairs {
  readonly plain: number[];
  readonly safi: number[];
}

/** What is measured of a page, by its name. */
export function createPairs() {
  const measured = new Map<string, Pairs>();
  return {
    measured,
    note(what: string, way: keyof Pairs, time: number): void {
      const pairs = measured.get(what) ?? { plain: [], safi: [] };
      measured.set(what, pairs);
      pairs[way].push(time);
    },
  };
}

/** Which of the two begins changes with each round. */
export function inTurn<Both>(round: number, both: readonly Both[]): readonly Both[] {
  return round % 2 === 0 ? both : [...both].reverse();
}

export interface Compared {
  readonly plain: { readonly best: number; readonly median: number };
  readonly safi: { readonly best: number; readonly median: number };
  /** How many times as long with Safi: the best of each, and the median of the pairs. */
  readonly ratio: { readonly best: number; readonly median: number };
}

export function compare({ plain, safi }: Pairs): Compared {
  const ratios = plain.map((time, at) => (safi[at] ?? Number.NaN) / time);
  const of = (times: readonly number[]) => {
    const sorted = [...times].sort((first, second) => first - second);
    return { best: sorted[0] ?? Number.NaN, median: quantile(sorted, 0.5) };
  };
  const [without, withSafi] = [of(plain), of(safi)];
  return {
    plain: without,
    safi: withSafi,
    ratio: { best: withSafi.best / without.best, median: of(ratios).median },
  };
}
