import type { Room } from './stage';
import { tell, toldBrowser } from './told-browser';

const works = { hooks: true, frame: true, isolated: false };
const listed = 'https://web.whatsapp.com/';
const other = 'https://a-school-with-a-long-name.chat.nineveh-education.example/';
const added = ['https://a-school-with-a-long-name.chat.nineveh-education.example/*'];
const organisation = { en: 'Nineveh Women’s Centre for Safe Learning', ar: 'مركز نينوى للتعلّم الآمن' };

/** The popup: every truth about the page in front, and the help in it. */
export const popup: Room = async ({ page, url }, look) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await toldBrowser(page, {});
  await page.goto(url('popup.html'));
  const state = page.locator('[data-state]');
  for (const [name, protection, told] of [
    ['not known', 'not-listed', {}],
    ['protected', 'protected', { address: listed, status: works, inPrivate: true }],
    ['partly', 'partly', { address: listed, status: { ...works, hooks: false } }],
    ['before Safi came', 'reload', { address: listed, status: null }],
    ['permission missing', 'no-access', { address: listed, granted: false }],
    ['off by an organisation', 'off', { address: listed, policy: { organisation, sitesOff: ['whatsapp'] } }],
    ['not added', 'not-added', { address: other, granted: false }],
    ['added', 'protected', { address: other, added, status: works }],
    ['every site added', 'protected', { address: other, added: ['https://*/*'], status: works }],
    ['isolated', 'isolated', { address: other, added, status: { ...works, isolated: true } }],
  ] as const) {
    await tell(page, told);
    await state.and(page.locator(`[data-state="${protection}"]`)).waitFor();
    await look(name);
  }
  await page.locator('[data-go="first"]').click();
  await page.locator('[data-screen="first"]').waitFor();
  await look('help');
};
