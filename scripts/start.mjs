import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openBrowser } from './browser.mjs';
import { hasDisplay } from './display.mjs';
import { attach, choose, guardCard, makeFiles } from './practice-chat.mjs';
import { root, run } from './run.mjs';
import { setUp } from './setup.mjs';

/** `npm start`: builds Safi and opens a browser with it on the practice chat; without a display, tells what it sees. */

const { executablePath } = await setUp();
const { code } = await run('wxt', ['build']);
if (code !== 0) process.exit(1);
await (hasDisplay() ? letPersonTry() : demonstrate());

/** Opens the practice chat and waits until the window is closed. */
async function letPersonTry() {
  const { context, address } = await openBrowser({ executablePath, headless: false });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address('practice.html'));
  console.log('Safi is installed in the browser that has just opened. Close its window to end.');
  await new Promise((resolve) => context.once('close', resolve));
}

/** Shares the made picture to the group, through the real guard, and prints what happened. */
async function demonstrate() {
  const folder = join(root, 'output/start');
  await mkdir(folder, { recursive: true });
  const viewport = { width: 1366, height: 640 };
  const { context, address } = await openBrowser({ executablePath, headless: true, viewport });
  try {
    const page = await context.newPage();
    await page.goto(`${address('practice.html')}?lang=en`);
    console.log('\nNo display was found, so Safi runs without a window and tells what happens.\n');

    const { picture, pictureName } = await makeFiles(page, folder);
    console.log(`Picked:  a picture drawn by code, ${pictureName}`);
    await attach(page, 'group', [picture]);
    const { card } = await guardCard(page);
    await card.locator('[data-action="preview"]').click();
    await page.screenshot({ path: join(folder, '1-asked.png') });
    console.log(`Found:   ${await line(card.locator('[data-kind]'))}`);
    console.log('Removed: all of it, before anything was asked');
    console.log(`Asked:   ${await line(card.locator('[data-audience]'))}`);
    console.log(`Offered: ${await line(card.locator('.card__choices [data-action]'))}`);

    const arrived = page.locator('[data-arrived]');
    await choose(card, 'send-clean', async () => (await arrived.count()) > 0);
    await page.screenshot({ path: join(folder, '2-sent.png') });
    console.log('Chosen:  send-clean');
    console.log(`Arrived: ${await line(arrived)}`);
    console.log(`\nScreenshots are in ${relative(process.cwd(), folder) || '.'}`);
  } finally {
    await context.close();
  }
}

/**
 * The words of every element found, in one line.
 *
 * @param {import('@playwright/test').Locator} elements
 */
async function line(elements) {
  const texts = (await elements.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  return texts.filter(Boolean).join(' · ');
}
