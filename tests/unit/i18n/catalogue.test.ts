import { describe, expect, test } from 'vitest';
import { bareWordsOf } from '../../../utils/i18n/bare-words';
import { type Language, languages } from '../../../utils/i18n/languages';
import { hasAddress, wordsOf } from '../../../utils/i18n/words';

const addresses = ['neutral', 'feminine'] as const;
const all = Object.keys(languages) as Language[];

/** Every catalogue there is to read: each language, and its feminine form where it has one. */
const forms = all.flatMap((language) =>
  (hasAddress(language) ? addresses : (['neutral'] as const)).map((address) => [language, address] as const),
);

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

describe.each(forms)('the catalogue in %s, %s', (language, address) => {
  const words = texts(wordsOf(language, address));
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

  test('says at most 12 words a sentence where one decides, and 20 anywhere else', () => {
    const sentences = words.flatMap(([path, text]) =>
      text.split(/(?<=[.?!؟:…])\s+/).map((sentence) => [path, sentence] as const),
    );
    for (const [path, sentence] of sentences) {
      const decides = /^(?:card|cleaner|editor|helpPanel|notice|settings)\./.test(path);
      const learns = /^helpPanel\.(?:lessons|parents|receivers|workshop)\./.test(path);
      const most = decides && !learns ? 12 : 20;
      expect(sentence.split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(most);
    }
  });

  test('says nothing of threats when it begins', () => {
    const threats = /threat|blackmail|extort|ابتزاز|تهديد|يهدد|هەڕەشە|باجسەندن/i;
    const begins = words.filter(([path]) => path.startsWith('welcome.'));
    expect(begins.length).toBeGreaterThan(20);
    for (const [path, text] of begins) expect(threats.test(text), `${path}: ${text}`).toBe(false);
    expect(words.some(([, text]) => threats.test(text))).toBe(true);
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

describe('the feminine form of Arabic', () => {
  const neutral = new Map(texts(wordsOf('ar')));
  const feminine = new Map(texts(wordsOf('ar', 'feminine')));
  const others = [...feminine].filter(([path, text]) => neutral.get(path) !== text);

  test('is another in many texts, none of them made up beside the neutral ones', () => {
    expect(others.length).toBeGreaterThan(50);
    expect([...feminine.keys()]).toEqual([...neutral.keys()]);
  });

  /** Words that end in the letter of "your" and "you" without meaning either. */
  const plain = /^(?:[وفل]?ذلك|[وك]?[كل]?ذلك|بذلك|تلك|هناك|مشترك|تحريك|ترك|يضحك|إشراك|شريك|فيسبوك|تيك|توك)$/;
  /** What is said to somebody else who is not there: to a classmate who may be either. */
  const toOthers = /^جانبك$/;
  // Unvocalised, ـك speaks to anybody: whoever chose the feminine form hears it.
  const unmarked = (text: string) =>
    (text.match(/(?<![ء-يً-ْ])[ء-يً-ْ]{2,}ك(?![ء-يً-ْ])/g) ?? []).filter(
      (word) => !plain.test(word) && !toOthers.test(word),
    );

  test('leaves no text anywhere that speaks to the reader by a mark that could be a man’s', () => {
    // What parents say to a child, and an officer to whoever comes, is not said to the reader.
    const toReader = [...feminine].filter(([path]) => !/^helpPanel\.(?:parents|receivers)\./.test(path));
    for (const [path, text] of toReader) expect(unmarked(text), `${path}: ${text}`).toEqual([]);
    expect([...neutral.values()].flatMap(unmarked).length).toBeGreaterThan(10);
  });

  test('speaks to her in every lesson that speaks to its reader', () => {
    const lessons = new Set(
      others.flatMap(([path]) => /^helpPanel\.lessons\.all\.([\w-]+)\./.exec(path)?.[1] ?? []),
    );
    expect([...lessons].sort()).toEqual(['accounts', 'demand', 'fake', 'first-hour', 'friend', 'strangers']);
  });

  test('nothing in another language changes with it', () => {
    for (const language of ['ckb', 'en'] as const) {
      expect(wordsOf(language, 'feminine')).toBe(wordsOf(language));
    }
  });
});

/** Imperatives of the feminine, which the neutral form must not have. */
test('neutral Arabic commands nobody', () => {
  const imperative = /(?<![ء-ي])(?:اضغط|اتصل|اذهب|أخبر|احفظ|أرسل|اسأل|ابق)ي?(?![ء-ي])/;
  for (const [path, text] of texts(wordsOf('ar')))
    expect(imperative.test(text), `${path}: ${text}`).toBe(false);
  expect(imperative.test(wordsOf('ar', 'feminine').helpPanel.now.call)).toBe(true);
});
