// `npm run bench`: side by side with peers. `npm run bench -- metadata` runs one subject, `--json` prints numbers.
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildModules } from './build-modules.mjs';
import { getEncoders } from './encoders.mjs';
import { root } from './run.mjs';
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
  await getEncoders();
  const missing = await getTools(peers, 'Peers');
  for (const name of missing) console.error(`MISSING: ${name}. Its rows are left out of the tables.`);
  const reports = [];
  for (const { name, run } of subjects) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const before = loadavg()[0];
    const tables = await run({
      folder: join(root, 'output/bench', name),
      modules,
      rounds,
      say: (line) => console.error(line),
      show: (table) => json || console.log(asText(table)),
    });
    reports.push({
      subject: name,
      node: process.version,
      loadBefore: before,
      loadAfter: loadavg()[0],
      missing,
      tables,
    });
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
