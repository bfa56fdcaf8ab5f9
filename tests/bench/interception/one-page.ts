import type { CDPSession, Page } from '@playwright/test';
import type { Row } from '../subject';
import { attachShadows, createTimes, inTurn, load, ratios, serve, summed, type Times } from './turns';

/** A host where Safi is at work; nothing of it is asked for. */
const address = 'https://web.whatsapp.com/';

/** A page is loaded so many times a round: of all that is measured it differs most from one time to the next. */
const loadsPerRound = 4;

/** Runs in the page; milliseconds. */
const inPage: Readonly<Record<string, () => number>> = {
  '20,000 attachShadow': attachShadows,
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

const ways = ['plain', 'emptied', 'safi'] as const;
type Way = (typeof ways)[number];

function rowOf(what: string, times: Readonly<Record<Way, Times>>): Row {
  const [plain, emptied, safi] = ways.map((way) => summed(times[way]));
  const whole = ratios(times.plain, times.safi);
  return {
    what,
    turns: times.plain.length,
    'without, best, ms': plain?.best ?? null,
    'emptied, best': emptied?.best ?? null,
    'with, best': safi?.best ?? null,
    'without, median, ms': plain?.median ?? null,
    'emptied, median': emptied?.median ?? null,
    'with, median': safi?.median ?? null,
    'x emptied': ratios(times.plain, times.emptied).median,
    'x with': whole.median,
    quarters: `${whole.lower.toFixed(2)} to ${whole.upper.toFixed(2)}`,
    'x with to emptied': ratios(times.emptied, times.safi).median,
  };
}

/** Of the main thread of the page, since the document was committed; milliseconds. */
async function threadTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (seconds === undefined || seconds <= 0) throw new Error('no time of the main thread');
  return seconds * 1000;
}

/** Loading a page, and what applications do most there. */
export async function measureOnePage(
  tabs: Readonly<Record<Way, Page>>,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const { measured, note } = createTimes(ways);
  await serve(
    ways.map((way) => tabs[way]),
    address,
  );
  const all = await Promise.all(
    ways.map(async (way) => {
      const devtools = await tabs[way].context().newCDPSession(tabs[way]);
      await devtools.send('Performance.enable');
      return { way, page: tabs[way], devtools };
    }),
  );
  for (const { page } of all) await load(page, address);
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    for (let at = 0; at < loadsPerRound; at++) {
      for (const { way, page, devtools } of inTurn(round * loadsPerRound + at, all)) {
        note('page load', way, await load(page, address));
        note('page load, CPU', way, await threadTime(devtools));
      }
    }
    for (const [what, run] of Object.entries(inPage)) {
      for (const { way, page } of inTurn(round, all)) note(what, way, await page.evaluate(run));
    }
  }
  return [...measured].map(([what, times]) => rowOf(what, times));
}
