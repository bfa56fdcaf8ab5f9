import type { Language } from '../../../../utils/i18n/languages';
import type { Room } from './stage';

const papers = [
  { way: ['safer', 'parents'], name: 'parents' },
  { way: ['safer', 'receivers'], name: 'receivers' },
  { way: ['safer', 'workshop', 'outline'], name: 'outline' },
  { way: ['safer', 'workshop', 'poster'], name: 'poster-federal' },
  { way: ['safer', 'workshop', 'poster'], name: 'poster-kurdistan' },
  { way: ['safer', 'lessons', 'lesson-first-hour'], name: 'lesson-first-hour' },
  { way: ['safer', 'lessons', 'lesson-group'], name: 'lesson-group' },
] as const;

const languages: readonly Language[] = ['ar', 'ckb', 'en'];

/** CSS pixels of A4. */
const a4 = { width: 794, height: 1123 };

/** What is printed, as it lies on the paper; each sheet is made in the language that the panel speaks then. */
export const papersRoom: Room = async ({ page, url }, look) => {
  await page.setViewportSize(a4);
  for (const language of languages) {
    await page.goto(url(`sidepanel.html?lang=${language}`));
    // What a browser does when it begins to print; it never ends.
    await page.evaluate(() => {
      window.print = () => dispatchEvent(new Event('beforeprint'));
    });
    for (const { way, name } of papers) {
      const back = page.locator('header [data-go]');
      while (await back.isVisible()) await back.click();
      for (const screen of way) await page.locator(`main [data-go="${screen}"]`).click();
      await page.locator(`[data-prints="${name}"]`).click();
      await page.emulateMedia({ media: 'print' });
      await page.locator('.paper').first().waitFor();
      await look(`${name}, ${language}`, page, [language]);
      await page.emulateMedia({ media: null });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    }
  }
};
