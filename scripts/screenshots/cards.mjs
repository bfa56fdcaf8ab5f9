import { attach, choose, guardCard, makeFiles } from '../practice-chat.mjs';
import { takeEditor } from './editor.mjs';
import { desktop, phone } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The card in the practice chat, with its help and its editor, and the one there is without the frame.
 *
 * @param {Stage} stage
 */
export async function takeCards(stage) {
  const { page, address, folder, shoot } = stage;
  await page.setViewportSize(desktop);
  await page.goto(address('practice.html'));
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
    if (name === 'card-ask') await takeEditor(stage, card);
    await choose(card, 'not-now', async () => !(await card.isVisible()));
  }
  await takeBareCard(stage, files.picture);
}

/**
 * The card of share-guard's own, once the guard frame is gone. It cannot be found from outside, so the page waits
 * until the dialog that lost its frame has another height.
 *
 * @param {Stage} stage
 * @param {string} picture
 */
async function takeBareCard({ page, shoot }, picture) {
  await attach(page, 'group', [picture]);
  const { frame } = await guardCard(page);
  const hosts = () => page.locator('html > [data-safi-host]');
  const before = await hosts().elementHandle();
  await frame.evaluate(() => location.replace('about:blank'));
  await page.waitForFunction((old) => document.querySelector('html > [data-safi-host]') !== old, before);
  await shoot('card-without-frame');
}
