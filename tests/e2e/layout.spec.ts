import type { Language } from '../../utils/i18n/languages';
import { test as base, expect } from './harness/extension';
import { asWideAs, focusFaultsIn, installLayout, layoutViewsOf } from './harness/layout';
import { rooms } from './harness/page-states';
import { pseudoLanguages } from './harness/pseudo-language';
import { walkHelp } from './harness/states/help';
import type { Look, Stage } from './harness/states/stage';

/**
 * Every page in its states, in every language and in two that are longer than any: nothing is cut off, runs out or
 * lies over something else, and every control is large enough and shows that it has the focus.
 */

const spoken: readonly Language[] = ['ar', 'ckb', 'en'];

/** The narrowest there is, a window of 1280 pixels at a zoom of 200 %, and an old laptop's without. */
const sizes = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 1280, height: 640 },
] as const;

let states = 0;

const test = base.extend<{ stage: Stage }>({
  stage: async ({ page, background, extensionUrl }, use) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await use({ page, background, url: extensionUrl });
  },
});

// Many states in one go, on a machine that may do something else meanwhile.
test.setTimeout(180_000);

test.afterAll(() => console.log(`layout: ${states} states`));

function lookOf(stage: Stage, found: string[]): Look {
  const { page } = stage;
  return async (state, at = page, languages = spoken) => {
    const before = page.viewportSize() ?? sizes[2];
    for (const size of sizes) {
      await page.setViewportSize(size);
      await at.evaluate(asWideAs, size.width);
      // Where there is room for everything the longest word finds it, too.
      const { count, faults } = await layoutViewsOf(at, languages, size.width < 1280);
      states += count;
      found.push(...faults.map((fault) => `${state}, ${size.width}, ${fault}`));
    }
    await page.setViewportSize(before);
    await page.keyboard.press('Tab');
    for (const fault of await focusFaultsIn(at)) found.push(`${state}: ${fault}`);
  };
}

const { papers, ...screens } = rooms;

for (const [name, room] of Object.entries(screens)) {
  test(`${name}: every state is laid out whole`, async ({ stage }) => {
    const found: string[] = [];
    await room(stage, lookOf(stage, found));
    expect(found).toEqual([]);
  });
}

test('help: every screen is laid out whole', async ({ stage: { page, url } }) => {
  const found: string[] = [];
  for (const language of spoken) {
    await page.goto(url(`sidepanel.html?lang=${language}`));
    await page.locator('.panel').waitFor();
    await installLayout(page);
    const [narrowest] = sizes;
    await page.setViewportSize(narrowest);
    for (const said of [null, ...(language === 'en' ? pseudoLanguages : [])]) {
      const walked = await page.evaluate(walkHelp, { look: 'layoutFaultsIn', asked: said });
      expect(walked.screens).toBe(76);
      states += walked.screens;
      found.push(...walked.found.map((fault) => `${said ?? language}: ${fault}`));
    }
  }
  expect(found).toEqual([]);
});

test('papers: what is printed lies whole on its sheet', async ({ stage }) => {
  const found: string[] = [];
  await papers(stage, async (state, at = stage.page, languages = spoken) => {
    const { count, faults } = await layoutViewsOf(at, languages, false);
    states += count;
    found.push(...faults.map((fault) => `${state}, ${fault}`));
  });
  expect(found).toEqual([]);
});

test('each kind of fault is seen', async ({ stage: { page, url } }) => {
  await page.setViewportSize(sizes[1]);
  await page.goto(url('options.html?lang=en'));
  await page.locator('main').waitFor();
  const sees = async (css: string) => {
    await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
    }, css);
    await page.keyboard.press('Tab');
    const { faults } = await layoutViewsOf(page, ['en'], false);
    const all = [...faults, ...(await focusFaultsIn(page))].join('\n');
    return all;
  };
  expect(await sees('')).toBe('');
  for (const [css, fault] of [
    ['main { inline-size: 700px }', 'too wide'],
    ['.group { overflow: auto } .group h2 { inline-size: 700px }', 'sideways'],
    ['h2 { inline-size: 1em; white-space: nowrap; overflow: hidden }', 'cut at a side'],
    ['.note { block-size: 1em; overflow: hidden }', 'text is cut:'],
    ['.btn { inline-size: 3em; white-space: nowrap }', 'runs out of its box'],
    ['h1 { position: relative; inset-inline-start: -9em }', 'runs out of the window'],
    ['.btn { min-block-size: 0; block-size: 20px; padding: 0 }', 'a target of'],
    ['.btn { margin-inline-end: -3em }', 'over each other'],
    ['.btn:focus-visible { outline: none }', 'the focus is not seen'],
    ['.btn { outline-offset: 2px } .pairline { overflow: hidden }', 'is cut at'],
  ] as const) {
    expect(await sees(css), css).toContain(fault);
  }
});
