import type { Page } from '@playwright/test';
import { hills } from '../fixtures/jpeg';
import { movie } from '../fixtures/mp4';
import { everything, png } from '../fixtures/png';
import { unzip } from '../fixtures/unzip';
import {
  action,
  bytesOf,
  downloaded,
  drop,
  expectClean,
  expectStates,
  open,
  row,
  withoutPickers,
} from './harness/cleaner-page';
import { expect, test } from './harness/extension';
import { makeFile, photo } from './harness/files';
import { tabTo } from './harness/keys';
import { portrait } from './harness/portraits';

/** Faces are covered in the cleaner's page itself, by the editor of the card. */

/** What a saved picture shows: its size, and the colour in the middle. */
function look(page: Page, bytes: Uint8Array, type: string) {
  return page.evaluate(
    async ([told, kind]) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(told)], { type: kind }));
      const { width, height } = bitmap;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      return { width, height, middle: [...(context?.getImageData(width / 2, height / 2, 1, 1).data ?? [])] };
    },
    [[...bytes], type] as const,
  );
}

/** What would be saved for the first file: its row shows it, soon after it changed. */
async function expectShown(page: Page, isSolid: boolean): Promise<void> {
  const image = row(page, 0).locator('.files__thumb img');
  const middle = () =>
    image.evaluate((shown: HTMLImageElement) => {
      const { naturalWidth: width, naturalHeight: height } = shown;
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const context = canvas.getContext('2d');
      context?.drawImage(shown, 0, 0);
      return [...(context?.getImageData(width / 2, height / 2, 1, 1).data ?? [])];
    });
  const shown = expect.poll(middle);
  if (isSolid) await shown.toEqual(solid.middle);
  else await shown.not.toEqual(solid.middle);
}

const solid = { width: 160, height: 120, middle: [42, 60, 57, 255] };
const picture = () => makeFile('IMG_1.png', png({ pixels: hills(160, 120), before: everything }));

test('covered by keys alone: the copy goes in the clean one’s place, and can be taken back', async ({
  page,
  extensionUrl,
}) => {
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, picture().path, makeFile('VID_1.mp4', movie()).path);
  await expectStates(page, ['cleaned', 'cleaned']);
  await expect(action(row(page, 1), 'cover-faces')).toHaveCount(0);

  await action(row(page, 0), 'cover-faces').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.editor h1')).toBeFocused();
  await expect(page.locator('main')).toHaveAttribute('inert');
  await tabTo(page, page, '[data-action="add-box"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-box="1"]')).toBeFocused();
  await tabTo(page, page, '[name="how"]:checked');
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page, '[data-action="send-covered"]');
  await page.keyboard.press('Enter');
  await expect(row(page, 0).locator('[data-edited]')).toBeVisible();
  await expect(action(row(page, 0), 'cover-faces')).toBeFocused();
  await expectShown(page, true);

  // Escape changes nothing; without a cover the clean picture is in its place again.
  await action(row(page, 0), 'cover-faces').click();
  await page.keyboard.press('Escape');
  await expect(row(page, 0).locator('[data-edited]')).toBeVisible();
  await action(row(page, 0), 'cover-faces').click();
  await action(page, 'send-covered').click();
  await expect(row(page, 0).locator('[data-edited]')).toHaveCount(0);
  await expectShown(page, false);
});

test('offline, what was covered is what is saved, beside the others @chromium-only', async ({
  page,
  context,
  extensionUrl,
}) => {
  await withoutPickers(page);
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await context.setOffline(true);
  await drop(page, picture().path, photo().path);
  await expectStates(page, ['cleaned', 'cleaned']);
  await action(row(page, 0), 'cover-faces').click();
  await action(page, 'add-box').click();
  await page.locator('[name="how"][value="solid"]').check({ force: true });
  await action(page, 'send-covered').click();
  await expect(row(page, 0).locator('[data-edited]')).toBeVisible();
  const [first, second] = unzip(await bytesOf(await downloaded(page, action(page, 'save-zip'))));
  await context.setOffline(false);
  expect([first?.name, second?.name]).toEqual(['photo-1.png', 'photo-2.jpg']);
  if (!first) return;
  await expectClean('photo-1.png', first.bytes);
  expect(await look(page, first.bytes, 'image/png')).toEqual(solid);
});

test('faces in a photograph are found, and would be covered', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, portrait(1).path);
  await expectStates(page, ['cleaned']);
  await action(row(page, 0), 'cover-faces').click();
  await expect(page.locator('[data-box][aria-pressed="true"]').first()).toBeVisible();
});
