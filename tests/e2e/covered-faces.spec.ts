import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { boxOverFace } from '../../utils/inspection/face-cover';
import { coverIn, type Part } from './harness/covers';
import { expect, test } from './harness/extension';

/** A covered face is not found again: by the models of the package, in the photographs of face-api's demonstration. */

const photographs = [1, 2, 3, 4, 5, 6].map((number) =>
  join(import.meta.dirname, `../../node_modules/@vladmandic/face-api/demo/sample${number}.jpg`),
);

/** The faces that the worker of the package finds. */
function facesIn(page: Page, base64: string): Promise<readonly Part[]> {
  return page.evaluate(async (bytes) => {
    const picture = new Blob([Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0))], {
      type: 'image/jpeg',
    });
    const worker = new Worker('/inspection-worker.js', { type: 'module' });
    const answer = await new Promise<{ type: string; faces: Part[] }>((resolve) => {
      worker.onmessage = ({ data }) => data.type !== 'glance' && resolve(data);
      // What is found is asked here, not how fast.
      worker.postMessage({ type: 'look', id: 1, picture, closeLookLimit: 100_000 });
    });
    worker.terminate();
    if (answer.type !== 'looked') throw new Error('not looked at');
    return answer.faces;
  }, base64);
}

const liesIn = (face: Part, box: Part) => {
  const [x, y] = [face.x + face.width / 2, face.y + face.height / 2];
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
};

for (const [index, path] of photographs.entries()) {
  test(`photograph ${index + 1}`, async ({ page, extensionUrl }) => {
    // Two looks with the models; a second each on a quiet machine.
    test.slow();
    await page.goto(extensionUrl('popup.html'));
    const bytes = readFileSync(path);
    const faces = await facesIn(page, bytes.toString('base64'));
    expect(faces.length).toBeGreaterThan(0);
    const { opened } = await coverIn(page, { bytes, type: 'image/jpeg' });
    if (!opened) throw new Error('not opened');
    const boxes = faces.map((face) => boxOverFace(face, opened.width, opened.height));
    const made = await coverIn(page, { bytes, type: 'image/jpeg' }, { boxes });
    const again = await facesIn(page, made.base64);
    expect(again.filter((face) => boxes.some((box) => liesIn(face, box)))).toEqual([]);
  });
}
