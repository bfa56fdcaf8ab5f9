import { png } from '../../../fixtures/png';
import { action, downloaded, drop, expectStates, letGo, open, row, withPatience } from '../cleaner-page';
import { makeFile, pdf, photo, psd } from '../files';
import type { Room } from './stage';

const longName = `${'رحلة الموصل IMG 2026 '.repeat(4)}_${'x'.repeat(60)}.jpg`;

/** The cleaner: at work, stopped, through with some of each, a picture covered, saved. */
export const cleaner: Room = async ({ page, url }, look) => {
  await withPatience(page);
  await open(page, url('cleaner.html'));
  await look('empty');
  await drop(page, psd().path);
  await drop(page, photo(longName).path, makeFile('screen.png', png()).path, pdf().path);
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
  await page.locator('[data-box="1"]').waitFor();
  await look('covering');
  await action(page, 'send-covered').click();
  await row(page, 2).locator('[data-edited]').waitFor();
  await look('covered');
  await downloaded(page, action(row(page, 2), 'save'));
  await row(page, 2).and(page.locator('[data-saving="downloaded"]')).waitFor();
  await look('saved');
};
