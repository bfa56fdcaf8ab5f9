import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildModules } from './build-modules.mjs';
import { root } from './run.mjs';

/**
 * `npm run fuzz`: broken files for the cleaning engine, for as long as is wanted. What it does is in tests/fuzz.
 *
 * @typedef {import('../tests/fuzz/runner')} Runner
 * @typedef {import('../tests/fuzz/runner').Progress} Progress
 */

const usage = `Usage: npm run fuzz -- [--seconds 60] [--seed 1] [--format png,jpeg] [--workers 2]
       npm run fuzz -- --replay output/fuzz/FILE.json

Mutates well-formed files of every format and runs the cleaning engine over them: no throw, no hang, no leak.
The same seed gives the same inputs. Findings are written to output/fuzz. Ends with 1 when there is one, 2 on wrong use.`;

const built = join(root, '.output/fuzz');

/** Where a line can be written over, in milliseconds; elsewhere a line now and then is enough. */
const pause = process.stderr.isTTY ? 1000 : 30_000;

function readArguments() {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string' },
      workers: { type: 'string', default: '2' },
      replay: { type: 'string' },
    },
  });
  const [seconds, seed, workers] = [values.seconds, values.seed, values.workers].map(Number);
  if (!(seconds && seconds > 0 && workers && workers > 0 && Number.isInteger(seed)))
    throw new Error('A number is none.');
  const replay = values.replay && resolve(process.env.INIT_CWD ?? process.cwd(), values.replay);
  if (replay && !existsSync(replay)) throw new Error(`There is no file ${values.replay}.`);
  return { seconds, seed: seed ?? 1, workers, formats: values.format?.split(','), replay };
}

/** @returns {Promise<Runner>} */
async function loadRunner() {
  await buildModules({ worker: 'tests/fuzz/worker.ts', runner: 'tests/fuzz/runner.ts' }, built);
  return import(pathToFileURL(join(built, 'runner.mjs')).href);
}

/** @param {Progress} progress */
function show({ inputs, findings, seconds }) {
  const rate = Math.round(inputs / Math.max(1, seconds));
  const line = `${Math.round(seconds)} s: ${inputs} inputs, ${rate} a second, ${findings} findings`;
  process.stderr.write(process.stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
}

/** @param {ReturnType<typeof readArguments>} asked */
async function main({ replay, ...asked }) {
  const runner = await loadRunner();
  if (replay) {
    const { outcome, findings } = await runner.replay(JSON.parse(readFileSync(replay, 'utf8')));
    console.log([outcome, ...findings].join('\n'));
    return findings.length > 0;
  }
  const place = { worker: join(built, 'worker.mjs'), findings: join(root, 'output/fuzz') };
  const tally = await runner.fuzz({ ...asked, ...place, pause, show });
  if (process.stderr.isTTY) process.stderr.write('\n');
  console.log(runner.summaryOf(tally));
  return tally.findings.length > 0;
}

try {
  process.exitCode = (await main(readArguments())) ? 1 : 0;
} catch (error) {
  console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  process.exitCode = 2;
}
