import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { choose, guardCard, guardFrame, photoshop } from '../practice-chat.mjs';
import { root } from '../run.mjs';
import { openSharePage, share } from '../share-page.mjs';
import { desktop, narrowest } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The card on a site, to a group: people in the picture, each way to begin, each square with its faces; and the
 * lines that say how to go on.
 *
 * @param {Stage} stage
 */
export async function takeShares({ page, folder, shoot }) {
  const portraits = [1, 5].map((number) =>
    join(root, `node_modules/@vladmandic/face-api/demo/sample${number}.jpg`),
  );
  const [picture = ''] = portraits;
  const uncleaned = join(folder, 'drawing.psd');
  await writeFile(uncleaned, photoshop);
  await page.setViewportSize(desktop);
  await openSharePage(page);
  /** @param {readonly string[]} files */
  const asked = async (files) => {
    await share(page, files);
    const { frame, card } = await guardCard(page);
    if (files[0] !== uncleaned) await card.locator('[data-sight="looked"]').waitFor();
    return { frame, card };
  };
  for (const [name, files] of /** @type {const} */ ([
    ['one', [picture]],
    ['several', [...portraits, uncleaned, picture]],
  ])) {
    for (const lead of ['ripple', 'line', 'band']) {
      const { card } = await asked(files);
      await shoot(`share-${name}-${lead}`);
      if (lead === 'band') {
        await page.setViewportSize(narrowest);
        await shoot(`share-${name}-narrowest`);
        await page.setViewportSize(desktop);
        const told = card.locator('#once');
        await choose(card, 'view-once', () => told.isVisible());
        await shoot(`share-${name}-once`);
      }
      await choose(card, 'not-now', async () => !(await card.isVisible()));
    }
  }
  for (const [action, files] of /** @type {const} */ ([
    ['one-person', [picture]],
    ['use-screenshot', [uncleaned]],
  ])) {
    const { frame, card } = await asked(files);
    const line = frame.locator('[data-level="notice"]');
    await choose(card, action, () => line.isVisible());
    await shoot(`notice-${action}`);
  }
  const { card } = await asked([picture]);
  await card.locator('[data-action="pause-chat"]').check();
  await shoot('share-pause');
  await choose(card, 'send-original', async () => !(await card.isVisible()));
  await share(page, [picture]);
  const frame = await guardFrame(page);
  await frame.locator('[data-says="paused"]').waitFor();
  await shoot('notice-paused');
}
