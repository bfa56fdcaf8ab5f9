import { desktop, narrowest } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

const kind = 'safi-settings';

/** What a file may be: one that changes much, one of a later version, one that is not understood. */
const files = {
  import: {
    kind,
    version: 2,
    address: 'feminine',
    asks: 'uncleaned',
    coverFaces: false,
    sitesOff: ['telegram', 'photos.example'],
  },
  newer: { kind, version: 99 },
  'not-understood': { kind, version: 2, asks: 'never' },
};

/**
 * The page of settings, all of it: as it is, what a file would change, what is refused, the question before a reset;
 * wide, and as narrow as it gets.
 *
 * @param {Stage} stage
 */
export async function takeSettings({ page, address, language, shoot }) {
  const bottom = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  for (const [name, size] of /** @type {const} */ ([
    ['wide', { width: desktop.width, height: 1100 }],
    ['narrow', { width: narrowest.width, height: 2700 }],
  ])) {
    await page.setViewportSize(size);
    await page.goto(`${address('options.html')}?lang=${language}`);
    await page.locator('[data-action="reset"]').waitFor();
    await shoot(`settings-${name}`);
    for (const [state, fields] of Object.entries(files)) {
      await page.locator('[data-import]').setInputFiles({
        name: 'settings.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(fields)),
      });
      await page.locator('[data-question]').waitFor();
      await bottom();
      await shoot(`settings-${name}-${state}`);
      await page.locator('[data-question] [data-action="cancel"]').click();
    }
    await page.locator('[data-action="reset"]').click();
    await page.locator('[data-question="reset"]').waitFor();
    await bottom();
    await shoot(`settings-${name}-reset`);
  }
}
