import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePhoto } from '../fixtures/jpeg';
import { movie } from '../fixtures/mp4';
import { png } from '../fixtures/png';
import {
  action,
  drop,
  expectStates,
  letGo,
  open,
  row,
  withoutPickers,
  withPatience,
} from './harness/cleaner-page';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { makeFile, pdf, photo, psd } from './harness/files';
import { copy, paste } from './harness/pastes';
import { pickFiles } from './harness/picks';

/** The cleaner: files that go elsewhere lose what is hidden in them, and leave the page only where they are saved. */

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
