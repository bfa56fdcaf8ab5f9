import type { Language } from '../../../../utils/i18n/languages';
import { violationsIn } from '../axe';
import { type Look, type Stage, speak } from './stage';

/**
 * In which colours each language is looked at: everything in one of them; the last are those that were chosen for the
 * whole computer, where only colours are others.
 */
export const looks = {
  ar: [{ media: { colorScheme: 'light', forcedColors: 'none' }, asked: 'everything' }],
  ckb: [{ media: { colorScheme: 'dark', forcedColors: 'none' }, asked: 'everything' }],
  en: [
    { media: { colorScheme: 'light', forcedColors: 'none' }, asked: 'everything' },
    { media: { colorScheme: 'light', forcedColors: 'active' }, asked: 'colours' },
  ],
} as const;

/**
 * Looks at a state with axe, in every language.
 *
 * @param found takes a line for each fault
 * @param counted is told of each document in a language and in colours
 */
export function axeLook({ page }: Stage, found: string[], counted: (states: number) => void): Look {
  return async (state, at = page, languages = ['ar', 'ckb', 'en'] satisfies Language[]) => {
    for (const language of languages) {
      await at.evaluate(speak, language);
      for (const { media, asked } of looks[language]) {
        await page.emulateMedia(media);
        counted(1);
        const name = `${state}, ${language}, ${media.forcedColors === 'active' ? 'forced' : media.colorScheme}`;
        for (const fault of await violationsIn(at, asked)) found.push(`${name}: ${fault}`);
      }
    }
    await page.emulateMedia({ colorScheme: null, forcedColors: null });
  };
}
