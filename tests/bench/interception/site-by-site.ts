import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { adapterAt, listedSites } from '../../../utils/sites/hosts';
import { addSite } from '../../e2e/harness/browsers/chromium-access';
import { type InjectedScript, watchInjected } from '../../e2e/harness/injected';
import type { Pair, Row } from '../subject';
import { attachShadows, createTimes, inTurn, load, ratios, serve, summed, type Times } from './turns';

/** A site that is not listed, and one that a person has added. */
const notListed = 'not-listed.example';
const added = 'added.example';

/** A page of each site, by what it is called: of a site with several apps, one of each. */
const pages: readonly (readonly [site: string, address: string])[] = [
  ...Object.entries(listedSites).flatMap(([site, [host]]) =>
    (site === 'telegram' ? ['a/', 'k/'] : ['']).map((path) => [site, `https://${host}/${path}`] as const),
  ),
  ['(added)', `https://${added}/`],
  ['(not listed)', `https://${notListed}/`],
];

const ways = ['plain', 'safi'] as const;
type Way = (typeof ways)[number];

/** Ours are so many that a third of the rounds tells as much. */
const share = 3;

/** Injected before the page's first script; all else is loaded beside the page. */
const isInjected = ({ path }: InjectedScript) => path.startsWith('content-scripts/');

const named = ({ path }: InjectedScript) => path.replace(/^content-scripts\/|\.js$/g, '');

/** The scripts of Safi in a page that is loaded now; waits until what is loaded beside it is there as well. */
async function scriptsIn({ safi }: Pair, address: string): Promise<readonly InjectedScript[]> {
  const watch = await watchInjected(safi);
  await load(safi, address);
  let { scripts } = await watch.in();
  const adapter = adapterAt(new URL(address));
  const last = adapter === null ? 'keeper' : `sites/${adapter}`;
  const isWhole = () => scripts.length === 0 || scripts.some(({ path }) => path.startsWith(last));
  for (let look = 0; look < 200 && !isWhole(); look++) ({ scripts } = await watch.in());
  await watch.stop();
  return scripts;
}

function rowOf(
  [site, address]: (typeof pages)[number],
  scripts: readonly InjectedScript[],
  sizeOf: (scripts: readonly InjectedScript[]) => number,
  { loads, shadows }: Readonly<Record<'loads' | 'shadows', Readonly<Record<Way, Times>>>>,
): Row {
  const of = (world: InjectedScript['world']) =>
    scripts
      .filter((script) => script.world === world)
      .map(named)
      .join(' ') || null;
  const best = summed(loads.safi).best / summed(loads.plain).best;
  return {
    site,
    page: address.replace('https://', ''),
    "in the page's world": of('page'),
    'in the isolated world': of('isolated'),
    'injected, bytes gz': sizeOf(scripts.filter(isInjected)),
    'loaded beside, bytes gz': sizeOf(scripts.filter((script) => !isInjected(script))),
    pairs: loads.plain.length,
    'load without, median, ms': summed(loads.plain).median,
    with: summed(loads.safi).median,
    'x, best': best,
    'x, median of pairs': ratios(loads.plain, loads.safi).median,
    'attachShadow without, ms': summed(shadows.plain).median,
    'with ': summed(shadows.safi).median,
    'x ': ratios(shadows.plain, shadows.safi).median,
  };
}

/** What is injected on each listed site, on an added one and on any other, and what it costs a page there. */
export async function measureSites(
  pair: Pair,
  rounds: number,
  extension: string,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const { plain, safi } = pair;
  const sizeOf = (scripts: readonly InjectedScript[]) =>
    scripts.reduce((sum, { path }) => sum + gzipSync(readFileSync(join(extension, path))).length, 0);
  await addSite(safi.context(), added);
  const both = ways.map((way) => [way, pair[way]] as const);
  const rows: Row[] = [];
  for (const place of pages) {
    const [site, address] = place;
    say(site);
    await serve([plain, safi], address);
    const scripts = await scriptsIn(pair, address);
    await load(plain, address);
    const { measured, note } = createTimes(ways);
    for (let round = 0; round < Math.ceil(rounds / share); round++) {
      for (const [way, page] of inTurn(round, both)) note('load', way, await load(page, address));
      for (const [way, page] of inTurn(round, both)) note('shadow', way, await page.evaluate(attachShadows));
    }
    const [loads, shadows] = [measured.get('load'), measured.get('shadow')];
    if (loads && shadows) rows.push(rowOf(place, scripts, sizeOf, { loads, shadows }));
  }
  return rows;
}
