import type { Language } from '../../utils/i18n/languages';
import { installAxe, violationsIn } from './harness/axe';
import { test as base, expect } from './harness/extension';
import { rooms } from './harness/page-states';
import { walkHelp } from './harness/states/help';
import { type Look, type Stage, speak } from './harness/states/stage';

/** Every page in its states, in every language, as axe sees it: in light, in dark, and in the reader's own colours. */

const spoken: readonly Language[] = ['ar', 'ckb', 'en'];

/** Each language in one of them; English in the colours that were chosen for the whole computer, too. */
const colours = {
  ar: [{ colorScheme: 'light', forcedColors: 'none' }],
  ckb: [{ colorScheme: 'dark', forcedColors: 'none' }],
  en: [
    { colorScheme: 'light', forcedColors: 'none' },
    { colorScheme: 'light', forcedColors: 'active' },
  ],
} as const;

let states = 0;

const test = base.extend<{ stage: Stage }>({
  stage: async ({ page, background, extensionUrl }, use) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await use({ page, background, url: extensionUrl });
  },
});

// Many states in one go, on a machine that may do something else meanwhile.
test.setTimeout(180_000);

test.afterAll(() => console.log(`axe: ${states} states of all pages`));

function lookOf(stage: Stage, found: string[]): Look {
  const { page } = stage;
  return async (state, at = page, languages = spoken) => {
    for (const language of languages) {
      await at.evaluate(speak, language);
      for (const chosen of colours[language]) {
        await page.emulateMedia(chosen);
        states += 1;
        const name = `${state}, ${language}, ${chosen.forcedColors === 'active' ? 'forced' : chosen.colorScheme}`;
        for (const fault of await violationsIn(at)) found.push(`${name}: ${fault}`);
      }
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  };
}

for (const [name, room] of Object.entries(rooms)) {
  test(`${name}: nothing for axe to say about any state`, async ({ stage }) => {
    const found: string[] = [];
    await room(stage, lookOf(stage, found));
    expect(found).toEqual([]);
  });
}

for (const language of spoken) {
  test(`help in ${language}: nothing for axe to say about any screen`, async ({ stage: { page, url } }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia(colours[language][0]);
    await page.goto(url(`sidepanel.html?lang=${language}`));
    await page.locator('.panel').waitFor();
    await installAxe(page);
    const walked = await page.evaluate(walkHelp, { look: 'axeFaults', asked: null });
    expect(walked).toEqual({ screens: 76, found: [] });
    states += walked.screens;
  });
}
