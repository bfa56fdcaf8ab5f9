import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FromWorker } from '../../utils/channel/inspection-channel';
import { nudityLabels } from '../../utils/inspection/inspection';
import { hills, makePhoto } from '../fixtures/jpeg';
import { expect, test } from './harness/extension';
import { openNsfwjs } from './harness/nsfwjs-page';

/** The hint of the worker that is shipped, beside what nsfwjs itself says of the same picture. */

/** Decoding and both models, many times, on a machine that may be busy. */
test.setTimeout(180_000);

/** So far a score may be from that of nsfwjs. */
const near = 0.02;

const samples = [1, 2, 3, 4, 5, 6].map((number) => ({
  name: `sample${number}.jpg`,
  type: 'image/jpeg',
  bytes: readFileSync(
    join(import.meta.dirname, `../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`),
  ),
}));

/** Sizes at which the resize has a border case: no resize at all, one pixel, one row, larger than the picture. */
const sizes = [
  [1, 1],
  [2, 1],
  [224, 224],
  [224, 100],
  [97, 60],
  [5000, 3],
  [3, 2000],
  [1600, 1200],
] as const;

/** Colours, edges and half transparency that no JPEG has. */
async function draw(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const paint = canvas.getContext('2d');
      if (!paint) throw new Error('no canvas');
      const colours = paint.createLinearGradient(0, 0, across, down);
      for (const [at, colour] of ['#c68863', '#fff', '#7fd4', '#2a1a12', '#e7b48fcc'].entries())
        colours.addColorStop(at / 4, colour);
      paint.fillStyle = colours;
      paint.fillRect(0, 0, across, down);
      paint.fillStyle = '#b3202099';
      for (let x = 0; x < across; x += 7) paint.fillRect(x, (x * 3) % down, 2, 5);
      const blob = await canvas.convertToBlob();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** Asks the worker, which is kept for the next picture. */
function look(page: Page, bytes: Uint8Array, type: string): Promise<FromWorker> {
  return page.evaluate(
    ([base64, kind]) => {
      const kept = window as unknown as { worker?: Worker };
      kept.worker ??= new Worker('/inspection-worker.js', { type: 'module' });
      const { worker } = kept;
      const picture = new Blob([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], { type: kind });
      return new Promise<FromWorker>((done, reject) => {
        worker.onerror = () => reject(new Error('the worker failed'));
        worker.onmessage = ({ data }) => data.type !== 'glance' && done(data);
        // Small faces are not what is asked about.
        worker.postMessage({ type: 'look', id: 1, picture, closeLookLimit: 0 });
      });
    },
    [Buffer.from(bytes).toString('base64'), type] as const,
  );
}

test('the scores are those of nsfwjs', async ({ page, context, extensionUrl }) => {
  const other = await context.newPage();
  const classify = await openNsfwjs(other);
  await page.goto(extensionUrl('popup.html'));
  const drawn = await Promise.all(
    sizes.map(async ([width, height]) => ({
      name: `${width} × ${height}`,
      type: 'image/png',
      bytes: await draw(other, width, height),
    })),
  );
  const turned = {
    name: 'turned by its orientation',
    type: 'image/jpeg',
    bytes: makePhoto({ pixels: hills(160, 96), orientation: 6 }),
  };
  const labels = new Set<string>();
  for (const { name, type, bytes } of [...samples, ...drawn, turned]) {
    const theirs = await classify(bytes, type);
    const ours = await look(page, bytes, type);
    if (ours.type !== 'looked') throw new Error(`${name}: ${JSON.stringify(ours)}`);
    const { scores, label } = ours.nudity;
    for (const each of nudityLabels) {
      expect(Math.abs(scores[each] - (theirs[each] ?? Number.NaN)), `${name}: ${each}`).toBeLessThan(near);
    }
    expect(scores[label], name).toBe(Math.max(...nudityLabels.map((each) => scores[each])));
    labels.add(label);
  }
  expect(labels.size, 'the pictures are of more than one class').toBeGreaterThan(1);
});
