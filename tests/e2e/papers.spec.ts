import type { Page } from '@playwright/test';
import { lessons } from '../../utils/help/lessons';
import { expect, test } from './harness/extension';

/** What is printed, as the browser lays it on A4, and that nothing of it stays behind. */

const { length: ten } = lessons;

/** The ways to them, one after the other in one panel; how many pages each has. */
const papers: readonly {
  readonly way: readonly string[];
  readonly name: string;
  readonly pages: number;
  /** One that goes on over several pages. */
  readonly long?: true;
  /** Chosen before it is printed. */
  readonly region?: 'federal' | 'kurdistan';
}[] = [
  { way: ['know', 'sheet'], name: 'sheet', pages: 2, long: true },
  { way: ['safer', 'parents'], name: 'parents', pages: 1 },
  { way: ['safer', 'receivers'], name: 'receivers', pages: 1 },
  { way: ['safer', 'workshop'], name: 'lessons', pages: ten },
  { way: ['safer', 'workshop', 'outline'], name: 'outline', pages: 1 },
  { way: ['safer', 'workshop', 'poster'], name: 'poster-federal', pages: 1 },
  { way: ['safer', 'workshop', 'poster'], name: 'poster-kurdistan', pages: 1 },
  { way: ['safer', 'lessons', 'lesson-first-hour'], name: 'lesson-first-hour', pages: 1 },
  { way: ['safer', 'workshop'], name: 'lessons', pages: ten, region: 'kurdistan' },
  { way: ['safer', 'parents'], name: 'parents', pages: 1, region: 'kurdistan' },
];

async function go(page: Page, way: readonly string[]): Promise<void> {
  const back = page.locator('header [data-go]');
  while (await back.isVisible()) await back.click();
  for (const screen of way) await page.locator(`main [data-go="${screen}"]`).click();
}

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`in ${language}: each is one page of A4, the lessons ten, the report sheet two`, async ({
    page,
    extensionUrl,
  }) => {
    await page.goto(extensionUrl(`sidepanel.html?lang=${language}`));
    // What a browser does when it prints; the printing itself comes below, and clears up after itself.
    await page.evaluate(() => {
      window.print = () => dispatchEvent(new Event('beforeprint'));
    });
    for (const { way, name, pages, long, region } of papers) {
      await go(page, way);
      if (region) await page.locator(`[data-region="${region}"] input`).check();
      await page.locator(`[data-prints="${name}"]`).click();
      await expect(page.locator('.paper')).toHaveCount(long ? 1 : pages);
      await expect(page.locator('.paper').first()).toBeHidden();
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type \/Page\b/g)?.length, name).toBe(pages);
      await expect(page.locator('.paper')).toHaveCount(0);
    }
  });
}

test('in a panel that cannot print, in an empty window of its own, which goes with the screen', async ({
  page,
  extensionUrl,
}) => {
  await page.goto(extensionUrl('sidepanel.html?lang=ar'));
  await go(page, ['safer', 'workshop', 'poster']);
  await page.evaluate(() => {
    window.print = () => {};
  });
  const opened = page.context().waitForEvent('page');
  await page.locator('[data-prints="poster-federal"]').click();
  const own = await opened;
  expect(own.url()).toBe('about:blank');
  await expect(own.locator('.paper__number').first()).toHaveText('497');
  await expect(own.locator('.paper__number').first()).toBeVisible();
  await expect(own.locator('html')).toHaveAttribute('dir', 'rtl');
  const closed = own.waitForEvent('close');
  await page.locator('header [data-go="workshop"]').click();
  await closed;
});

test('where no window opens either, it says so', async ({ page, extensionUrl }) => {
  await page.goto(extensionUrl('sidepanel.html?lang=en'));
  await go(page, ['safer', 'receivers']);
  await page.evaluate(() => {
    window.print = () => {};
    window.open = () => null;
  });
  await page.locator('[data-prints="receivers"]').click();
  await expect(page.locator('.toast')).toBeVisible();
  await expect(page.locator('.paper')).toHaveCount(0);
});
