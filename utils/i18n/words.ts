import type { words as english } from './catalogue/en';
import type { Language } from './languages';
import { partAt } from './parts';
import type { Forms } from './plural';

/** A catalogue's shape: texts, lists of texts, and forms of number, which each language has its own of. */
type Shape<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : T extends { readonly other: string; readonly one: string }
      ? Forms
      : { readonly [Key in keyof T]: Shape<T[Key]> };

/** Every word Safi says; a catalogue without one of them does not compile. */
export type Words = Shape<typeof english>;

const catalogues = import.meta.glob<Words>('./catalogue/*/index.ts', { eager: true, import: 'words' });

export function wordsOf(language: Language): Words {
  return partAt(catalogues, `./catalogue/${language}/index.ts`);
}
