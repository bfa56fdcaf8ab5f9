import { describe, expect, test } from 'vitest';
import { bareWordsOf } from '../../../utils/i18n/bare-words';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

const all = Object.keys(languages) as Language[];

/** Every text of a catalogue with the path that leads to it. */
function texts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, path ? `${path}.${key}` : key));
}

const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot).sort();

/** Forms of number differ from language to language; everything else is the same set of keys. */
const formKeys = /\.(zero|one|two|few|many|other)$/;

/** Words that blame, in each language. */
const forbidden: Readonly<Partial<Record<Language, RegExp>>> = {
  en: /honou?r|scandal|mistake|victim|shame|regret|are you sure|metadata|exif|gps/i,
  ar: /ضحية|فضيحة|شرف|عار(?!ية)|خطأك|غلطت/,
  ckb: /ئابڕوو|شەرم|قوربانی/,
};

describe.each(all)('the catalogue in %s', (language) => {
  const words = texts(wordsOf(language));
  const english = new Map(texts(wordsOf('en')));

  test('has every text, and no other', () => {
    const keys = new Set(words.map(([path]) => path.replace(formKeys, '')));
    expect(keys).toEqual(new Set([...english.keys()].map((path) => path.replace(formKeys, ''))));
  });

  test('fills the same slots as English', () => {
    for (const [path, text] of words) {
      const original = english.get(path);
      if (original === undefined || formKeys.test(path)) continue;
      expect(slots(text), path).toEqual(slots(original));
    }
  });

  test('blames nobody and speaks plainly', () => {
    for (const [path, text] of words)
      expect(forbidden[language]?.test(text) ?? false, `${path}: ${text}`).toBe(false);
    for (const text of Object.values(bareWordsOf(language)))
      expect(forbidden[language]?.test(text) ?? false).toBe(false);
  });

  test('says at most 12 words a sentence on the card, in the help and in the cleaner', () => {
    const sentences = words
      .filter(([path]) => /^(card|cleaner|editor|helpPanel|notice)\./.test(path))
      .flatMap(([path, text]) => text.split(/(?<=[.?!؟:…])\s+/).map((sentence) => [path, sentence] as const));
    for (const [path, sentence] of sentences) {
      expect(sentence.split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(12);
    }
  });

  test('promises no secrecy', () => {
    for (const [, text] of words)
      expect(/confidential|secret|سرّي|سرية|نهێنی (دەمێن|دەپار)/.test(text)).toBe(false);
  });

  test('leaves no text empty but a form that is never used', () => {
    for (const [path, text] of words) {
      if (!path.endsWith('.zero')) expect(text.trim(), path).not.toBe('');
    }
  });
});
