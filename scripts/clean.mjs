import { open, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { filesBelow, liesIn, makeFolder, overlap } from './folder-tree.mjs';
import { makeProgress } from './progress.mjs';
import { root } from './run.mjs';
import { writePieces } from './write-pieces.mjs';

/**
 * `npm run clean -- IN_DIR OUT_DIR [--json]`: the cleaning engine over a folder tree, without a browser.
 *
 * @typedef {import('../utils/metadata/clean-result').CleanResult} CleanResult
 * @typedef {import('../utils/metadata/clean-result').Piece} Piece
 *
 * @typedef {object} Report what became of one file
 * @property {string} file path from IN_DIR on, with slashes
 * @property {string | null} format as found in its bytes; null when unknown
 * @property {'cleaned' | 'already-clean' | 'refused' | 'passed'} outcome
 * @property {string} [reason] why it was refused; `not-written`: it could not be written
 * @property {{kind: string, source: string, label: string}[]} removed
 * @property {number} bytesIn
 * @property {number} bytesOut 0 when nothing was written
 */

const usage = `Usage: npm run clean -- IN_DIR OUT_DIR [--json]

Cleans every picture and video below IN_DIR of hidden data and writes it to the same place below OUT_DIR.
Other files are copied as they are. What cannot be cleaned is said, and not written.
--json prints one array: {file, format, outcome, reason?, removed: [{kind, source, label}], bytesIn, bytesOut};
npm says what it runs before that, unless it is called as npm run --silent clean.
Ends with 0 when nothing was refused, 3 when something was, 2 on wrong use.`;

const wrongUse = 2;
const somethingRefused = 3;

/** As a program ends whose reader has gone, such as `head`. */
const brokenPipe = 128 + 13;

const progress = makeProgress(process.stderr);

/** @returns {Promise<{from: string, to: string, json: boolean} | string>} what was asked, or what is wrong with it */
async function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [given, wanted, ...more] = parsed.positionals;
  if (given === undefined || wanted === undefined || more.length > 0) return 'Two folders are needed.';
  // npm runs this in the project's folder, wherever it was called.
  const base = process.env.INIT_CWD ?? process.cwd();
  const [from, to] = [resolve(base, given), resolve(base, wanted)];
  if (!(await isFolder(from))) return `There is no folder ${given}.`;
  if ((await exists(to)) && !(await isFolder(to))) return `${wanted} is no folder.`;
  if (await overlap(from, to)) return 'OUT_DIR must not be IN_DIR, lie in it or hold it.';
  const made = await makeFolder(to).then(
    () => true,
    () => false,
  );
  if (!made) return `${wanted} cannot be made.`;
  return { from, to, json: parsed.values.json };
}

/** @param {string} path */
async function isFolder(path) {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** @param {string} path */
async function exists(path) {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function loadEngine() {
  const load = (/** @type {string} */ name) =>
    import(pathToFileURL(join(root, '.output/engine', `${name}.mjs`)).href);
  /** @type {[typeof import('../utils/metadata/clean-file'), typeof import('../utils/bytes/file-handle-source')]} */
  const [{ cleanFile }, { fileHandleSource }] = await Promise.all([
    load('clean-file'),
    load('file-handle-source'),
  ]);
  return { cleanFile, fileHandleSource };
}

/**
 * @param {Awaited<ReturnType<typeof loadEngine>>} engine
 * @param {string} file
 * @param {string} from
 * @param {string} to
 * @param {(fraction: number) => void} onProgress
 * @returns {Promise<Report>}
 */
async function cleanOne({ cleanFile, fileHandleSource }, file, from, to, onProgress) {
  const opened = await open(join(from, file)).catch(() => null);
  if (!opened) return refused(file, { reason: 'unreadable' }, 0);
  try {
    const { size } = await opened.stat();
    const source = fileHandleSource(opened, size);
    const result = await cleanFile(source, { name: file, type: '' }).catch((error) => {
      // A bug of ours on one file must not end the work on the others.
      console.error(error);
      return /** @type {const} */ ({ outcome: 'refused', reason: 'unreadable' });
    });
    if (result?.outcome === 'refused') return refused(file, result, size);
    const pieces = result?.outcome === 'cleaned' ? result.pieces : [{ start: 0, end: size }];
    const bytesOut = await write(pieces, join(to, file), from, opened, onProgress);
    if (bytesOut === null) return refused(file, { reason: 'not-written', ...formatOf(result) }, size);
    const removed = result?.outcome === 'cleaned' ? result.removed : [];
    return {
      file,
      format: result?.format ?? null,
      outcome: result?.outcome ?? 'passed',
      removed: removed.map(({ kind, source: carrier, label }) => ({ kind, source: carrier, label })),
      bytesIn: size,
      bytesOut,
    };
  } finally {
    await opened.close();
  }
}

/** @param {CleanResult | null} result */
function formatOf(result) {
  return result?.format ? { format: result.format } : {};
}

/**
 * Writes a file, also into a folder that is not there yet. A disk that is full, or a folder in its place, is said
 * and does not end the work on the others.
 *
 * @param {readonly Piece[]} pieces
 * @param {string} target
 * @param {string} from where the originals are, which are never written to
 * @param {import('node:fs/promises').FileHandle} source
 * @param {(fraction: number) => void} onProgress
 * @returns {Promise<number | null>} bytes written; null when nothing was
 */
async function write(pieces, target, from, source, onProgress) {
  try {
    await makeFolder(dirname(target));
    if (await liesIn(dirname(target), from)) throw new Error('a link leads back to the originals');
    return await writePieces(target, pieces, source, onProgress);
  } catch (error) {
    progress.clear();
    console.error(`not written    ${harmless(target)}  (${error instanceof Error ? error.message : error})`);
    return null;
  }
}

/**
 * @param {string} file
 * @param {{reason: string, format?: string}} why
 * @param {number} bytesIn
 * @returns {Report}
 */
function refused(file, { reason, format }, bytesIn) {
  return { file, format: format ?? null, outcome: 'refused', reason, removed: [], bytesIn, bytesOut: 0 };
}

/**
 * A name may hold what moves a terminal's cursor.
 *
 * @param {string} name
 */
function harmless(name) {
  return name.replace(/\p{Cc}/gu, '?');
}

/**
 * @param {Report} report
 * @returns {string}
 */
function lineOf({ file, outcome, reason, removed }) {
  const kinds = [...new Set(removed.map(({ kind }) => kind))].join(', ');
  const more = reason ?? kinds;
  return `${outcome.padEnd(13)}  ${harmless(file)}${more ? `  (${more})` : ''}`;
}

/** @param {{from: string, to: string, json: boolean}} asked */
async function cleanAll({ from, to, json }) {
  const engine = await loadEngine();
  /** @type {Report[]} */
  const reports = [];
  for await (const { file, kind } of filesBelow(from)) {
    const place = `${reports.length + 1}: ${harmless(file)}`;
    progress.show(place);
    if (kind === 'left-out') {
      progress.clear();
      console.error(`left out       ${harmless(file)}  (a link to a folder, or no file)`);
      continue;
    }
    const report =
      kind === 'unreadable'
        ? refused(file, { reason: 'unreadable' }, 0)
        : await cleanOne(engine, file, from, to, (done) =>
            progress.show(`${place}  ${Math.floor(done * 100)} %`),
          );
    reports.push(report);
    progress.clear();
    if (!json) console.log(lineOf(report));
  }
  if (json) console.log(JSON.stringify(reports, null, 2));
  else console.log(summaryOf(reports));
  return reports.some(({ outcome }) => outcome === 'refused') ? somethingRefused : 0;
}

/** @param {readonly Report[]} reports */
function summaryOf(reports) {
  const count = (/** @type {Report['outcome']} */ wanted) =>
    reports.filter(({ outcome }) => outcome === wanted).length;
  return [
    `${count('cleaned')} cleaned`,
    `${count('already-clean')} clean already`,
    `${count('passed')} passed`,
    `${count('refused')} refused, not written`,
  ].join(' · ');
}

process.stdout.on('error', () => process.exit(brokenPipe));
const asked = await readArguments();
if (typeof asked === 'string') {
  console.error(`${asked}\n\n${usage}`);
  process.exitCode = wrongUse;
} else {
  // Set rather than exit, so that all that was written gets through a pipe.
  process.exitCode = await cleanAll(asked);
}
