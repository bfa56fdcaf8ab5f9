// `npm run bench`: side by side with peers. `npm run bench -- metadata` runs one subject, `--json` prints numbers.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { extensionFolder, openBrowser } from './browser.mjs';
import { buildModules } from './build-modules.mjs';
import { getEncoders } from './encoders.mjs';
import { root, run } from './run.mjs';
import { setUp } from './setup.mjs';
import { getTools } from './tools.mjs';

/**
 * What Safi is compared with, by the Debian package that brings it.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const peers = {
  mat2: ['mat2'],
  exiv2: ['exiv2'],
  imagemagick: ['convert-im6.q16'],
};

const usage = 'Usage: npm run bench -- [SUBJECT…] [--json] [--rounds N]';
const wrongUse = 2;
const modules = join(root, '.output/bench');
const reportsFolder = join(root, 'output/bench');

function readArguments() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '30' } },
    });
    const rounds = Number(values.rounds);
    return Number.isInteger(rounds) && rounds > 0 ? { wanted: positionals, json: values.json, rounds } : null;
  } catch {
    return null;
  }
}

/** A browser without Safi and one with it, which is built for this. */
async function openPair() {
  const { executablePath } = await setUp();
  const { code } = await run('wxt', ['build'], { quiet: true });
  if (code !== 0) throw new Error('Safi could not be built; `npm run build` tells why.');
  const [plain, safi] = await Promise.all(
    [null, extensionFolder].map((extension) => openBrowser({ executablePath, headless: true, extension })),
  );
  if (!plain || !safi) throw new Error('no browser');
  return {
    plain: await plain.context.newPage(),
    safi: await safi.context.newPage(),
    close: async () => {
      await Promise.all([plain.context.close(), safi.context.close()]);
    },
  };
}

/** A browser with Safi as `openPair` built it, whose scripts in pages are there and empty. */
async function openEmptied() {
  const { executablePath } = await setUp();
  const extension = join(modules, 'emptied');
  await rm(extension, { recursive: true, force: true });
  await cp(extensionFolder, extension, { recursive: true });
  const scripts = join(extension, 'content-scripts');
  for (const script of await readdir(scripts)) await writeFile(join(scripts, script), '');
  const { context } = await openBrowser({ executablePath, headless: true, extension });
  return { page: await context.newPage(), close: () => context.close() };
}

/** @param {NonNullable<ReturnType<typeof readArguments>>} asked */
async function bench({ wanted, json, rounds }) {
  await buildModules(
    { registry: 'tests/bench/registry.ts', 'memory-child': 'tests/bench/metadata/memory-child.ts' },
    modules,
  );
  /** @type {typeof import('../tests/bench/registry')} */
  const { subjects, asText } = await import(pathToFileURL(join(modules, 'registry.mjs')).href);
  const unknown = wanted.find((name) => !subjects.some((subject) => subject.name === name));
  if (unknown !== undefined) {
    console.error(`${usage}\nNo subject is called ${unknown}; there are:`);
    for (const { name, about } of subjects) console.error(`  ${name.padEnd(12)}${about}`);
    return wrongUse;
  }
  /** @param {string} name */
  const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
  // Only files are compared with what others make of them.
  const needsPeers = isWanted('metadata');
  if (needsPeers) await getEncoders();
  const missing = needsPeers ? await getTools(peers, 'Peers') : [];
  for (const name of missing) console.error(`MISSING: ${name}. Its rows are left out of the tables.`);
  const reports = [];
  for (const { name, run: measure } of subjects) {
    if (!isWanted(name)) continue;
    const before = loadavg()[0];
    const tables = await measure({
      openPair,
      openEmptied,
      extension: extensionFolder,
      folder: join(reportsFolder, name),
      modules,
      rounds,
      say: (line) => console.error(line),
      show: (table) => json || console.log(asText(table)),
    });
    const report = {
      subject: name,
      node: process.version,
      loadBefore: before,
      loadAfter: loadavg()[0],
      missing,
      tables,
    };
    reports.push(report);
    // For `npm run tables`.
    await mkdir(reportsFolder, { recursive: true });
    await writeFile(join(reportsFolder, `${name}.json`), JSON.stringify(report, null, 2));
  }
  if (json) console.log(JSON.stringify(reports, null, 2));
  return 0;
}

const asked = readArguments();
if (asked) process.exitCode = await bench(asked);
else {
  console.error(usage);
  process.exitCode = wrongUse;
}
