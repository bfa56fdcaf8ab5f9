import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { openBrowser } from './browser.mjs';
import { confirmForward } from './forward-page.mjs';
import { attach, choose, guardCard, guardFrame, makeFiles, photoshop } from './practice-chat.mjs';
import { root, run } from './run.mjs';
import { setUp } from './setup.mjs';
import { openSharePage, share } from './share-page.mjs';

/**
 * `npm run screenshots`: card, practice chat, panel, popup and cleaner in every state and language, in the real built extension, into
 * output/screenshots. With `--readme` also the one picture of the README.
 */

const languages = ['ar', 'ckb', 'en'];
const folder = join(root, 'output/screenshots');
const desktop = { width: 1366, height: 640 };
const phone = { width: 390, height: 760 };
const narrowest = { width: 320, height: 900 };
const panel = { width: 360, height: 640 };

const { executablePath } = await setUp();
const { code } = await run('wxt', ['build']);
if (code !== 0) process.exit(1);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
let taken = 0;
for (const colorScheme of /** @type {const} */ (['light', 'dark'])) await shootAll(colorScheme);
console.log(`${taken} screenshots are in ${relative(process.cwd(), folder)}`);

/** @param {'light' | 'dark'} colorScheme */
async function shootAll(colorScheme) {
  const { context, address } = await openBrowser({
    executablePath,
    headless: true,
    viewport: desktop,
    colorScheme,
  });
  const worker = context.serviceWorkers()[0];
  for (const language of languages) {
    await worker?.evaluate(
      (chosen) => chrome.storage.local.set({ settings: { version: 1, language: chosen, asks: 'always' } }),
      language,
    );
    const page = await context.newPage();
    /** @param {string} name */
    const shoot = async (name) => {
      await drawn(page);
      await page.screenshot({ path: join(folder, `${name}.${language}.${colorScheme}.png`) });
      taken += 1;
    };
    await shootCards(page, address('practice.html'), shoot);
    await shootShares(page, shoot);
    await shootForwards(page, shoot);
    await shootPractice(page, address('practice.html'), shoot);
    await shootPanels(page, address, language, shoot);
    await shootCleaner(page, address, language, shoot);
    await page.close();
  }
  if (colorScheme === 'light' && process.argv.includes('--readme')) await shootReadme(context, address);
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
 * @param {import('@playwright/test').Page} page
 * @param {string} practice
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootCards(page, practice, shoot) {
  await page.setViewportSize(desktop);
  await page.goto(practice);
  const files = await makeFiles(page, folder);
  /** @type {[string, 'person' | 'group', string[]][]} */
  const cards = [
    ['card-ask', 'group', [files.picture]],
    ['card-many', 'group', [files.picture, files.uncleaned, files.picture, files.document, files.picture]],
    ['card-refused', 'person', [files.uncleaned]],
  ];
  for (const [name, chat, picked] of cards) {
    await attach(page, chat, picked);
    const { card } = await guardCard(page);
    await shoot(name);
    await page.setViewportSize(phone);
    await shoot(`${name}-narrow`);
    await page.setViewportSize(desktop);
    if (name === 'card-ask') {
      await card.locator('[data-action="preview"]').click();
      await shoot('card-ask-shown');
      const why = card.locator('#why');
      await choose(card, 'why', () => why.isVisible());
      await shoot('card-ask-why');
      const door = card.locator('[data-go="know"]');
      await choose(card, 'help', () => door.isVisible());
      await shoot('card-help');
      await card.locator('[data-action="back"]').click();
    }
    if (name === 'card-ask') await shootEditor(page, card, shoot);
    await choose(card, 'not-now', async () => !(await card.isVisible()));
  }
  await shootBareCard(page, files.picture, shoot);
}

/**
 * The cover editor, from the card and back to it: boxes, one of them uncovered, one colour, the brush, the crop.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').Locator} card
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootEditor(page, card, shoot) {
  const canvas = card.locator('.canvas__pic canvas');
  await choose(card, 'cover-faces', () => canvas.isVisible());
  await shoot('editor');
  const picture = await canvas.boundingBox();
  const { x, y, width, height } = picture ?? { x: 0, y: 0, width: 0, height: 0 };
  for (const [across, down] of [
    [0.25, 0.4],
    [0.55, 0.35],
    [0.8, 0.7],
  ])
    await page.mouse.click(x + width * (across ?? 0), y + height * (down ?? 0));
  await card.locator('[data-tick="3"]').uncheck();
  await card.locator('[data-box="2"]').focus();
  await shoot('editor-boxes');
  await page.setViewportSize(phone);
  await shoot('editor-boxes-narrow');
  await page.setViewportSize(desktop);
  await card.locator('[data-tool="brush"]').click();
  await card.locator('[name="how"][value="solid"]').check({ force: true });
  await page.mouse.move(x + width * 0.3, y + height * 0.8);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.7, y + height * 0.85, { steps: 5 });
  await page.mouse.up();
  await shoot('editor-brush');
  await card.locator('[data-tool="crop"]').click();
  await card.locator('[data-preset="without-faces"]').check();
  await shoot('editor-crop');
  await page.setViewportSize(phone);
  await shoot('editor-crop-narrow');
  await page.setViewportSize(desktop);
  await card.locator('[data-action="back"]').click();
}

/**
 * The card on a site, to a group: people in the picture, each way to begin, each square with its faces; and the
 * lines that say how to go on.
 *
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootShares(page, shoot) {
  const portraits = [1, 5].map((number) =>
    join(root, `node_modules/@vladmandic/face-api/demo/sample${number}.jpg`),
  );
  const [picture = ''] = portraits;
  const uncleaned = join(folder, 'drawing.psd');
  await writeFile(uncleaned, photoshop);
  await page.setViewportSize(desktop);
  await openSharePage(page);
  /** @param {readonly string[]} files */
  const asked = async (files) => {
    await share(page, files);
    const { frame, card } = await guardCard(page);
    if (files[0] !== uncleaned) await card.locator('[data-sight="looked"]').waitFor();
    return { frame, card };
  };
  for (const [name, files] of /** @type {const} */ ([
    ['one', [picture]],
    ['several', [...portraits, uncleaned, picture]],
  ])) {
    for (const lead of ['ripple', 'line', 'band']) {
      const { card } = await asked(files);
      await shoot(`share-${name}-${lead}`);
      if (lead === 'band') {
        await page.setViewportSize(narrowest);
        await shoot(`share-${name}-narrowest`);
        await page.setViewportSize(desktop);
        const told = card.locator('#once');
        await choose(card, 'view-once', () => told.isVisible());
        await shoot(`share-${name}-once`);
      }
      await choose(card, 'not-now', async () => !(await card.isVisible()));
    }
  }
  for (const [action, files] of /** @type {const} */ ([
    ['one-person', [picture]],
    ['use-screenshot', [uncleaned]],
  ])) {
    const { frame, card } = await asked(files);
    const line = frame.locator('[data-level="notice"]');
    await choose(card, action, () => line.isVisible());
    await shoot(`notice-${action}`);
  }
  const { card } = await asked([picture]);
  await card.locator('[data-action="pause-chat"]').check();
  await shoot('share-pause');
  await choose(card, 'send-original', async () => !(await card.isVisible()));
  await share(page, [picture]);
  const frame = await guardFrame(page);
  await frame.locator('[data-says="paused"]').waitFor();
  await shoot('notice-paused');
}

/**
 * The question before something is forwarded: to a group, to a list of chats, to nobody knows whom.
 *
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootForwards(page, shoot) {
  const group = { title: 'الصف السادس — Class 6', server: 'g.us', members: 43 };
  const many = [
    group,
    { title: 'Sara', server: 'c.us' },
    { title: 'أخبار المدرسة', server: 'newsletter' },
    { title: 'Status', server: 'broadcast', user: 'status' },
    ...Array.from({ length: 12 }, (_, at) => ({
      title: `بيت خالتي أم أحمد في الموصل ${at}`,
      server: 'g.us',
    })),
  ];
  /** @type {[string, import('./forward-page.mjs').Chat[]][]} */
  const cards = [
    ['forward-group', [group]],
    ['forward-many', many],
    ['forward-unknown', [{ title: 'Sara', server: 'unknown' }]],
  ];
  for (const [name, chats] of cards) {
    await page.setViewportSize(desktop);
    await confirmForward(page, chats);
    const { card } = await guardCard(page);
    await shoot(name);
    await page.setViewportSize(phone);
    await shoot(`${name}-narrow`);
    await page.setViewportSize(desktop);
    if (name === 'forward-many') {
      const why = card.locator('#why');
      await choose(card, 'why', () => why.isVisible());
      await shoot('forward-many-why');
    }
  }
}

/**
 * The practice chat: empty, with a picture that came without Safi beside the same one with it, a held drag over
 * it, on a big screen and on a phone.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} practice
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootPractice(page, practice, shoot) {
  await page.setViewportSize(desktop);
  await page.goto(practice);
  await page.locator('[data-practice-share]').waitFor();
  await shoot('practice');
  await page.click('[data-practice-to="person"]');
  await page.click('[data-practice-safi]');
  await page.click('[data-practice-share]');
  await page.locator('[data-arrived] [data-kind]').first().waitFor();
  await shoot('practice-without');
  await page.click('[data-practice-safi]');
  await page.click('[data-practice-share]');
  await page.locator('[data-nothing-hidden]').waitFor();
  await shoot('practice-both');
  await page.setViewportSize(phone);
  await shoot('practice-narrow');
  await page.setViewportSize(desktop);
  await page.click('[data-practice-big]');
  await page.locator(':root[data-big]').waitFor();
  await shoot('practice-big');
  await page.keyboard.press('F2');
  await shootRound(page, shoot);
}

/**
 * The round of the practice chat: a document that came, the step with the most words, also on a big screen, on a
 * small telephone and without the colours of the page, and the end.
 *
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootRound(page, shoot) {
  await page.click('[data-practice-start-over]');
  await page.click('[data-practice-document]');
  await page.locator('[data-nothing-hidden]').waitFor();
  const on = page.locator('.round__acts button').last();
  for (const step of ['group', 'document', 'cover']) {
    await on.click();
    await page.locator(`[data-round-how="${step}"]`).waitFor();
    if (step !== 'group') await shoot(`round-${step}`);
  }
  await page.keyboard.press('F2');
  await shoot('round-cover-big');
  await page.keyboard.press('F2');
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot('round-cover-320');
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot('round-cover-forced');
  await page.emulateMedia({ forcedColors: null });
  await on.click();
  await shoot('round-threat');
  await on.click();
  await shoot('round-over');
}

/**
 * The card of share-guard's own, once the guard frame is gone. It cannot be found from outside, so the page waits
 * until the dialog that lost its frame has another height.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} picture
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootBareCard(page, picture, shoot) {
  await attach(page, 'group', [picture]);
  const { frame } = await guardCard(page);
  const hosts = () => page.locator('html > [data-safi-host]');
  const before = await hosts().elementHandle();
  await frame.evaluate(() => location.replace('about:blank'));
  await page.waitForFunction((old) => document.querySelector('html > [data-safi-host]') !== old, before);
  await shoot('card-without-frame');
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => string} address
 * @param {string} language
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootPanels(page, address, language, shoot) {
  await page.setViewportSize(panel);
  await page.goto(`${address('popup.html')}?lang=${language}`);
  await page.locator('[data-state]').waitFor();
  await shoot('popup');
  await page.goto(`${address('popup.html')}?lang=${language}&tab=${await protectedTab(page)}`);
  await page.locator('[data-state="protected"]').waitFor();
  await shoot('popup-protected');
  await page.goto(`${address('sidepanel.html')}?lang=${language}`);
  await page.locator('[data-go="know"]').waitFor();
  await shoot('help-first');
  await page.click('[data-go="limits"]');
  await shoot('help-limits');
  await page.click('[data-go="first"]');
  await page.click('[data-go="know"]');
  await shoot('help-know');
  for (const line of ['line-known', 'line-unknown', 'line-both']) {
    await page.click(`[data-go="${line}"]`);
    await page.locator('[data-action="copy"]').first().waitFor();
    await shoot(`help-${line}`);
    await page.click('[data-go="know"]');
  }
  await shootHelp(page, `${address('sidepanel.html')}?lang=${language}`, shoot);
}

/**
 * Every screen of the help panel as narrow as it gets, each by the way that leads to it.
 *
 * @param {import('@playwright/test').Page} page
 * @param {string} url
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootHelp(page, url, shoot) {
  // A tab behind another one draws once a second.
  await page.bringToFront();
  await page.setViewportSize({ width: 320, height: 640 });
  /** @type {Map<string, string[]>} */
  const ways = new Map([['first', []]]);
  for (const [screen, way] of ways) {
    await page.goto(url);
    for (const step of way) await page.locator(`main [data-go="${step}"]`).click();
    await page.locator(`[data-screen="${screen}"]`).waitFor();
    await page.mouse.move(0, 0);
    await shoot(`help-narrow-${screen}`);
    const leads = await page
      .locator('main [data-go]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-go') ?? ''));
    for (const lead of leads) if (!ways.has(lead)) ways.set(lead, [...way, lead]);
  }
}

/**
 * The cleaner: empty, at work, through with some of each, with what was hidden shown, nothing cleaned at all, and
 * on a phone. Its worker waits until the page is told, for a picture of it at work.
 *
 * @param {import('@playwright/test').Page} page
 * @param {(name: string) => string} address
 * @param {string} language
 * @param {(name: string) => Promise<void>} shoot
 */
async function shootCleaner(page, address, language, shoot) {
  await page.setViewportSize(desktop);
  await page.goto(address('practice.html'));
  const files = await makeFiles(page, folder);
  await page.addInitScript(() => {
    /** @type {(() => void)[]} */
    const held = [];
    let isPatient = true;
    class PatientWorker extends Worker {
      /**
       * @override
       * @param {unknown} message
       */
      postMessage(message) {
        if (isPatient) held.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    }
    const letGo = () => {
      isPatient = false;
    };
    Object.assign(window, { Worker: PatientWorker, goOn: () => held.shift()?.(), letGo });
  });
  const open = () => page.goto(`${address('cleaner.html')}?lang=${language}`);
  /** @param {number[]} rows these files are cleaned, one after the other */
  const clean = async (rows) => {
    for (const row of rows) {
      await page.locator(`[data-file="${row}"][data-state="cleaning"]`).waitFor();
      await page.evaluate(() => /** @type {{goOn?: () => void}} */ (window).goOn?.());
      await page.locator(`[data-file="${row}"]:not([data-state="cleaning"])`).waitFor();
    }
  };
  /** @param {string[]} paths */
  const choose = (paths) => page.locator('[data-input="files"]').setInputFiles(paths);
  await open();
  await page.locator('[data-zone]').waitFor();
  await shoot('cleaner');
  await choose([files.picture, files.uncleaned, files.document, files.picture]);
  await clean([0, 1]);
  await shoot('cleaner-working');
  await clean([2, 3]);
  await page.locator('[data-work="false"]').waitFor();
  await shoot('cleaner-mixed');
  await page.click('[data-file="0"] [data-action="unfold"]');
  await shoot('cleaner-shown');
  await page.setViewportSize(phone);
  await shoot('cleaner-narrow');
  await page.setViewportSize(desktop);
  await page.evaluate(() => /** @type {{letGo?: () => void}} */ (window).letGo?.());
  await page.click('[data-file="0"] [data-action="cover-faces"]');
  await page.click('[data-action="add-box"]');
  await shoot('cleaner-covering');
  await page.setViewportSize({ width: 320, height: 640 });
  await shoot('cleaner-covering-320');
  await page.setViewportSize(desktop);
  await page.emulateMedia({ forcedColors: 'active' });
  await shoot('cleaner-covering-forced');
  await page.emulateMedia({ forcedColors: null });
  await page.click('[data-action="send-covered"]');
  await page.locator('[data-file="0"] [data-edited]').waitFor();
  await shoot('cleaner-covered');
  await open();
  await choose([files.uncleaned, files.uncleaned]);
  await clean([0, 1]);
  await page.locator('[data-work="false"]').waitFor();
  await shoot('cleaner-refused');
}

/**
 * A tab on a listed site, empty, where Safi is at work; its id.
 *
 * @param {import('@playwright/test').Page} page any page of the same browser
 */
async function protectedTab(page) {
  const context = page.context();
  const url = 'https://web.whatsapp.com/';
  await context.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  const site = await context.newPage();
  await site.goto(url);
  return context
    .serviceWorkers()[0]
    ?.evaluate(async (listed) => (await chrome.tabs.query({ url: listed }))[0]?.id, url);
}

/**
 * @param {import('@playwright/test').BrowserContext} context
 * @param {(name: string) => string} address
 */
async function shootReadme(context, address) {
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
