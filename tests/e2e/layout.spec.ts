import type { Language } from '../../utils/i18n/languages';
import { test as base, expect } from './harness/extension';
import { focusFaultsIn, installLayout, layoutViewsOf } from './harness/layout';
import { rooms } from './harness/page-states';
import { pseudoLanguages } from './harness/pseudo-language';
import { walkHelp } from './harness/states/help';
import type { Look, Stage } from './harness/states/stage';

/**
 * Every page in its states, in every language and in two that are longer than any: nothing is cut off, runs out or
 * lies over something else, and every control is large enough and shows that it has the focus.
 */

const spoken: readonly Language[] = ['ar', 'ckb', 'en'];

/** The narrowest there is, a window of 1280 pixels at a zoom of 200 %, and the same without. */
const sizes = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 1280, height: 800 },
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
