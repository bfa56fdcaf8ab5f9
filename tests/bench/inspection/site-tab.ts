import type { Page } from '@playwright/test';
import { choose, guardFrame } from '../../../scripts/practice-chat.mjs';
import { openSharePage, share } from '../../../scripts/share-page.mjs';
import type { Pair, Row, Table } from '../subject';
import type { Picture } from './pictures';

/** What the person and the site's tab feel while a picture is looked into: first signs, and tasks that hold the tab up. */

interface Felt {
  /** Since this, in milliseconds since 1970. */
  since: number;
  /** Lengths of the tasks over 50 ms. */
  tasks: number[];
}

/** Runs in the page: from now on long tasks are noted. */
function feel(): void {
  const felt: Felt = { since: Date.now(), tasks: [] };
  Object.assign(window, { felt });
  const observer = new PerformanceObserver((list) => {
    felt.tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
}

interface Signs {
  /** When something of Safi was first to be seen, in milliseconds since 1970. */
  first: number | null;
  /** When the card asked. */
  card: number | null;
  /** When it had looked at everything. */
  looked: number | null;
}

/** Runs in the guard frame: notes when its signs appear. */
function watchSigns(): void {
  const signs: Signs = { first: null, card: null, looked: null };
  Object.assign(window, { signs });
  const look = () => {
    const is = (selector: string) => (document.querySelector(selector) ? Date.now() : null);
    signs.first ??= is('[data-level]');
    signs.card ??= is('[data-level="ask"]');
    signs.looked ??= is('[data-sight="looked"]');
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
}

/** A frame that shows nothing yet draws nothing: it is asked every so many milliseconds, not when it draws. */
const unseen = { polling: 50 };

/** One share of one picture; the site is the same with Safi and without it. */
async function feltBy(
  page: Page,
  path: string,
  withSafi: boolean,
): Promise<{ felt: Felt; signs: Signs | null }> {
  await page.evaluate(feel);
  if (!withSafi) {
    await share(page, [path]);
    return { felt: await page.evaluate(() => (window as unknown as { felt: Felt }).felt), signs: null };
  }
  const chooser = page.waitForEvent('filechooser');
  await page.click('input[type="file"]');
  const opened = await chooser;
  // The click has warmed the frame while the person was in the dialog.
  const frame = await guardFrame(page);
  await frame.waitForFunction(() => document.readyState === 'complete', undefined, unseen);
  await frame.evaluate(watchSigns);
  const begin = Date.now();
  await opened.setFiles([path]);
  await frame.waitForFunction(
    () => (window as unknown as { signs: Signs }).signs.looked !== null,
    undefined,
    unseen,
  );
  const absolute = await frame.evaluate(() => (window as unknown as { signs: Signs }).signs);
  const since = (time: number | null) => time && time - begin;
  const felt = await page.evaluate(() => (window as unknown as { felt: Felt }).felt);
  const card = frame.locator('[data-level="ask"]');
  await choose(card, 'not-now', async () => !(await card.isVisible()));
  const signs = { first: since(absolute.first), card: since(absolute.card), looked: since(absolute.looked) };
  return { felt, signs };
}

/** The first picture of a tab finds no model loaded; the one after it finds them ready. */
export async function siteTab({ plain, safi }: Pair, pictures: readonly Picture[]): Promise<Table> {
  const rows: Row[] = [];
  for (const { name, path } of pictures) {
    for (const tab of [plain, safi]) {
      const withSafi = tab === safi;
      const page = await tab.context().newPage();
      await openSharePage(page);
      for (const when of ['cold', 'warm'] as const) {
        const { felt, signs } = await feltBy(page, path, withSafi);
        rows.push({
          picture: `${name}, ${when}`,
          who: withSafi ? 'with Safi' : 'without',
          'first sign, ms': signs?.first ?? null,
          'card, ms': signs?.card ?? null,
          'all looked at, ms': signs?.looked ?? null,
          'tasks over 50 ms': felt.tasks.length,
          'longest, ms': felt.tasks.length > 0 ? Math.max(...felt.tasks) : null,
        });
      }
      await page.close();
    }
  }
  return {
    title: "The site's tab while a picture to a group is looked into",
    rows,
    notes: ['milliseconds since the file was picked; tasks as the browser tells the page of them'],
  };
}
