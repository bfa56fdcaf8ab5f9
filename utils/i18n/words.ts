import type { words as english } from './catalogue/en';
import type { Address, Language } from './languages';
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

/** Some of the texts, said in another form of address; all others stay as they are. Lists are said anew as a whole. */
export type OtherForm<T = Words> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : { readonly [Key in keyof T]?: OtherForm<T[Key]> };

/** The feminine form of languages whose grammar tells whom they speak to. */
const feminine = import.meta.glob<OtherForm>('./catalogue/*/feminine/index.ts', {
  eager: true,
  import: 'feminine',
});

const feminineOf = (language: Language) => feminine[`./catalogue/${language}/feminine/index.ts`];

/** Whether a language has forms of address to choose from. */
export function hasAddress(language: Language): boolean {
  return feminineOf(language) !== undefined;
}

/** A catalogue; in a form of address where the language has one. */
export function wordsOf(language: Language, address: Address = 'neutral'): Words {
  const words = partAt(catalogues, `./catalogue/${language}/index.ts`);
  const form = address === 'feminine' ? feminineOf(language) : undefined;
  return form ? inForm(words, form) : words;
}

function inForm<T extends object>(texts: T, form: OtherForm<T>): T {
  const said: Partial<Record<keyof T, unknown>> = {};
  for (const key of Object.keys(texts) as (keyof T)[]) {
    const text: unknown = texts[key];
    const other: unknown = (form as Partial<Record<keyof T, unknown>>)[key];
    const isRoom = typeof text === 'object' && text !== null && !Array.isArray(text);
    said[key] = isRoom && other ? inForm(text, other) : (other ?? text);
  }
  return said as T;
}
