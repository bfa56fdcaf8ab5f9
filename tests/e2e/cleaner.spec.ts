import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makePhoto } from '../fixtures/jpeg';
import { movie } from '../fixtures/mp4';
import { png } from '../fixtures/png';
import { unzip } from '../fixtures/unzip';
import { violationsIn } from './harness/axe';
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
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { makeFile, pdf, photo, psd } from './harness/files';
import { copy, paste } from './harness/pastes';
import { pickFiles } from './harness/picks';

/** The cleaner: files that go elsewhere lose what is hidden in them, and leave the page only where they are saved. */

/** In the place of the folder that a person would pick, one of the page's own. */
async function withFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
}

/** Files are handed to the worker when the page is told to, so that a test can look in between. */
async function withPatience(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isPatient = true;
    class PatientWorker extends Worker {
      override postMessage(message: unknown): void {
        if (isPatient) held.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    }
    Object.assign(window, {
      Worker: PatientWorker,
      letGo() {
        isPatient = false;
        for (const go of held.splice(0)) go();
      },
    });
  });
}

const letGo = (page: Page) => page.evaluate(() => (window as unknown as { letGo(): void }).letGo());

/** `trip/a.jpg`, `trip/notes.txt`, `trip/day 2/b.jpg`. */
function makeFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'safi-cleaner-')), 'trip');
  mkdirSync(join(folder, 'day 2'), { recursive: true });
  for (const name of ['a.jpg', 'day 2/b.jpg']) writeFileSync(join(folder, name), makePhoto());
  writeFileSync(join(folder, 'notes.txt'), 'nothing personal');
  return folder;
}

const plainPng = () => makeFile('screen.png', png());
const video = () => makeFile('VID_20261112.mp4', movie());

test('dropped files: what is hidden by its kinds, values only when asked for, new names, and nothing kept', async ({
  page,
  extensionUrl,
  background,
}) => {
  const stored = () => background.evaluate(() => chrome.storage.local.get(null));
  const before = await stored();
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, photo().path, plainPng().path, psd().path, pdf().path);
  await expectStates(page, ['cleaned', 'already-clean', 'refused', 'left-out']);
  await expect(page.locator('#sum')).toHaveText('4 files, hidden data in 1');
  await expect(page.locator('[data-said]')).toContainText('1 could not be cleaned');

  await expect(row(page, 0).locator('[data-kind="place"]')).toBeVisible();
  await expect(page.locator('main')).not.toContainText('36.34');
  await action(row(page, 0), 'unfold').click();
  await expect(row(page, 0)).toContainText('36.34, 43.13');
  await expect(row(page, 0).locator('[data-new-name]')).toHaveText('photo-1.jpg');
  await expect(row(page, 1).locator('[data-new-name]')).toHaveText('photo-2.png');

  await expect(row(page, 2)).toContainText('Safi cannot clean this kind of file yet.');
  for (const left of [2, 3]) {
    await expect(action(row(page, left), 'save')).toHaveCount(0);
    await expect(action(row(page, left), 'retry')).toHaveCount(0);
  }
  expect(await stored()).toEqual(before);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);

  await action(page, 'clear').click();
  await expect(page.locator('[data-file]')).toHaveCount(0);
  await expect(action(page, 'choose')).toBeFocused();
  await page.reload();
  await expect(page.locator('[data-zone]')).toBeVisible();
  await expect(page.locator('[data-file]')).toHaveCount(0);
});

test('a folder that is dropped: all that lies in it, by name', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, makeFolder());
  await expectStates(page, ['cleaned', 'cleaned', 'left-out']);
  await expect(row(page, 0)).toContainText('a.jpg');
  await expect(row(page, 1)).toContainText('b.jpg');
});

test('files and a folder that are chosen by the buttons', async ({ page, extensionUrl }) => {
  await withoutPickers(page);
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await pickFiles(page, () => action(page, 'choose').click(), [photo().path, video().path]);
  await expectStates(page, ['cleaned', 'cleaned']);
  await expect(row(page, 1).locator('[data-new-name]')).toHaveText('video-2.mp4');
  await pickFiles(page, () => action(page, 'choose-folder').click(), [makeFolder()]);
  await expect(page.locator('[data-file]')).toHaveCount(5);
});

test('a picture that is pasted @chromium-only', async ({ page, extensionUrl }) => {
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await copy(page, { picture: true });
  await paste(page, page.locator('h1'));
  await expectStates(page, ['already-clean']);
});

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

test('stopped, then tried again @chromium-only', async ({ page, extensionUrl }) => {
  await withPatience(page);
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, photo().path, photo('b.jpg').path, photo('c.jpg').path);
  await expectStates(page, ['cleaning', 'waiting', 'waiting']);
  await action(row(page, 0), 'cancel').click();
  await expectStates(page, ['stopped', 'cleaning', 'waiting']);
  await action(page, 'stop').focus();
  await page.keyboard.press('Enter');
  await expectStates(page, ['stopped', 'stopped', 'stopped']);
  // The button is gone; who was at it stays in the same place.
  await expect(page.locator('#sum')).toBeFocused();
  await expect(action(page, 'save-zip')).toHaveCount(0);
  await action(row(page, 1), 'retry').click();
  await expectStates(page, ['stopped', 'cleaning', 'stopped']);
  await letGo(page);
  await expectStates(page, ['stopped', 'cleaned', 'stopped']);
});

test('a worker that dies takes one file with it, which can be tried again @chromium-only', async ({
  page,
  extensionUrl,
}) => {
  await page.addInitScript(() => {
    let deaths = 0;
    class MortalWorker extends Worker {
      override postMessage(message: unknown): void {
        if (deaths++ === 0) this.dispatchEvent(new ErrorEvent('error'));
        else super.postMessage(message);
      }
    }
    Object.assign(window, { Worker: MortalWorker });
  });
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await drop(page, photo().path, photo('b.jpg').path);
  await expectStates(page, ['refused', 'cleaned']);
  await action(row(page, 0), 'retry').click();
  await expectStates(page, ['cleaned', 'cleaned']);
});

test('files that are dropped on the popup are cleaned on a page of their own @chromium-only', async ({
  page,
  context,
  extensionUrl,
}) => {
  await page.goto(extensionUrl('popup.html?lang=en'));
  const opened = context.waitForEvent('page');
  await dropFiles(page, [photo().path, makeFolder()], { at: [await middleOf(action(page, 'cleaner'))] });
  const cleaner = await opened;
  await expectStates(cleaner, ['cleaned', 'cleaned', 'cleaned', 'left-out']);
  expect(cleaner.url()).toBe(extensionUrl('cleaner.html'));
});

test('the popup opens the cleaner @chromium-only', async ({ page, context, extensionUrl }) => {
  await page.goto(extensionUrl('popup.html?lang=en'));
  const opened = context.waitForEvent('page');
  await action(page, 'cleaner').click();
  expect((await opened).url()).toBe(extensionUrl('cleaner.html'));
});

test('by keyboard alone: chosen, looked at, saved @chromium-only', async ({ page, extensionUrl }) => {
  await withoutPickers(page);
  await open(page, extensionUrl('cleaner.html?lang=en'));
  await page.keyboard.press('Tab');
  await expect(action(page, 'choose')).toBeFocused();
  await pickFiles(page, () => page.keyboard.press('Enter'), [photo().path]);
  await expectStates(page, ['cleaned']);
  const stops = ['choose-folder', 'clear', 'save-zip', 'unfold', 'cover-faces', 'save'];
  for (const stop of stops) {
    await page.keyboard.press('Tab');
    await expect(action(page, stop)).toBeFocused();
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toBe('photo-1.jpg');
  await expect(action(page, 'save')).toBeFocused();
});

const longName = `${'رحلة الموصل IMG 2026 '.repeat(4)}_${'x'.repeat(60)}.jpg`;

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`every state, ${language}: nothing for axe to say, nothing runs out of 320 pixels @chromium-only`, async ({
    page,
    extensionUrl,
  }) => {
    await withPatience(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, extensionUrl(`cleaner.html?lang=${language}`));
    const look = async (state: string) => {
      expect(await violationsIn(page), `${state}, ${language}`).toEqual([]);
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(over, `${state}, ${language}`).toBeLessThanOrEqual(0);
    };
    await look('empty');
    await drop(page, psd().path);
    await drop(page, photo(longName).path, plainPng().path, pdf().path);
    await expectStates(page, ['cleaning', 'waiting', 'waiting', 'waiting']);
    await look('working');
    await action(page, 'stop').click();
    await expectStates(page, ['stopped', 'stopped', 'stopped', 'stopped']);
    await look('stopped');
    await action(row(page, 0), 'retry').click();
    await letGo(page);
    await expectStates(page, ['refused', 'stopped', 'stopped', 'stopped']);
    await look('refused');
    for (const id of [1, 2, 3]) await action(row(page, id), 'retry').click();
    await expectStates(page, ['refused', 'cleaned', 'already-clean', 'left-out']);
    await look('mixed');
    await action(row(page, 1), 'unfold').click();
    await look('unfolded');
    await action(row(page, 2), 'cover-faces').click();
    await action(page, 'add-box').click();
    await look('covering');
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('covering, dark');
    await page.emulateMedia({ colorScheme: null });
    await action(page, 'send-covered').click();
    await expect(row(page, 2).locator('[data-edited]')).toBeVisible();
    await look('covered');
    await downloaded(page, action(row(page, 2), 'save'));
    await expect(row(page, 2)).toHaveAttribute('data-saving', 'downloaded');
    await look('saved');
    await page.emulateMedia({ colorScheme: 'dark' });
    await look('dark');
    await page.emulateMedia({ colorScheme: null });
  });
}
