import { panel } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The popup: of a page that is no site of Safi's, and of one that is.
 *
 * @param {Stage} stage
 */
export async function takePopup({ page, address, language, shoot }) {
  await page.setViewportSize(panel);
  await page.goto(`${address('popup.html')}?lang=${language}`);
  await page.locator('[data-state]').waitFor();
  await shoot('popup');
  await page.goto(`${address('popup.html')}?lang=${language}&tab=${await protectedTab(page)}`);
  await page.locator('[data-state="protected"]').waitFor();
  await shoot('popup-protected');
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
