// `npm run inspect -- DIR [--json]`: what the shipped models see in a folder of pictures, in the built extension.
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { openBrowser } from './browser.mjs';
import { filesBelow } from './folder-tree.mjs';
import { root, run } from './run.mjs';
import { setUp } from './setup.mjs';

/**
 * @typedef {import('../utils/inspection/inspection').Inspection} Inspection
 * @typedef {Inspection & {readonly file: string, readonly ms: number}} Seen
 */

const usage = `Usage: npm run inspect -- DIR [--json]

Looks into every picture and video below DIR as Safi does: with its own models, in its worker, in a browser.
--json prints one array: {file, faces: [{x, y, width, height, score}], nudity, lookedAt, why?, ms};
npm says what it runs before that, unless it is called as npm run --silent inspect.`;

const wrongUse = 2;

/** @returns {Promise<{folder: string, json: boolean} | string>} what was asked, or what is wrong with it */
async function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const [given, ...more] = parsed.positionals;
  if (given === undefined || more.length > 0) return 'One folder is needed.';
  // npm runs this in the project's folder, wherever it was called.
  const folder = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? { folder, json: parsed.values.json } : `There is no folder ${given}.`;
}

/** The page's side of the looking, as one script for a page of the extension. */
async function inspectorScript() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    build: {
      write: false,
      lib: { entry: join(root, 'utils/inspection/inspector.ts'), formats: ['iife'], name: 'safi' },
    },
  });
  const [made] = [built].flat();
  if (!made || !('output' in made)) throw new Error('the inspector was not built');
  return made.output[0].code;
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} path
 * @returns {Promise<Omit<Seen, 'file'>>}
 */
async function inspectOne(page, path) {
  await page.setInputFiles('#files', path);
  return page.evaluate(async () => {
    const { inspector } = /** @type {{inspector: import('../utils/inspection/inspector').Inspector}} */ (
      /** @type {unknown} */ (window)
    );
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#files'));
    const [file] = input.files ?? [];
    if (!file) throw new Error('no file');
    const begin = performance.now();
    const seen = await inspector.inspect(file);
    return { ...seen, ms: Math.round(performance.now() - begin) };
  });
}

/** @param {string} folder */
async function* inspectAll(folder) {
  const { executablePath } = await setUp();
  const { code } = await run('wxt', ['build'], { quiet: true });
  if (code !== 0) throw new Error('Safi could not be built; `npm run build` tells why.');
  const { context, address } = await openBrowser({ executablePath, headless: true });
  try {
    const page = await context.newPage();
    // On the practice page a pick would be held.
    await page.goto(address('sidepanel.html'));
    // By the browser's own protocol, which the extension's policy for scripts does not bind.
    await page.evaluate(`${await inspectorScript()};
      window.inspector = safi.createInspector(() => new Worker('/' + safi.workerModule, { type: 'module' }));
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'files' });
      document.body.replaceChildren(input);`);
    for await (const { file, kind } of filesBelow(folder)) {
      if (kind === 'file') yield { file, ...(await inspectOne(page, join(folder, file))) };
    }
  } finally {
    await context.close();
  }
}

/** @param {Seen} seen */
function inWords({ file, faces, nudity, lookedAt, why, ms }) {
  const what =
    lookedAt === 'nothing'
      ? `not looked at: ${why}`
      : `faces: ${faces.length}  ${nudity ? `${nudity.label} ${nudity.score.toFixed(2)}` : ''}`;
  return `${what}  ${ms} ms  ${JSON.stringify(file)}`;
}

const asked = await readArguments();
if (typeof asked === 'string') {
  console.error(`${asked}\n\n${usage}`);
  process.exitCode = wrongUse;
} else {
  /** @type {Seen[]} */
  const all = [];
  for await (const seen of inspectAll(asked.folder)) {
    all.push(seen);
    console[asked.json ? 'error' : 'log'](inWords(seen));
  }
  if (asked.json) {
    const ordered = all.map(({ file, faces, nudity, lookedAt, why, ms }) => ({
      file,
      faces,
      nudity,
      lookedAt,
      ...(why ? { why } : {}),
      ms,
    }));
    console.log(JSON.stringify(ordered, null, 2));
  }
}
