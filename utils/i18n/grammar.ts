import type { Language } from './languages';
import { partAt } from './parts';
import type { Category } from './plural';

/** How a language counts and writes dates and amounts. */
export interface Grammar {
  /** CLDR's rule for whole numbers. Written out, since browsers do not bring the ones for Sorani. */
  readonly formOf: (count: number) => Category;
  /** January to December, as people say them. */
  readonly months: readonly string[];
  /** Between a date and a time. */
  readonly comma: string;
  /** Before the digits of a fraction. */
  readonly point: string;
}

const parts = import.meta.glob<Grammar>('./catalogue/*/grammar.ts', { eager: true, import: 'grammar' });

export function grammarOf(language: Language): Grammar {
  return partAt(parts, `./catalogue/${language}/grammar.ts`);
}
