import { panel } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The help panel: its first screens and its lines as wide as it opens, and every screen as narrow as it gets.
 *
 * @param {Stage} stage
 */
export async function takeHelp(stage) {
  const { page, address, language, shoot } = stage;
  const url = `${address('sidepanel.html')}?lang=${language}`;
  await page.setViewportSize(panel);
  await page.goto(url);
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
  await takeNarrow(stage, url);
}

/**
 * Every screen of the help panel as narrow as it gets, each by the way that leads to it.
 *
 * @param {Stage} stage
 * @param {string} url
 */
async function takeNarrow({ page, shoot }, url) {
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
