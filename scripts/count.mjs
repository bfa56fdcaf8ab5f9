import { readFile } from 'node:fs/promises';

/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string} [why] what is counted as failed without being a test
 *
 * What is read of the two reports:
 *
 * @typedef {object} UnitReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{status: string, assertionResults: unknown[]}[]} testResults
 *
 * @typedef {object} EndToEndReport
 * @property {{expected: number, unexpected: number, flaky: number, skipped: number}} stats
 * @property {unknown[]} errors
 */

/**
 * @param {string} path
 * @returns {Promise<unknown>} null when the tests left no result
 */
async function readJson(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Not there, or cut off: the tests did not come to their end. The caller counts that as a failure.
    return null;
  }
}

/**
 * A run that failed beyond its tests (a file that does not load, an error outside a test, nothing run at all)
 * counts as one failure more.
 *
 * @param {Count} count
 * @param {boolean} succeeded
 * @param {string} why
 * @returns {Count}
 */
function withRun(count, succeeded, why) {
  const empty = count.passed + count.failed + count.skipped === 0;
  if (empty) return { ...count, failed: 1, why: 'it ran no test' };
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1, why };
}

/** @type {Count} */
const noResult = { passed: 0, failed: 1, skipped: 0, why: 'it left no result' };

/**
 * @param {string} path the report of vitest's json reporter
 * @param {number | null} code the exit code of the run
 * @returns {Promise<Count>}
 */
export async function countUnit(path, code) {
  const report = /** @type {UnitReport | null} */ (await readJson(path));
  if (!report) return noResult;
  const unread = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const count = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unread,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  return withRun(count, code === 0, 'it failed outside its tests');
}

/**
 * @param {string} path the report of playwright's json reporter
 * @param {number | null} code the exit code of the run
 * @returns {Promise<Count>}
 */
export async function countEndToEnd(path, code) {
  const report = /** @type {EndToEndReport | null} */ (await readJson(path));
  if (!report) return noResult;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const count = { passed: expected, failed: unexpected + flaky, skipped };
  return withRun(count, code === 0 && report.errors.length === 0, 'it failed outside its tests');
}
