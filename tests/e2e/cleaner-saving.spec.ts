import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { makePhoto } from '../fixtures/jpeg';
import { movie } from '../fixtures/mp4';
import { png } from '../fixtures/png';
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
import { makeFile, photo, psd } from './harness/files';

/** What the cleaner saves: clean, under new names, and never over what is there. */

/** In the place of the folder that a person would pick, one of the page's own. */
async function withFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

const plainPng = () => makeFile('screen.png', png());
const video = () => makeFile('VID_20261112.mp4', movie());

test('one is saved, clean, under its new name; its original stays @chromium-only', async ({
  page,
  extensionUrl,
}) => {
  const original = photo();
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, original.path);
  await expectStates(page, ['cleaned']);
  const download = await downloaded(page, action(row(page, 0), 'save'));
  expect(download.suggestedFilename()).toBe('photo-1.jpg');
  await expectClean('photo-1.jpg', await bytesOf(download));
  await expect(row(page, 0)).toHaveAttribute('data-saving', 'downloaded');
  expect(readFileSync(original.path)).toEqual(Buffer.from(original.bytes));
});

test('all as one ZIP file: every file in it is clean @chromium-only', async ({ page, extensionUrl }) => {
  await withoutPickers(page);
  await open(page, extensionUrl('cleaner.html?lang=ar'));
  const pictures = Array.from({ length: 40 }, (_, at) => photo(`IMG_2026111${at}.jpg`).path);
  await drop(page, ...pictures, video().path, psd().path, plainPng().path);
  await expect(page.locator('[data-state="cleaned"]')).toHaveCount(41);
  await expect(page.locator('[data-work="false"]')).toBeVisible();
  const download = await downloaded(page, action(page, 'save-zip'));
  expect(download.suggestedFilename()).toBe('photos.zip');
  const files = unzip(await bytesOf(download));
  expect(files.map(({ name }) => name)).toEqual([
    ...pictures.map((_, at) => `photo-${at + 1}.jpg`),
    'video-41.mp4',
    'photo-42.png',
  ]);
  for (const { name, bytes } of files) await expectClean(name, bytes);
  await expect(page.locator('[data-saving="downloaded"]')).toHaveCount(42);
});

test('all into a folder: nothing that is there is written over @chromium-only', async ({
  page,
  extensionUrl,
}) => {
  await withFolder(page);
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const writing = await (await folder.getFileHandle('photo-1.jpg', { create: true })).createWritable();
    await writing.write('was here');
    await writing.close();
  });
  await drop(page, photo().path, photo('other.jpg').path);
  await expectStates(page, ['cleaned', 'cleaned']);
  await action(page, 'save-all').click();
  await expect(page.locator('[data-saving="saved"]')).toHaveCount(2);
  const written = await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files: Record<string, number[]> = {};
    for await (const [name, handle] of folder.entries()) {
      const file = await (handle as FileSystemFileHandle).getFile();
      files[name] = [...new Uint8Array(await file.arrayBuffer())];
      await folder.removeEntry(name);
    }
    return files;
  });
  expect(Object.keys(written).sort()).toEqual(['photo-1 (2).jpg', 'photo-1.jpg', 'photo-2.jpg']);
  expect(Buffer.from(written['photo-1.jpg'] ?? []).toString()).toBe('was here');
  for (const name of ['photo-1 (2).jpg', 'photo-2.jpg']) {
    await expectClean(name, Uint8Array.from(written[name] ?? []));
  }
});

test('a copy whose original has changed meanwhile: not saved, and said; the others are @chromium-only', async ({
  page,
  extensionUrl,
}) => {
  await withoutPickers(page);
  const changed = makeFile('large.jpg', makePhoto());
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, changed.path, photo().path);
  await expectStates(page, ['cleaned', 'cleaned']);
  writeFileSync(changed.path, 'something else, of another length');
  const download = await downloaded(page, action(page, 'save-zip'));
  expect(unzip(await bytesOf(download)).map(({ name }) => name)).toEqual(['photo-2.jpg']);
  await expect(row(page, 0)).toHaveAttribute('data-saving', 'failed');
  await expect(row(page, 0)).toContainText('Could not be saved');
});
