import type { Page } from '@playwright/test';
import { dropFiles } from './harness/drags';
import { expect, test } from './harness/extension';
import { pdf, photo } from './harness/files';
import { card } from './harness/guard';
import { openToldPage, type Told } from './harness/told-page';

/** A share that goes as it was is told to the page exactly as the browser itself tells it to a page without Safi. */

const zone = `
  <style>body { margin: 0 } #zone { position: absolute; left: 40.5px; top: 30.25px; width: 301px; height: 203px }</style>
  <div id="zone"></div>
  <script>
    for (const type of ['dragover', 'drop', 'paste']) addEventListener(type, (event) => event.preventDefault());
  </script>`;

/** In a place that is no whole number of pixels, with Ctrl and Shift held. */
const at = { x: 100.75, y: 90.5 };
const keys = 2 + 8;

async function drop(page: Page): Promise<void> {
  await dropFiles(page, [photo('a.jpg').path, pdf('b.pdf').path, photo('c.jpg').path], { at: [at], keys });
}

test('a drop, and all that leads to it', async ({ page }) => {
  const plain = await openToldPage(page, 'plain', zone);
  await drop(page);
  await plain.heard('drop');
  const [entered, over, dropped] = await firstOfEach(plain.told, 'dragenter', 'dragover', 'drop');
  expect(dropped?.files).toEqual(['a.jpg', 'b.pdf', 'c.jpg']);

  const safi = await openToldPage(page, 'safi', zone);
  await drop(page);
  const asked = await card(page);
  const before = (await safi.told('dragenter', 'dragover')).length;
  expect(await safi.told('drop')).toEqual([]);
  await asked.choose('send-original');
  await safi.heard('drop');
  const [enteredAgain, overAgain] = (await safi.told('dragenter', 'dragover')).slice(before);
  expect(enteredAgain).toEqual(entered);
  expect(overAgain).toEqual(over);
  expect(await safi.told('drop')).toEqual([dropped]);
});

async function firstOfEach(
  told: (...types: string[]) => Promise<readonly Told[]>,
  ...types: string[]
): Promise<readonly (Told | undefined)[]> {
  return Promise.all(types.map(async (type) => (await told(type))[0]));
}
