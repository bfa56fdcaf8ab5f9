import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { openBrowser } from './browser.mjs';
import { attach, guardCard, makeFiles } from './practice-chat.mjs';
import { root, run } from './run.mjs';
import { takeCards } from './screenshots/cards.mjs';
import { takeCleaner } from './screenshots/cleaner.mjs';
import { takeForwards } from './screenshots/forwards.mjs';
import { takeHelp } from './screenshots/help.mjs';
import { takePopup } from './screenshots/popup.mjs';
import { takePractice } from './screenshots/practice.mjs';
import { takeSettings } from './screenshots/settings.mjs';
import { takeShares } from './screenshots/shares.mjs';
import { desktop } from './screenshots/stage.mjs';
import { takeWelcome } from './screenshots/welcome.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm run screenshots`: every page in every state and language, in the real built extension, into
 * output/screenshots. `--only cards,help` takes some of the rooms, `--built` what is built already; with `--readme`
 * also the one picture of the README.
 */

/** @type {Readonly<Record<string, (stage: import('./screenshots/stage.mjs').Stage) => Promise<void>>>} */
const rooms = {
  cards: takeCards,
  shares: takeShares,
  forwards: takeForwards,
  practice: takePractice,
  popup: takePopup,
  help: takeHelp,
  cleaner: takeCleaner,
  welcome: takeWelcome,
  settings: takeSettings,
};
const languages = await readdir(join(root, 'utils/i18n/catalogue'));
const folder = join(root, 'output/screenshots');

const { values: asked } = parseArgs({
  options: {
    only: { type: 'string', default: Object.keys(rooms).join() },
    built: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
  },
});
const names = asked.only.split(',');
const unknown = names.filter((name) => !(name in rooms));
if (unknown.length > 0) {
  console.error(`no room ${unknown.join(', ')}; there are: ${Object.keys(rooms).join(', ')}`);
  process.exit(2);
}

const { executablePath } = await setUp();
if (!asked.built && (await run('wxt', ['build'])).code !== 0) process.exit(1);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let taken = 0;
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) await takeAll(colorScheme);
console.log(`${taken} screenshots are in ${relative(process.cwd(), folder)}`);

/** @param {'light' | 'dark'} colorScheme */
async function takeAll(colorScheme) {
  const { context, address } = await openBrowser({
    executablePath,
    headless: true,
    viewport: desktop,
    colorScheme,
  });
  for (const language of languages) {
    await context
      .serviceWorkers()[0]
      ?.evaluate(
        (spoken) => chrome.storage.local.set({ settings: { version: 1, language: spoken, asks: 'always' } }),
        language,
      );
    const page = await context.newPage();
    /** @param {string} name */
    const shoot = async (name) => {
      await drawn(page);
      await page.screenshot({ path: join(folder, `${name}.${language}.${colorScheme}.png`) });
      taken += 1;
    };
    for (const name of names) await rooms[name]?.({ page, address, language, folder, shoot });
    await page.close();
  }
  if (colorScheme === 'light' && asked.readme) await takeReadme(context, address);
  await context.close();
}

/**
 * Waits until every picture in sight is drawn; one that cannot be drawn has an icon in its place.
 *
 * @param {import('@playwright/test').Page} page
 */
async function drawn(page) {
  for (const frame of page.frames()) {
    await frame.evaluate(() => Promise.allSettled([...document.images].map((image) => image.decode())));
  }
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {(name: string) => string} address
 */
async function takeReadme(context, address) {
  const page = await context.newPage();
  await context
    .serviceWorkers()[0]
    ?.evaluate(() => chrome.storage.local.set({ settings: { version: 1, language: 'en', asks: 'always' } }));
  await page.goto(`${address('practice.html')}?lang=en`);
  const { picture } = await makeFiles(page, folder);
  await attach(page, 'group', [picture]);
  const { card } = await guardCard(page);
  await card.locator('[data-action="preview"]').click();
  await page.screenshot({ path: join(root, 'docs/safi.png') });
}
