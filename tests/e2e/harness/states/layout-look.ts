import type { Language } from '../../../../utils/i18n/languages';
import { asWideAs, focusFaultsIn, layoutViewsOf } from '../layout';
import type { Look, Stage } from './stage';

const spoken: readonly Language[] = ['ar', 'ckb', 'en'];

/** The narrowest there is, a window of 1280 pixels at a zoom of 200 %, and an old laptop's without. */
export const sizes = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
  { width: 1280, height: 640 },
] as const;

/**
 * Looks at how a state is laid out, at every size, in every language and in two that are longer than any.
 *
 * @param found takes a line for each fault
 * @param counted is told how many views it was
 */
export function layoutLook({ page }: Stage, found: string[], counted: (states: number) => void): Look {
  return async (state, at = page, languages = spoken) => {
    const before = page.viewportSize() ?? sizes[2];
    for (const size of sizes) {
      await page.setViewportSize(size);
      await at.evaluate(asWideAs, size.width);
      // Where there is room for everything the longest word finds it, too.
      const { count, faults } = await layoutViewsOf(at, languages, size.width < 1280);
      counted(count);
      found.push(...faults.map((fault) => `${state}, ${size.width}, ${fault}`));
    }
    await page.setViewportSize(before);
    await page.keyboard.press('Tab');
    for (const fault of await focusFaultsIn(at)) found.push(`${state}: ${fault}`);
  };
}

/** Looks at a sheet of paper, which has one size. */
export function paperLook({ page }: Stage, found: string[], counted: (states: number) => void): Look {
  return async (state, at = page, languages = spoken) => {
    const { count, faults } = await layoutViewsOf(at, languages, false);
    counted(count);
    found.push(...faults.map((fault) => `${state}, ${fault}`));
  };
}
