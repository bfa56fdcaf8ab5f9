import type { Pair, Row } from '../subject';
import { attachShadows, compare, createPairs, inTurn, load, type Pairs, serve } from './pairs';

/** A host where Safi is at work; nothing of it is asked for. */
const address = 'https://web.whatsapp.com/';

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

function rowOf(what: string, pairs: Pairs): Row {
  const { plain, safi, ratio } = compare(pairs);
  return {
    what,
    pairs: pairs.plain.length,
    'without, best, ms': plain.best,
    'with, best, ms': safi.best,
    'without, median, ms': plain.median,
    'with, median, ms': safi.median,
    'x, best': ratio.best,
    'x, median of pairs': ratio.median,
  };
}

/** Loading a page, and what applications do most there. */
export async function measureOnePage(
  { plain, safi }: Pair,
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const { measured, note } = createPairs();
  await serve([plain, safi], address);
  for (const page of [plain, safi]) await load(page, address);
  const both = [
    ['plain', plain],
    ['safi', safi],
  ] as const;
  for (let round = 0; round < rounds; round++) {
    say(`round ${round + 1} of ${rounds}`);
    const turn = inTurn(round, both);
    for (const [way, page] of turn) note('page load', way, await load(page, address));
    for (const [what, run] of Object.entries(inPage)) {
      for (const [way, page] of turn) note(what, way, await page.evaluate(run));
    }
  }
  return [...measured].map(([what, pairs]) => rowOf(what, pairs));
}
