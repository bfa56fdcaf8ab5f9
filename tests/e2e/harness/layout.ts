import type { Frame, Page } from '@playwright/test';
import type { Language } from '../../../utils/i18n/languages';
import { focusFaults, layoutFaults } from './layout-faults';
import { inPseudo, type PseudoLanguage, pseudoLanguages } from './pseudo-language';
import { speak } from './states/stage';

/** A view is a document in a language, at the size that it has. */
export interface Views {
  readonly count: number;
  readonly faults: readonly string[];
}

/** What is evaluated in the pages. */
interface LayoutWindow {
  layoutFaultsIn(language: PseudoLanguage | null): string[];
  layoutViews(languages: readonly Language[], inPseudoToo: boolean): Promise<Views>;
  focusFaults: typeof focusFaults;
}

/**
 * Says what is drawn of a document anew in a pseudo-language, and turns the page over to its direction; names and
 * numbers from elsewhere stay. Runs in the page.
 *
 * @returns takes it back; what was drawn anew meanwhile stays
 */
export function sayIn(language: PseudoLanguage, say: typeof inPseudo): () => void {
  const { documentElement: root } = document;
  const [lang, dir] = [root.lang, root.dir];
  const undo: (() => void)[] = [];
  const stays = 'bdi, .ltr, kbd, textarea, script, style, svg, [translate="no"], [lang]:not(html)';
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node;
    const own = text.nodeValue ?? '';
    if (text.parentElement?.closest(stays)) continue;
    const said = say(own, language);
    text.nodeValue = said;
    undo.push(() => {
      if (text.nodeValue === said) text.nodeValue = own;
    });
  }
  for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      const own = element.getAttribute(name) ?? '';
      element.setAttribute(name, say(own, language));
      undo.push(() => element.setAttribute(name, own));
    }
  }
  root.lang = language;
  root.dir = language === 'ar-XB' ? 'rtl' : 'ltr';
  return () => {
    for (const take of undo) take();
    Object.assign(root, { lang, dir });
  };
}

/**
 * A frame in a process of its own is laid out a moment after its tab; one with a line alone is as wide as it needs. Runs
 * in the page and stands alone.
 */
export async function asWideAs(width: number): Promise<void> {
  const isThere = () =>
    innerWidth === width || (innerWidth < width && document.querySelector('.notice') !== null);
  for (let look = 0; look < 300 && !isThere(); look += 1) await new Promise((done) => setTimeout(done, 10));
  if (!isThere()) throw new Error(`It is ${innerWidth} pixels wide, not ${width}.`);
}

/** Evaluated by the driver: pages of the extension evaluate nothing. */
export async function installLayout(at: Page | Frame): Promise<void> {
  if (await at.evaluate(() => 'layoutFaultsIn' in window)) return;
  await at.evaluate(`(() => {
    const layoutFaults = ${layoutFaults};
    const inPseudo = ${inPseudo};
    const sayIn = ${sayIn};
    const speak = ${speak};
    const pseudoLanguages = ${JSON.stringify(pseudoLanguages)};
    window.focusFaults = ${focusFaults};
    window.layoutFaultsIn = (language) => {
      if (!language) return layoutFaults();
      const takeBack = sayIn(language, inPseudo);
      const faults = layoutFaults();
      takeBack();
      return faults;
    };
    window.layoutViews = async (languages, inPseudoToo) => {
      const views = { count: 0, faults: [] };
      for (const language of languages) {
        await speak(language);
        for (const said of [null, ...(language === 'en' && inPseudoToo ? pseudoLanguages : [])]) {
          views.count += 1;
          views.faults.push(...layoutFaultsIn(said).map((fault) => (said ?? language) + ': ' + fault));
        }
      }
      return views;
    };
  })()`);
}

/**
 * What is wrong with the layout of a page or frame, in each of these languages.
 * @param inPseudoToo with English, in the pseudo-languages, too
 */
export async function layoutViewsOf(
  at: Page | Frame,
  languages: readonly Language[],
  inPseudoToo: boolean,
): Promise<Views> {
  await installLayout(at);
  return at.evaluate(([spoken, pseudo]) => (window as unknown as LayoutWindow).layoutViews(spoken, pseudo), [
    languages,
    inPseudoToo,
  ] as const);
}

/** Which controls of it do not show that they have the focus. The last key must have been Tab. */
export async function focusFaultsIn(at: Page | Frame): Promise<readonly string[]> {
  await installLayout(at);
  return at.evaluate(() => (window as unknown as LayoutWindow).focusFaults());
}
