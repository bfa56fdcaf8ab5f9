import { defaultSettings } from '../../../../utils/settings/schema';
import { writeExport } from '../../../../utils/settings/transfer';
import type { Room } from './stage';
import { tell, toldBrowser } from './told-browser';

const organisation = { en: 'Nineveh Women’s Centre for Safe Learning', ar: 'مركز نينوى للتعلّم الآمن' };
const policy = { organisation, asks: 'always', sitesOff: ['telegram'], language: 'en' };
const added = ['https://a-school-with-a-long-name.chat.nineveh-education.example/*', 'https://*/*'];

/** The page of settings: sites that were added, what is asked before anything is taken over or given up. */
export const options: Room = async ({ page, url }, look) => {
  await toldBrowser(page, {});
  await page.goto(url('options.html'));
  const act = (name: string) => page.locator(`[data-action="${name}"]`);
  await page.locator('main').waitFor();
  await look('plain');

  await tell(page, { added });
  await page.locator('[data-added="*"]').waitFor();
  await look('sites added');
  for (const [typed, outcome] of [
    ['no address', 'no-address'],
    ['web.whatsapp.com', 'already'],
    ['chat.example.org', 'refused'],
  ] as const) {
    await page.locator('.added__form input').fill(typed);
    await act('add-typed-site').click();
    // Everything was added that could be: told anew, nothing is.
    if (outcome === 'refused') await tell(page, {});
    await page.locator('[data-outcome]').waitFor();
    await look(`typed: ${outcome}`);
  }

  await act('reset').click();
  await look('reset?');
  await act('cancel').click();
  const read = (text: string) =>
    page
      .locator('[data-import]')
      .setInputFiles({ name: 'settings.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const sitesOff = ['whatsapp', 'telegram', 'facebook', 'messenger', 'instagram', 'threads'];
  await read(writeExport({ ...defaultSettings, coverFaces: false, asks: 'uncleaned', sitesOff }));
  await page.locator('[data-question="import"]').waitFor();
  await look('import?');
  await act('cancel').click();
  await read(writeExport(defaultSettings).replace('"faces"', '"sometimes"'));
  await page.locator('[data-refused]').waitFor();
  await look('import refused');
  await act('cancel').click();

  // Its language would be fixed, too: that one state is seen in none of the others.
  const { language: _language, ...fixed } = policy;
  await tell(page, { policy: fixed });
  await page.locator('[data-managed]').waitFor();
  await look('under an organisation');
};
