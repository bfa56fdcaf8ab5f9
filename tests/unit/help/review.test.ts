import { describe, expect, test } from 'vitest';
import { laws } from '../../../utils/help/laws';
import { reviewRows } from '../../../utils/help/review';
import { bareWordsOf } from '../../../utils/i18n/bare-words';
import { flaggedTermsOf } from '../../../utils/i18n/flagged';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

/** What a native reader and a lawyer get to see: all of it, with what to look at. */

const all = Object.keys(languages) as Language[];

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe.each(all)('in %s', (language) => {
  const rows = reviewRows(language);
  const shown = new Set(rows.map(({ text }) => text));

  test('every text is there, in every form of address, and each has its English', () => {
    const catalogues = [wordsOf(language), wordsOf(language, 'feminine'), bareWordsOf(language)];
    for (const text of texts(catalogues)) if (text !== '') expect(shown).toContain(text);
    expect(rows.filter(({ english }) => english === '').map(({ path }) => path)).toEqual([]);
  });

  test('terms in doubt, sentences about the law and facts are marked', () => {
    for (const { term, serious } of flaggedTermsOf(language)) {
      const marked = rows.filter(({ text }) => text.includes(term));
      expect(marked.length, term).toBeGreaterThan(0);
      for (const { marks } of marked) {
        expect(marks.some((mark) => mark.startsWith(`${serious ? '⚑⚑' : '⚑'} ${term} =`))).toBe(true);
      }
    }
    for (const { id, source } of laws) {
      const own = rows.filter(({ path }) => path.startsWith(`helpPanel.places.laws.${id}.`));
      expect(own.length).toBe(wordsOf(language).helpPanel.places.laws[id].length);
      for (const { marks } of own) {
        expect(marks).toContain('for a lawyer');
        expect(marks.join()).toContain(wordsOf('en').sources[source]);
      }
    }
  });
});

test('what is said in the feminine is marked as that', () => {
  const marked = reviewRows('ar').filter(({ marks }) => marks.includes('feminine form'));
  expect(marked.map(({ text }) => text)).toContain(wordsOf('ar', 'feminine').helpPanel.noFault);
  expect(marked.map(({ text }) => text)).not.toContain(wordsOf('ar').helpPanel.noFault);
});
