import { loadavg } from 'node:os';
import type { Page } from '@playwright/test';
import { faces } from './inspection/faces';
import { countFound, foundRow } from './inspection/found';
import { memoryOfExtension } from './inspection/memory';
import { type Onlooker, openOnlookers } from './inspection/onlookers';
import { packageSize } from './inspection/package-size';
import { madePictures, madeVideo, type Picture, samples } from './inspection/pictures';
import { siteTab } from './inspection/site-tab';
import { quantile } from './measure';
import type { Bench, Row, Subject, Table } from './subject';

/** Looking into pictures: how long it takes, what it takes, and which faces are found, beside peers. */

/** Whoever has looked at one picture for so long in all, in milliseconds, does no more rounds with it. */
const patience = 20_000;

/** What a first look takes over all that a second one does not: runtime and models are got ready. */
async function loadRows(
  onlookers: readonly Onlooker[],
  [first = '', second = '']: readonly string[],
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, begin, look } of onlookers) {
    const ready = await begin();
    const [cold, warm] = [await look(first), await look(second)];
    rows.push({
      who: name,
      'ready, ms': ready,
      'first look, ms': cold.ms,
      'first faces, ms': cold.glance,
      'ready and first look, ms': (ready ?? 0) + cold.ms,
      'second look, ms': warm.ms,
    });
  }
  return rows;
}

async function timesOf(
  onlookers: readonly Onlooker[],
  { name, path }: Picture,
  rounds: number,
): Promise<readonly Row[]> {
  const times = new Map(
    onlookers.map((one) => [
      one,
      { all: [] as number[], glance: [] as number[], once: [] as number[], boxes: '-' },
    ]),
  );
  for (let round = 0; round < rounds; round++) {
    const turn = round % onlookers.length;
    for (const one of [...onlookers.slice(turn), ...onlookers.slice(0, turn)]) {
      const taken = times.get(one);
      if (!taken || taken.all.reduce((sum, time) => sum + time, 0) > patience) continue;
      const { ms, glance, faces: boxes } = await one.look(path);
      taken.all.push(ms);
      if (glance !== null) taken.glance.push(glance);
      const once = (await one.lookOnce?.(path)) ?? null;
      if (once !== null) taken.once.push(once);
      taken.boxes = boxes ? String(boxes.length) : '-';
    }
  }
  return [...times].map(([one, { all, glance, once, boxes }]) => {
    const [first = Number.NaN, ...others] = all;
    const warm = (others.length > 0 ? others : [first]).sort((a, b) => a - b);
    const early = glance.slice(1).sort((a, b) => a - b);
    const short = once.slice(1).sort((a, b) => a - b);
    return {
      picture: name,
      who: one.name,
      runs: all.length,
      'first, ms': first,
      'warm median, ms': quantile(warm, 0.5),
      'warm p95, ms': quantile(warm, 0.95),
      'faces at a glance, ms': early.length > 0 ? quantile(early, 0.5) : null,
      'faces at one look and nudity, ms': short.length > 0 ? quantile(short, 0.5) : null,
      faces: boxes,
    };
  });
}

async function recall(onlookers: readonly Onlooker[]): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, look } of onlookers) {
    const counts = [];
    for (const [at, path] of samples.entries()) {
      const { faces: boxes } = await look(path);
      if (boxes) counts.push(countFound(faces[at] ?? [], boxes));
    }
    if (counts.length === samples.length) rows.push(foundRow(name, counts, faces.flat().length));
  }
  return rows;
}

/** So long the browser is given to hand memory back, in milliseconds. */
const settling = 60_000;

/** What it gives up at once is gone after so long, in milliseconds. */
const settled = 3_000;

/** The browser gives up what it keeps for later, decoded pictures most of all, as it does when memory runs short. */
async function handBack(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('Memory.simulatePressureNotification', { level: 'critical' });
  await new Promise((done) => setTimeout(done, settled));
  await devtools.detach();
}

async function runInspection({ openPair, folder, rounds, say, show }: Bench): Promise<readonly Table[]> {
  const before = loadavg()[0] ?? 0;
  const pair = await openPair();
  const tables: Table[] = [];
  const add = (table: Table) => {
    const notes = [...table.notes, `load ${before.toFixed(2)} to ${(loadavg()[0] ?? 0).toFixed(2)}`];
    tables.push({ ...table, notes });
    show({ ...table, notes });
  };
  try {
    add(packageSize());
    const pictures = await madePictures(pair.plain, folder);
    const onlookers = await openOnlookers(pair);
    const [ours] = onlookers;
    if (!ours) throw new Error('nobody looks');
    const empty = memoryOfExtension();
    add({
      title: 'From nothing to the first answer (sample1.jpg, then sample2.jpg)',
      rows: await loadRows(onlookers, samples),
      notes: [
        'Safi gets ready while the first picture is decoded; it looks for faces and at nudity, each peer at one of the two',
      ],
    });
    add({
      title: 'Faces of sample1.jpg to sample6.jpg, found at an overlap of 0.4 + boxes that are of none',
      rows: await recall(onlookers),
      notes: [],
    });
    const times: Row[] = [];
    for (const picture of pictures) {
      say(picture.name);
      times.push(...(await timesOf(onlookers, picture, Math.min(rounds, 20))));
    }
    const video = await madeVideo(folder);
    if (video) times.push(...(await timesOf([ours], video, Math.min(rounds, 5))));
    add({
      title: 'The six samples in one picture',
      rows: times,
      notes: ['Safi in a worker, which leaves the page free; peers in the page, as their readmes have it'],
    });
    const used = memoryOfExtension();
    await ours.end();
    await new Promise((done) => setTimeout(done, settling));
    const after = memoryOfExtension();
    await handBack(ours.page);
    const inUse = memoryOfExtension();
    add({
      title: "Memory of the extension's process",
      rows: [
        { when: 'before the first picture', 'MB in memory': empty?.now ?? null },
        { when: 'at its peak (50 MP and all)', 'MB in memory': used?.peak ?? null },
        { when: 'after the last picture', 'MB in memory': used?.now ?? null },
        {
          when: 'after the worker was ended, as a minute without a picture ends it',
          'MB in memory': after?.now ?? null,
        },
        { when: 'of that in use', 'MB in memory': inUse?.now ?? null },
      ],
      notes: [],
    });
    // Last: what a share in a tab has begun lives on for a minute, in the same process.
    add(await siteTab(pair, pictures.slice(0, 2)));
  } finally {
    await pair.close();
  }
  return tables;
}

export const inspection: Subject = {
  name: 'inspection',
  about: 'looking into pictures for faces and nudity: time, memory, size, and which faces are found',
  run: runInspection,
};
