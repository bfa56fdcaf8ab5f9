import { confirmForward } from '../../../../scripts/forward-page.mjs';
import { expect } from '../extension';
import { card } from '../guard';
import { longName, type Room } from './stage';

const group = { title: longName, server: 'g.us', members: 43 };
const many = [
  group,
  { title: 'Sara', server: 'c.us' },
  { title: 'أخبار المدرسة', server: 'newsletter' },
  { title: 'Status', server: 'broadcast', user: 'status' },
  ...Array.from({ length: 12 }, (_, at) => ({ title: `بيت خالتي أم أحمد في الموصل ${at}`, server: 'g.us' })),
];

/** The question before something is forwarded: to a group, to many chats, to nobody knows whom. */
export const forwards: Room = async ({ page }, look) => {
  for (const [state, chats] of [
    ['a group', [group]],
    ['many', many],
    ['unknown', [{ title: 'Sara', server: 'unknown' }]],
  ] as const) {
    await confirmForward(page, chats);
    const { frame, root } = await card(page);
    await look(state, frame);
    await root.locator('[data-action="why"]').click();
    await expect(root.locator('#why')).toBeVisible();
    await look(`${state}, why`, frame);
  }
};
