import type { Page } from '@playwright/test';
import { quantile } from '../measure';

/** The same page in several browsers, without Safi and with it, in turn. */

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

/** Serves the large page at an address, in each. */
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

/** Milliseconds, one of each turn. */
export type Times = readonly number[];

/** What is measured of a page, by its name, and there by the browser it was measured in. */
export function createTimes<Way extends string>(ways: readonly Way[]) {
  const measured = new Map<string, Readonly<Record<Way, number[]>>>();
  return {
    measured,
    note(what: string, way: Way, time: number): void {
      const times =
        measured.get(what) ??
        (Object.fromEntries(ways.map((name) => [name, []])) as unknown as Record<Way, number[]>);
      measured.set(what, times);
      times[way].push(time);
    },
  };
}

/** Which of them begins changes with each turn, and so does who comes after whom. */
export function inTurn<One>(turn: number, all: readonly One[]): readonly One[] {
  const first = Math.floor(turn / 2) % all.length;
  const rotated = [...all.slice(first), ...all.slice(0, first)];
  return turn % 2 === 0 ? rotated : rotated.reverse();
}

const sorted = (times: Times): Times => [...times].sort((first, second) => first - second);

/** Milliseconds. */
export function summed(times: Times): { readonly best: number; readonly median: number } {
  const ascending = sorted(times);
  return { best: ascending[0] ?? Number.NaN, median: quantile(ascending, 0.5) };
}

/** How many times as long as `base` of the same turn: the quartiles. */
export function ratios(
  base: Times,
  times: Times,
): { readonly [Quartile in 'lower' | 'median' | 'upper']: number } {
  const ascending = sorted(base.map((time, at) => (times[at] ?? Number.NaN) / time));
  return {
    lower: quantile(ascending, 0.25),
    median: quantile(ascending, 0.5),
    upper: quantile(ascending, 0.75),
  };
}
