import { png } from '../fixtures/png';
import { violationsIn } from './harness/axe';
import {
  action,
  downloaded,
  drop,
  expectStates,
  letGo,
  open,
  row,
  withPatience,
} from './harness/cleaner-page';
import { expect, test } from './harness/extension';
import { makeFile, pdf, photo, psd } from './harness/files';

/** The cleaner in each of its states, as axe sees it and as narrow as it gets. */

const plainPng = () => makeFile('screen.png', png());

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
