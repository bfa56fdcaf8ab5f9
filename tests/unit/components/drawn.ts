import { parseHTML } from 'linkedom';
import { type ComponentChildren, h, render } from 'preact';
import { LanguageProvider } from '../../../components/ui/language';
import type { Language } from '../../../utils/i18n/languages';

/** What components draw, in a document without a browser: no layout, no focus, nobody who clicks. */

/** Draws it in a language, and gives what holds it. */
export function drawn(children: ComponentChildren, language: Language = 'en'): HTMLElement {
  const { document } = parseHTML('<!doctype html><html><body><main></main></body></html>');
  Object.assign(globalThis, { document });
  const root = document.querySelector('main') as HTMLElement;
  render(h(LanguageProvider, { language, children }), root);
  return root;
}

/** The texts of all that the selector finds, in order, as they are read. */
export function texts(root: HTMLElement, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map((element) =>
    (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

/** The choices in the order in which Tab reaches them. */
export function actions(root: HTMLElement): string[] {
  return [...root.querySelectorAll('[data-action]')].map(
    (element) => element.getAttribute('data-action') ?? '',
  );
}
