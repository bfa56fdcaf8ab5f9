import { join } from 'node:path';
import { run } from '../command';
import { quantile } from '../measure';
import type { Row } from '../subject';
import type { Told } from './memory-child';

/** What a file costs in a process of its own: time until its pieces are known, and memory beyond that of Node itself. */

const children = 7;

/** Says its own peak, in KiB, as the child with the engine does, and nothing else. */
const emptyChild =
  "process.stdout.write(/VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status','latin1'))[1])";

/** The row of a process that does nothing, and one for each file; null where the system does not tell. */
export async function memoryRows(
  files: readonly (readonly [string, string])[],
  modules: string,
): Promise<readonly Row[] | null> {
  if (process.platform !== 'linux') return null;
  const empty: number[] = [];
  const told = files.map((): Told[] => []);
  for (let round = 0; round < children; round++) {
    empty.push(Number(await run(process.execPath, '-e', emptyChild)));
    for (const [index, [, path]] of files.entries())
      told[index]?.push(JSON.parse(await run(process.execPath, join(modules, 'memory-child.mjs'), path)));
  }
  const base = medianOf(empty);
  const row = (what: string, outcome: string, ready: number | null, peak: number): Row => ({
    what,
    outcome,
    'ready, ms': ready,
    'peak RSS, MiB': peak / 1024,
    'above empty, MiB': (peak - base) / 1024,
  });
  return [
    row('an empty Node', '-', null, base),
    ...files.map(([label], index) => {
      const own = told[index] ?? [];
      const ready = medianOf(own.map(({ milliseconds }) => milliseconds));
      return row(label, own[0]?.outcome ?? '', ready, medianOf(own.map(({ peak }) => peak)));
    }),
  ];
}

function medianOf(values: readonly number[]): number {
  return quantile(
    [...values].sort((first, second) => first - second),
    0.5,
  );
}
