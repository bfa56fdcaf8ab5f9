// `npm test`: everything that must hold, in one command. `npm test -- --only unit,e2e` runs some steps only.
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { countEndToEnd, countUnit } from './count.mjs';
import { getEncoders } from './encoders.mjs';
import { root, run } from './run.mjs';
import { getFirefox, setUp } from './setup.mjs';

/** @typedef {import('./count.mjs').Count} Count */

const reports = join(root, 'output', 'test');
const unitReport = join(reports, 'unit.json');

/**
 * A check that is passed or failed as a whole.
 *
 * @param {...string[]} commands run one after the other until one fails
 * @returns {() => Promise<Count>}
 */
function check(...commands) {
  return async () => {
    for (const [command = '', ...args] of commands) {
      const { code } = await run(command, args);
      if (code !== 0) return { passed: 0, failed: 1, skipped: 0 };
    }
    return { passed: 1, failed: 0, skipped: 0 };
  };
}

/**
 * A build starts from nothing, so that the tests never meet an older one.
 *
 * @param {string} folder what is built, under .output
 * @param {string[]} args
 * @returns {() => Promise<Count>}
 */
function build(folder, args) {
  return async () => {
    await rm(join(root, '.output', folder), { recursive: true, force: true });
    return check(['wxt', 'build', ...args])();
  };
}

async function unit() {
  const args = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const { code } = await run('vitest', ['run', ...args]);
  return countUnit(unitReport, code);
}

/**
 * @param {string} name of the report
 * @param {...string} projects of playwright.config.ts; `*` stands for anything
 * @returns {() => Promise<Count>}
 */
function inBrowsers(name, ...projects) {
  return async () => {
    const report = join(reports, `${name}.json`);
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    const args = ['--reporter=list,json', ...projects.map((project) => `--project=${project}`)];
    const { code } = await run('playwright', ['test', ...args], { env });
    return countEndToEnd(report, code);
  };
}

/** @type {readonly (readonly [string, () => Promise<Count>])[]} */
const steps = [
  ['types', check(['wxt', 'prepare'], ['tsc'])],
  ['lint', check(['biome', 'check', '--error-on-warnings'])],
  ['build', build('chrome-mv3', [])],
  ['build-firefox', build('firefox-mv3', ['-b', 'firefox', '--mv3'])],
  ['unit', unit],
  ['e2e', inBrowsers('e2e', 'chromium', 'firefox')],
  ['interop', inBrowsers('interop', 'interop-*')],
];

/** @returns {typeof steps} */
function chosenSteps() {
  const { only } = parseArgs({ options: { only: { type: 'string' } } }).values;
  if (only === undefined) return steps;
  const names = only.split(',');
  const unknown = names.find((name) => !steps.some(([step]) => step === name));
  if (unknown !== undefined) {
    throw new Error(`No step is called ${unknown}; there are: ${steps.map(([step]) => step).join(', ')}`);
  }
  return steps.filter(([step]) => names.includes(step));
}

/**
 * @param {Count} count
 * @returns {string}
 */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * Where nobody looks, a skipped test is a test that is missing.
 *
 * @param {Count} count
 * @returns {Count}
 */
function strictly(count) {
  return process.env.CI ? { ...count, failed: count.failed + count.skipped, skipped: 0 } : count;
}

const chosen = chosenSteps();
await setUp();
await getFirefox();
await getEncoders();
await rm(reports, { recursive: true, force: true });
await mkdir(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];
for (const [name, runStep] of chosen) {
  console.log(`\n== ${name}`);
  const begin = performance.now();
  const count = strictly(await runStep());
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  summary.push(`${name}: ${inWords(count)}${count.why ? ` (${count.why})` : ''}, ${seconds} s`);
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
}

console.log(`\n${summary.join('\n')}`);
// Set rather than exit, so that all that was written gets through a pipe.
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(inWords(total));
