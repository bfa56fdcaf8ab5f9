import type { Language } from '../../utils/i18n/languages';
import { installAxe } from './harness/axe';
import { test as base, expect } from './harness/extension';
import { focusFaultsIn, installLayout, layoutViewsOf } from './harness/layout';
import { rooms } from './harness/page-states';
import { pseudoLanguages } from './harness/pseudo-language';
import { axeLook, looks } from './harness/states/axe-look';
import { walkHelp } from './harness/states/help';
import { layoutLook, paperLook, sizes } from './harness/states/layout-look';
import type { Look, Stage } from './harness/states/stage';

/**
 * Every page in its states, in every language, in light, in dark and in the reader's own colours: nothing is cut off,
 * runs out or lies over something else, every control is large enough and shows that it has the focus, and axe has
 * nothing to say.
 */

const counts = { axe: 0, layout: 0 };

const test = base.extend<{ stage: Stage }>({
  stage: async ({ page, background, extensionUrl }, use) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await use({ page, background, url: extensionUrl });
  },
});

// Many states in one go, on a machine that may do something else meanwhile.
test.setTimeout(240_000);

test.afterAll(() => console.log(`layout: ${counts.layout} states, axe: ${counts.axe} states`));

for (const [name, room] of Object.entries(rooms)) {
  test(`${name}: every state is laid out whole, and axe has nothing to say`, async ({ stage }) => {
    const found: string[] = [];
    const howLaidOut = name === 'papers' ? paperLook : layoutLook;
    const layout = howLaidOut(stage, found, (states) => {
      counts.layout += states;
    });
    const axe = axeLook(stage, found, (states) => {
      counts.axe += states;
    });
    const both: Look = async (...state) => {
      await layout(...state);
      await axe(...state);
    };
    await room(stage, both);
    expect(found).toEqual([]);
  });
}

for (const language of ['ar', 'ckb', 'en'] satisfies Language[]) {
  test(`help in ${language}: every screen is laid out whole, and axe has nothing to say`, async ({
    stage: { page, url },
  }) => {
    const [{ media, asked }] = looks[language];
    await page.setViewportSize(sizes[0]);
    await page.emulateMedia(media);
    await page.goto(url(`sidepanel.html?lang=${language}`));
    await page.locator('.panel').waitFor();
    await installAxe(page);
    await installLayout(page);
    const found: string[] = [];
    for (const said of [null, ...(language === 'en' ? pseudoLanguages : [])]) {
      const walked = await page.evaluate(walkHelp, { look: 'layoutFaultsIn', asked: said });
      expect(walked.screens).toBe(76);
      counts.layout += walked.screens;
      found.push(...walked.found.map((fault) => `${said ?? language}: ${fault}`));
    }
    const walked = await page.evaluate(walkHelp, { look: 'axeFaults', asked });
    expect(walked.screens).toBe(76);
    counts.axe += walked.screens;
    expect([...found, ...walked.found]).toEqual([]);
  });
}

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
