import type { Page } from '@playwright/test';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { isGuardFrame } from './harness/guard-frame';
import { pickFiles } from './harness/picks';

/**
 * The practice chat has no engine and no card of its own: with a share-guard that hears nothing it shows what any
 * chat without Safi gets, and every test of practice.spec.ts that holds a share would fail.
 */

/** Share-guard's listeners are those of the capture phase. */
const deaf = `const { addEventListener } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, heard, options) {
  if (!options?.capture) addEventListener.call(this, type, heard, options);
};`;

test.use({
  changes: {
    'practice.html': (page) => page.replace('<head>', '<head><script src="/deaf.js"></script>'),
    'deaf.js': () => deaf,
  },
});

const ways: readonly [string, (page: Page) => Promise<void>][] = [
  ['attached', (page) => pickFiles(page, () => page.click('[data-practice-attach]'), [photo().path])],
  [
    'dropped',
    async (page) => dropFiles(page, [photo().path], { at: [await middleOf(page.locator('.talk__flow'))] }),
  ],
];

for (const [way, share] of ways) {
  test(`${way}: nothing is held, and all that is hidden arrives`, async ({ page, extensionUrl }) => {
    await page.goto(extensionUrl('practice.html?lang=en'));
    await page.locator('[data-practice-share]').waitFor();
    await share(page);
    const arrived = page.locator('[data-arrived]');
    await expect(arrived).toContainText('IMG_20261112_163204.jpg');
    await expect(arrived.locator('[data-kind="place"]')).toBeVisible();
    expect(page.frames().some(isGuardFrame)).toBe(false);
  });
}
