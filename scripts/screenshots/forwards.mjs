import { confirmForward } from '../forward-page.mjs';
import { choose, guardCard } from '../practice-chat.mjs';
import { desktop, phone } from './stage.mjs';

/** @typedef {import('./stage.mjs').Stage} Stage */

/**
 * The question before something is forwarded: to a group, to a list of chats, to nobody knows whom.
 *
 * @param {Stage} stage
 */
export async function takeForwards({ page, shoot }) {
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
  /** @type {[string, import('../forward-page.mjs').Chat[]][]} */
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
