import { bareWordsOf } from '../i18n/bare-words';
import { flaggedTermsOf } from '../i18n/flagged';
import { grammarOf } from '../i18n/grammar';
import type { Language } from '../i18n/languages';
import { hasAddress, wordsOf } from '../i18n/words';
import { told } from './told';

/** A text as a native reader or a lawyer reviews it. */
export interface ReviewRow {
  /** Where it stands in the catalogue. */
  readonly path: string;
  /** The same in English; empty where English has none. */
  readonly english: string;
  readonly text: string;
  /** What a reader has to look at. */
  readonly marks: readonly string[];
}

const plainQuestions = import.meta.glob<string>('../i18n/catalogue/*/bare.ts', {
  eager: true,
  import: 'plainQuestion',
});

/** Every text that Safi has in a language, in each form of address, beside English. */
export function reviewRows(language: Language): readonly ReviewRow[] {
  const english = new Map(everyText('en'));
  const rowOf = ([path, text]: PathedText, ...marks: readonly string[]): ReviewRow => ({
    path,
    // A form of number that English does not have stands beside its plural.
    english: english.get(path) ?? english.get(path.replace(/\.\w+$/, '.other')) ?? '',
    text,
    marks: [...marks, ...termMarks(language, text), ...factMarks(path)],
  });
  const said = everyText(language);
  const neutral = new Map(said);
  const feminine = hasAddress(language) ? textsOf(wordsOf(language, 'feminine')) : [];
  return [
    ...said.map((text) => rowOf(text)),
    ...feminine
      .filter(([path, text]) => neutral.get(path) !== text)
      .map((text) => rowOf(text, 'feminine form')),
  ].filter(({ text }) => text !== '');
}

type PathedText = readonly [path: string, text: string];

function everyText(language: Language): readonly PathedText[] {
  return [
    ...textsOf(wordsOf(language)),
    ...textsOf(bareWordsOf(language), 'bare'),
    ...textsOf(plainQuestions[`../i18n/catalogue/${language}/bare.ts`], 'bare.plainQuestion'),
    ...textsOf(grammarOf(language).months, 'months'),
  ];
}

function textsOf(value: unknown, path = ''): readonly PathedText[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path}.${key}` : key));
}

function termMarks(language: Language, text: string): readonly string[] {
  return flaggedTermsOf(language)
    .filter(({ term }) => text.includes(term))
    .map(({ term, english, serious }) => `${serious ? '⚑⚑' : '⚑'} ${term} = ${english}`);
}

function factMarks(at: string): readonly string[] {
  const fact = told.find(({ path }) => at === path || at.startsWith(`${path}.`))?.fact;
  if (!fact) return [];
  const lawyer = at.startsWith('helpPanel.places.laws.') ? ['for a lawyer'] : [];
  const source = wordsOf('en').sources[fact.source];
  return [...lawyer, `fact: ${fact.confidence}, ${source}, checked ${fact.checked}`];
}
