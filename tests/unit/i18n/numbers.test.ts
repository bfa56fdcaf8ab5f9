import { describe, expect, test } from 'vitest';
import { readableDate } from '../../../utils/i18n/dates';
import { fill, fillText } from '../../../utils/i18n/fill';
import { isLanguage, languageOfBrowser } from '../../../utils/i18n/languages';
import { localDigits, localNumber } from '../../../utils/i18n/numbers';
import { formFor } from '../../../utils/i18n/plural';
import { wordsOf } from '../../../utils/i18n/words';

describe('forms of number', () => {
  const { people } = wordsOf('ar').card;
  test.each([
    [0, 'لا أحد'],
    [1, 'شخص واحد'],
    [2, 'شخصان'],
    [3, '{n} أشخاص'],
    [10, '{n} أشخاص'],
    [11, '{n} شخصًا'],
    [43, '{n} شخصًا'],
    [99, '{n} شخصًا'],
    [100, '{n} شخص'],
    [101, '{n} شخص'],
    [102, '{n} شخص'],
    [103, '{n} أشخاص'],
    [111, '{n} شخصًا'],
  ])('Arabic, %i: %s', (count, form) => {
    expect(formFor(people, count, 'ar')).toBe(form);
  });

  test('English and Sorani know one and more', () => {
    const forms = { one: 'one', other: 'other' };
    expect([0, 1, 2, 43].map((count) => formFor(forms, count, 'en'))).toEqual([
      'other',
      'one',
      'other',
      'other',
    ]);
    expect([0, 1, 2, 43].map((count) => formFor(forms, count, 'ckb'))).toEqual([
      'other',
      'one',
      'other',
      'other',
    ]);
  });

  test('a form that a catalogue lacks falls back to other', () => {
    expect(formFor({ one: 'one', other: 'other' }, 2, 'ar')).toBe('other');
  });
});

describe('digits and dates', () => {
  test('counts are written in the language’s digits', () => {
    expect([localNumber(43, 'ar'), localNumber(43, 'ckb'), localNumber(43, 'en')]).toEqual([
      '٤٣',
      '٤٣',
      '43',
    ]);
    expect(localDigits('2024', 'ar')).toBe('٢٠٢٤');
  });

  test('dates have month names and no slashes', () => {
    expect(readableDate('2026-11-12 16:32', 'ar')).toBe('١٢ تشرين الثاني ٢٠٢٦، ١٦:٣٢');
    expect(readableDate('2026-11-23', 'en')).toBe('23 Nov 2026');
    expect(readableDate('2026-11-23', 'ckb')).toBe('٢٣ تشرینی دووەم ٢٠٢٦');
  });

  test.each(['yesterday', '2026-13-01', ''])('what is no date stays as it is: %j', (text) => {
    expect(readableDate(text, 'en')).toBe(text);
  });
});

describe('slots', () => {
  test('are filled by what is given, others stay', () => {
    expect(fillText('in {name}, {n}', { name: 'Class 6' })).toBe('in Class 6, {n}');
    expect(fill<string | number>('{a} and {b}', { a: 1, b: 2 })).toEqual([1, ' and ', 2]);
  });

  test('a name that looks like a slot is not filled again', () => {
    expect(fillText('{name}', { name: '{n}', n: 'x' })).toBe('{n}');
  });
});

describe('the language at first', () => {
  test.each([
    [['ckb-IQ', 'en'], 'ckb'],
    [['fr-FR', 'en-GB', 'ar'], 'en'],
    [['de'], 'ar'],
    [[], 'ar'],
  ])('browser %j: %s', (tags, language) => {
    expect(languageOfBrowser(tags)).toBe(language);
  });

  test('what is no language of ours is none', () => {
    expect(['ar', 'toString', '', 5, null].filter(isLanguage)).toEqual(['ar']);
  });
});
