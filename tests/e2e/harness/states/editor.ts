import type { PageOptions } from '../../pages/whatsapp-types';
import { expect } from '../extension';
import { photo } from '../files';
import { card } from '../guard';
import { openWhatsApp } from '../whatsapp-page';
import { longName, type Room } from './stage';

const group: PageOptions = { kind: 'group', title: longName, members: 43, model: 'both' };

/** The cover editor over a site: each of its tools, boxes in every state, its help. */
export const editor: Room = async ({ page }, look) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('photos', [photo().path, photo().path]);
  const { frame } = await card(page);
  await expect(async () => {
    const isOpen = await frame.locator('.editor').isVisible();
    if (!isOpen) await frame.locator('[data-action="cover-faces"]').click({ timeout: 500 });
    await expect(frame.locator('.editor')).toBeVisible({ timeout: 300 });
  }).toPass({ intervals: [50] });
  await frame.locator('.canvas__pic canvas').waitFor();
  await look('opened', frame);
  for (const box of [1, 2]) {
    await frame.locator('[data-action="add-box"]').click();
    await frame.locator(`[data-box="${box}"]`).waitFor();
  }
  await frame.locator('[data-tick="2"]').uncheck();
  await look('boxes', frame);
  await frame.locator('[data-tool="brush"]').click();
  await look('brush', frame);
  await frame.locator('[data-tool="crop"]').click();
  await frame.locator('[data-preset]').first().waitFor();
  await look('crop', frame);
  await frame.locator('.editor [data-action="help"]').click();
  await frame.locator('[data-screen="first"]').waitFor();
  await look('help', frame);
};
