import { describe, expect, test } from 'vitest';
import { cases } from '../../../utils/help/cases';
import { everyLine, kurdistanLines } from '../../../utils/help/hotlines';
import { laws } from '../../../utils/help/laws';
import { lessons } from '../../../utils/help/lessons';
import { platforms } from '../../../utils/help/platforms';
import { services } from '../../../utils/help/services';
import { told } from '../../../utils/help/told';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

/** What is told as a fact has a source, a day and a mark of how sure it is; what is not sure is told as "may". */

const all = Object.keys(languages) as Language[];

/** What stands at a path of the catalogue. */
function at(language: Language, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      wordsOf(language),
    );
}

const may: Readonly<Record<Language, RegExp>> = {
  en: /\bmay\b/,
  ar: /(?:^|\s)(?:قد|ربما)\s/,
  ckb: /ڕەنگە|لەوانەیە/,
};

const cost: Readonly<Record<Language, RegExp>> = {
  en: /\bfree\b|\bcost\b/i,
  ar: /مجاني|الكلفة/,
  ckb: /بێ بەرامبەر|نرخ/,
};
const hours: Readonly<Record<Language, RegExp>> = { en: /hours/, ar: /الأوقات/, ckb: /کات/ };

/** Words of the law, of crimes and of what follows on them. */
const law: Readonly<Record<Language, RegExp>> = {
  en: /\b(?:law|Law|Article|Penal|prison|imprisonment|detention|punish\w*|crime|court)\b/,
  ar: /قانون|المادة|المادتين|العقوب|السجن|الحبس|جريمة|يُعاقَب/,
  ckb: /یاسا|مادده|ماددەی|سزا|زیندان|بەندکردن|تاوان/,
};

/** What only names the law, or where something comes from. */
const named = /^(?:helpPanel\.places\.(?:lawRow|lawTitle|notAdvice)$|sources\.)/;

/** Every text with the path that leads to it. */
function pathed(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => pathed(inner, path ? `${path}.${key}` : key));
}

const isUnder = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}.`);

/** Every text of the help in a language. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(texts);
}

describe.each(told)('$path', ({ path, fact }) => {
  test('has a source, the day it was checked, and how sure it is', () => {
    expect(fact.checked).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
    expect(Number.isNaN(Date.parse(fact.checked))).toBe(false);
    expect(['high', 'medium', 'low']).toContain(fact.confidence);
    for (const language of all) expect(wordsOf(language).sources[fact.source]).toBeTruthy();
  });

  test('says something in every language', () => {
    for (const language of all) {
      const sentences = texts(at(language, path));
      expect(sentences.length).toBeGreaterThan(0);
      for (const sentence of sentences) expect(sentence.trim()).not.toBe('');
    }
  });
});

test('what a lesson tells as "may" has a fact of its own, and nothing without one stands there', () => {
  for (const { id, maybe } of lessons) {
    expect(wordsOf('en').helpPanel.lessons.all[id].maybe.length > 0, id).toBe(maybe !== null);
  }
});

describe.each(all)('in %s', (language) => {
  test('what is not sure is told as "may"', () => {
    const unsure = told.filter(
      ({ path, fact }) => fact.confidence !== 'high' && !path.startsWith('helpPanel.about'),
    );
    expect(unsure.map(({ path }) => path)).toEqual([
      'helpPanel.places.laws.other-threats',
      'helpPanel.places.laws.posting',
      'helpPanel.places.platforms.telegram.says',
      'helpPanel.places.platforms.snapchat.says',
      'helpPanel.lessons.all.tells.maybe',
      'helpPanel.lessons.all.view-once.maybe',
      'helpPanel.lessons.all.strangers.maybe',
      'helpPanel.lessons.all.friend.maybe',
      'helpPanel.parents.all.agreements.says',
      'helpPanel.mergedWhy',
      'helpPanel.families',
      'helpPanel.kurdistan.emergency',
      'helpPanel.wrong.ways.1',
      'helpPanel.wrong.ways.2',
    ]);
    for (const { path } of unsure) {
      for (const sentence of texts(at(language, path))) expect(sentence, path).toMatch(may[language]);
    }
  });

  test('that 497 answers is told as "may", beside it', () => {
    const { mergedWhy, kurdistan, families } = wordsOf(language).helpPanel;
    expect(mergedWhy).toMatch(may[language]);
    expect(kurdistan.emergency).toMatch(may[language]);
    expect(families).toMatch(may[language]);
  });

  test('of every line it is told whether it is free and when it answers, or that nobody knows', () => {
    for (const { id } of everyLine) {
      const says = wordsOf(language).helpPanel.about[id].join(' ');
      expect(says, id).toMatch(cost[language]);
      expect(says, id).toMatch(hours[language]);
    }
  });

  test('what may go wrong is told as "may"', () => {
    for (const sentence of wordsOf(language).helpPanel.wrong.what) expect(sentence).toMatch(may[language]);
  });

  test('every case is three sentences', () => {
    for (const { id } of cases) {
      const { says } = wordsOf(language).helpPanel.asked.cases[id];
      expect(says.length, id).toBe(3);
    }
  });

  test('no number, law or application that could not be verified is shipped', () => {
    const unverified = /\b(?:119|139|533|452|80000111|80000777)\b|633 ?133|play\.google|apps\.apple/;
    for (const text of texts(wordsOf(language).helpPanel)) expect(text).not.toMatch(unverified);
  });

  test('no number to call stands in the words: it comes from the data', () => {
    for (const [path, text] of pathed(wordsOf(language))) {
      if (path.startsWith('helpPanel.places.laws.')) continue;
      // Three digits and more are years, and nothing else.
      for (const [digits] of text.matchAll(/[\d٠-٩]{3,}/g))
        expect(digits, `${path}: ${text}`).toMatch(/^20\d\d$/);
    }
  });

  test('every sentence about the law has a source and a day', () => {
    const sentences = pathed(wordsOf(language)).filter(
      ([path, text]) => law[language].test(text) && !named.test(path),
    );
    expect(sentences.length).toBeGreaterThan(5);
    const without = sentences.filter(([path]) => !told.some((one) => isUnder(path, one.path)));
    expect(without).toEqual([]);
  });

  test('promises nothing in the name of a family or an officer, and reports to nobody', () => {
    const promises: Readonly<Record<Language, RegExp>> = {
      en: /will not (?:tell|be told|know|contact)|nobody will|report to (?:your )?parents|never tell/i,
      ar: /لن يعرف|لن يُخبر|لن يتصل|إبلاغ الأهل|إبلاغ الوالدين/,
      ckb: /نازانن|ناڵێن|ئاگاداری دایک و باوک/,
    };
    for (const text of texts(wordsOf(language).helpPanel)) expect(text).not.toMatch(promises[language]);
  });
});

test('no imperative in Arabic buttons and steps', () => {
  const imperative =
    /(?:^|\s)(?:اضغط|اضغطي|اتصل|اتصلي|أرسل|أرسلي|لا تدفع|لا تدفعي|احفظ|احفظي|افتح|افتحي|أخبر|أخبري)(?:\s|$)/;
  for (const text of texts(wordsOf('ar').helpPanel)) expect(text).not.toMatch(imperative);
});

test('numbers of a region are digits as keypads show them, and nobody is said to have dialled them', () => {
  for (const { number, dialled } of kurdistanLines) {
    expect(number).toMatch(/^0[0-9 ]{5,13}$/);
    expect(dialled).toBe(false);
  }
});

test('every line that is named has a number with a source, a day and a mark, and no number has none', () => {
  const { lines, about } = wordsOf('en').helpPanel;
  const ids = everyLine.map(({ id }) => id).sort();
  expect(Object.keys(lines).sort()).toEqual(ids);
  expect(Object.keys(about).sort()).toEqual(ids);
  for (const { id } of everyLine) {
    expect(told.filter(({ path }) => path === `helpPanel.about.${id}`)).toHaveLength(1);
  }
});

test('everything that has a fact is among those told, each at a path of its own', () => {
  expect(new Set(told.map(({ path }) => path)).size).toBe(told.length);
  for (const { laws: all } of [wordsOf('en').helpPanel.places]) {
    expect(laws.map(({ id }) => id).sort()).toEqual(Object.keys(all).sort());
  }
});

test('no lawyer is said to have read the sentences about the law', () => {
  for (const { reviewed } of laws) expect(reviewed).toBe(false);
});

test('addresses are typed as they are, without a scheme', () => {
  for (const { address } of [...platforms, ...services]) {
    if (address !== undefined) expect(address).toMatch(/^[a-z.]+\.(?:com|org)(?:\/[\w/-]+)?$/);
  }
});
