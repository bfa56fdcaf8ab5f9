import { open, rm } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { isThere, run } from './command';
import { measure, type Timing } from './measure';
import { ExifToolServer } from './metadata/exiftool-server';
import { lengthOf, longVideos, madeSample, pictures, type Sample, secrets, videos } from './metadata/files';
import { memoryRows } from './metadata/memory';
import { type Way, waysFor } from './metadata/peers';
import type { Bench, Row, Subject, Table } from './subject';

/** Cleaning one file of hidden data: Safi, other cleaners, and what reading or copying the file costs at least. */

/** So much of a long file is looked at for secrets, at its beginning and at its end, in bytes. */
const lookedAt = 128 << 20;

async function holdsSecrets(path: string): Promise<boolean> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const block = Buffer.alloc(1 << 20);
    for (let at = 0; at < size; at += block.length - 16) {
      if (at > lookedAt && at < size - lookedAt) at = size - lookedAt;
      const { bytesRead } = await handle.read(block, 0, block.length, at);
      if (secrets.test(block.toString('latin1', 0, bytesRead))) return true;
    }
    return false;
  } finally {
    await handle.close();
  }
}

/** What is shown, by a checksum of what ffmpeg decodes; null where it cannot. */
async function shown(path: string): Promise<string | null> {
  if (!isThere('ffmpeg')) return null;
  return run('ffmpeg', '-v', 'error', '-i', path, '-map', '0:v:0', '-f', 'md5', '-').catch(() => null);
}

interface Check {
  /** Of what was written; null when nothing was. */
  readonly bytes: number | null;
  readonly isGone: boolean | null;
  readonly isSame: boolean | null;
}

async function check({ output, isFloor }: Way, original: string | null): Promise<Check> {
  if (output === null || isFloor) return { bytes: null, isGone: null, isSame: null };
  const isGone = await holdsSecrets(output).then(
    (holds) => !holds,
    () => null,
  );
  const isSame = original !== null && isGone !== null ? (await shown(output)) === original : null;
  return { bytes: await lengthOf(output).catch(() => null), isGone, isSame };
}

function word(value: boolean | null): string {
  if (value === null) return '-';
  return value ? 'yes' : 'NO';
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function rowOf(
  way: Way,
  { runs, best, median, p95 }: Timing,
  timings: readonly Timing[],
  { bytes, isGone, isSame }: Check,
): Row {
  const of = (name: string) => timings.find((timing) => timing.name === name)?.median ?? Number.NaN;
  const safi = of(way.output === null ? 'Safi, pieces known' : 'Safi, written');
  return {
    way: way.output !== null && !way.isFloor && isGone === null ? `${way.name} (FAILED)` : way.name,
    'best, ms': best,
    'median, ms': median,
    'p95, ms': p95,
    runs,
    'x reading': orNull(median / of('read (readFile)')),
    'x Safi': way.isFloor || way.name.startsWith('Safi') ? null : median / safi,
    'MB written': bytes === null ? null : bytes / 1e6,
    'secrets gone': word(isGone),
    'shown the same': word(isSame),
  };
}

async function compare(
  sample: Sample,
  path: string,
  exiftool: ExifToolServer | null,
  bench: Bench,
): Promise<Table> {
  const ways = waysFor(path, await lengthOf(path), exiftool);
  const before = loadavg()[0] ?? 0;
  // What takes a minute is done once; coded pictures that are holes cannot be shown.
  const isLong = longVideos.includes(sample);
  const timings = await measure(ways, isLong ? 1 : bench.rounds);
  const after = loadavg()[0] ?? 0;
  const original = isLong ? null : await shown(path);
  const rows: Row[] = [];
  for (const [index, way] of ways.entries()) {
    const timing = timings[index];
    // Ways may write to the same path: what is checked is made anew.
    if (way.output !== null && !way.isFloor) {
      await way.prepare?.();
      await way.run();
    }
    if (timing) rows.push(rowOf(way, timing, timings, await check(way, original)));
    if (way.output !== null) await rm(way.output, { force: true });
  }
  const megabytes = ((await lengthOf(path)) / 1e6).toFixed(1);
  return {
    title: `${sample.label} (${megabytes} MB)`,
    rows,
    notes: [`load ${before.toFixed(2)} to ${after.toFixed(2)}`],
  };
}

async function runMetadata(bench: Bench): Promise<readonly Table[]> {
  const { folder, modules, say, show } = bench;
  const exiftool = isThere('exiftool') ? new ExifToolServer() : null;
  if (!exiftool) say('MISSING: exiftool. Its rows are left out of the tables.');
  const tables: Table[] = [];
  const add = (table: Table) => {
    tables.push(table);
    show(table);
  };
  const inMemory: [string, string][] = [];
  try {
    for (const sample of [...pictures, ...videos, ...longVideos]) {
      const path = await madeSample(sample, folder, say);
      if (!path) continue;
      say(`measuring ${sample.label}`);
      add(await compare(sample, path, exiftool, bench));
      inMemory.push([sample.label, path]);
    }
  } finally {
    exiftool?.close();
  }
  say('measuring memory');
  const rows = await memoryRows(inMemory, modules);
  if (rows)
    add({
      title: 'Ready (pieces known, nothing written), each in a process of its own',
      rows,
      notes: ['medians'],
    });
  return tables;
}

export const metadata: Subject = {
  name: 'metadata',
  about: 'cleaning a picture or video of hidden data',
  run: runMetadata,
};
