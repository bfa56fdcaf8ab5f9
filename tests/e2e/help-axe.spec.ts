import axe from 'axe-core';
import { expect, test } from './harness/extension';

/** Every screen of the help panel in every language, as axe sees it. */

/** Walks every screen and tells how many there were, and what axe has against them. */
async function violationsOnEveryScreen(levels: readonly string[]) {
  const { run } = (window as unknown as { axe: typeof axe }).axe;
  const settle = () => new Promise((done) => setTimeout(done));
  const choose = async (selector: string) => {
    document.querySelector<HTMLElement>(selector)?.click();
    await settle();
  };
  const now = () => document.querySelector<HTMLElement>('.panel')?.dataset.screen;
  const ways = new Map<string, readonly string[]>([['first', []]]);
  const found: string[] = [];
  for (const [screen, way] of ways) {
    while (now() !== 'first') await choose('header [data-go]');
    for (const step of way) await choose(`main [data-go="${step}"]`);
    // A lesson's question with one of its answers explained.
    if (document.querySelector('[data-answer]')) await choose('[data-answer]');
    const { violations } = await run(document, {
      runOnly: { type: 'tag', values: [...levels] },
      // Whoever speaks to the computer says the words that are seen.
      rules: { 'label-content-name-mismatch': { enabled: true } },
      resultTypes: ['violations'],
    });
    for (const { id, nodes } of violations) found.push(`${screen}: ${id}: ${nodes.map(({ html }) => html)}`);
    for (const { dataset } of document.querySelectorAll<HTMLElement>('main [data-go]')) {
      if (dataset.go && !ways.has(dataset.go)) ways.set(dataset.go, [...way, dataset.go]);
    }
  }
  return { screens: ways.size, found };
}

// Seventy-six screens in one go, on a machine that may do something else meanwhile.
test.setTimeout(90_000);

for (const language of ['ar', 'ckb', 'en'] as const) {
  test(`every screen in ${language}: nothing that axe has against it`, async ({ page, extensionUrl }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: language === 'ckb' ? 'dark' : 'light', reducedMotion: 'reduce' });
    await page.goto(extensionUrl(`sidepanel.html?lang=${language}`));
    await page.locator('.panel').waitFor();
    await page.evaluate(axe.source);
    const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    expect(await page.evaluate(violationsOnEveryScreen, levels)).toEqual({ screens: 76, found: [] });
  });
}
