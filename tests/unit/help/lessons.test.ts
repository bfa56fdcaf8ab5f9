import { describe, expect, test } from 'vitest';
import { lessons, lessonWords } from '../../../utils/help/lessons';
import { parentsPages } from '../../../utils/help/parents';
import { workshopParts } from '../../../utils/help/workshop';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

const all = Object.keys(languages) as Language[];
const count = (texts: readonly string[]) => texts.join(' ').split(/\s+/).length;

test('there are ten lessons, every one of the catalogue among them, once', () => {
  expect(lessons.length).toBe(10);
  expect(lessons.map(({ id }) => id).sort()).toEqual(Object.keys(wordsOf('en').helpPanel.lessons.all).sort());
});

describe.each(all)('in %s', (language) => {
  const words = wordsOf(language);

  test.each(lessons)('$id: a minute and a half, two to four answers, each explained', (lesson) => {
    const { title, says, maybe, question, answers } = lessonWords(words, lesson);
    const longest = [...answers].sort((one, other) => count([other.why]) - count([one.why]))[0]?.why ?? '';
    // At some 130 words a minute, as people of twelve read.
    const read = count([title, ...says, ...maybe, question, ...answers.map(({ say }) => say), longest]);
    expect(read).toBeGreaterThan(70);
    expect(read).toBeLessThanOrEqual(200);
    expect(answers.length).toBeGreaterThanOrEqual(2);
    expect(answers.length).toBeLessThanOrEqual(4);
    expect(answers.map(({ id }) => id).sort()).toEqual(
      Object.keys(words.helpPanel.lessons.all[lesson.id].answers).sort(),
    );
    expect(answers.map(({ id }) => id)).toContain(lesson.best);
    for (const { say, why } of answers) expect(why).not.toBe(say);
  });

  test('no answer is called wrong, or right at somebody else’s cost', () => {
    const harsh: Readonly<Record<Language, RegExp>> = {
      en: /\b(?:wrong|incorrect|false|fail|bad|stupid|careless)\b/i,
      ar: /خطأ|خاطئ|غلط|فشل|غبي/,
      ckb: /هەڵە|نادروست|شکست/,
    };
    for (const lesson of lessons) {
      for (const { why } of lessonWords(words, lesson).answers) {
        // "Something is wrong" is said of an account, not of an answer.
        expect(why.replace('that something is wrong', ''), lesson.id).not.toMatch(harsh[language]);
      }
    }
  });
});

test('every page for parents of the catalogue is shown', () => {
  expect(parentsPages.map(({ id }) => id).sort()).toEqual(
    Object.keys(wordsOf('en').helpPanel.parents.all).sort(),
  );
});

test('the outline of an hour is an hour, with every part of the catalogue', () => {
  expect(workshopParts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  expect(workshopParts.map(({ id }) => id).sort()).toEqual(
    Object.keys(wordsOf('en').helpPanel.workshop.outline.parts).sort(),
  );
});
