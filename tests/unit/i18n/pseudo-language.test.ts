import { expect, test } from 'vitest';
import { languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';
import { inPseudo, pseudoLanguages } from '../../e2e/harness/pseudo-language';

/** The pseudo-languages of the layout tests, made of every English text. */

function textsOf(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(textsOf) : [];
}

const texts = textsOf(wordsOf('en'));
const slotsIn = (text: string) => text.match(/\{\w+\}/g) ?? [];

for (const language of pseudoLanguages) {
  test(`${language}: every text is 60 to 80 % longer, its slots stay`, () => {
    expect(texts.length).toBeGreaterThan(700);
    for (const text of texts) {
      const said = inPseudo(text, language);
      expect(slotsIn(said)).toEqual(slotsIn(text));
      const lettersOf = (words: string) => words.replace(/\{\w+\}|\P{L}/gu, '').length;
      if (lettersOf(text) < 10) continue;
      const longer = lettersOf(said) / lettersOf(text);
      expect(longer, text).toBeGreaterThan(1.6);
      expect(longer, text).toBeLessThan(1.8);
    }
  });

  test(`${language}: some words are longer than any screen of a phone is wide`, () => {
    const words = texts.flatMap((text) => inPseudo(text, language).split(' '));
    expect(Math.max(...words.map(({ length }) => length))).toBeGreaterThan(30);
  });
}

test('a number stays, and so does what has no letters', () => {
  expect(inPseudo('911', 'en-XA')).toBe('911');
  expect(inPseudo(' · ', 'ar-XB')).toBe(' · ');
  expect(inPseudo('{n} people', 'en-XA')).toBe('[{n} þééööþļļéé]');
});

test('nobody can choose them', () => {
  expect(Object.keys(languages)).not.toEqual(expect.arrayContaining([...pseudoLanguages]));
});
