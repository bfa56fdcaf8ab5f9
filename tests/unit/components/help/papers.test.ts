import { h, render } from 'preact';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lessons } from '../../../../utils/help/lessons';
import { type Language, languages } from '../../../../utils/i18n/languages';
import { wordsOf } from '../../../../utils/i18n/words';
import { inPage } from './page';

/** Every page that is printed, in every language; how it lies on paper is seen in the browser's own PDF. */

const page = inPage();
const { LanguageProvider } = await import('../../../../components/ui/language');
const { LessonPaper } = await import('../../../../components/help/papers/lesson');
const { OutlinePaper } = await import('../../../../components/help/papers/outline');
const { ParentsPaper } = await import('../../../../components/help/papers/parents');
const { PosterPaper } = await import('../../../../components/help/papers/poster');
const { ReceiversPaper } = await import('../../../../components/help/papers/receivers');

const app = page.document.createElement('div');
beforeAll(() => page.document.body.append(app));
afterAll(() => {
  render(null, app);
  vi.unstubAllGlobals();
});

const papers = {
  ...Object.fromEntries(
    lessons.map((lesson) => [`lesson-${lesson.id}`, h(LessonPaper, { lesson, region: 'federal' })]),
  ),
  ...Object.fromEntries(
    lessons
      .filter(({ threat }) => threat)
      .map((lesson) => [`kurdistan-lesson-${lesson.id}`, h(LessonPaper, { lesson, region: 'kurdistan' })]),
  ),
  parents: h(ParentsPaper, { region: 'federal' }),
  'kurdistan-parents': h(ParentsPaper, { region: 'kurdistan' }),
  receivers: h(ReceiversPaper, {}),
  outline: h(OutlinePaper, {}),
  'poster-federal': h(PosterPaper, { region: 'federal' }),
  'poster-kurdistan': h(PosterPaper, { region: 'kurdistan' }),
};

const numbersOn: Readonly<Record<string, readonly string[]>> = {
  'poster-federal': ['497', '131', '911'],
  'poster-kurdistan': ['066106', '0750 252 2728', '911'],
  'lesson-first-hour': ['497', '131', '911'],
  'kurdistan-lesson-first-hour': ['066106', '0750 252 2728', '911'],
  parents: ['497', '131', '911'],
  'kurdistan-parents': ['066106', '0750 252 2728', '911'],
  'lesson-asking': [],
};

/** What is told as "may" beside the numbers of a region, on every page that has them. */
const unsure: Readonly<Record<Language, RegExp>> = {
  en: /may not answer/,
  ar: /ربما لا يجيب/,
  ckb: /ڕەنگە .*وەڵام نەداتەوە/,
};

describe.each(Object.keys(languages) as Language[])('in %s', (language) => {
  test.each(Object.entries(papers))('%s', (name, paper) => {
    render(null, app);
    render(h(LanguageProvider, { language, children: paper }), app);
    const root = app.querySelector('.paper');
    expect(root?.getAttribute('lang')).toBe(language);
    expect(root?.getAttribute('dir')).toBe(languages[language].dir);
    expect(app.querySelectorAll('h1').length).toBe(1);
    const text = app.textContent ?? '';
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
    for (const element of app.querySelectorAll('h1, h2, p, li, dt, dd')) {
      if (!element.classList.contains('paper__line')) expect(element.textContent?.trim()).toBeTruthy();
    }
    // Every number that is printed is isolated, and has its source and its day on the same page.
    const digits = [...app.querySelectorAll('.paper__number bdi')].map(
      ({ textContent }) => textContent ?? '',
    );
    if (numbersOn[name]) expect(digits).toEqual(numbersOn[name]);
    if (digits.includes('911')) expect(text).toMatch(unsure[language]);
    const sources = [...app.querySelectorAll('.paper__source')].map(({ textContent }) => textContent ?? '');
    for (const number of digits) {
      const source = sources.find((told) => told.startsWith(number)) ?? '';
      expect(source).toMatch(/2026|٢٠٢٦/);
    }
    for (const bdi of app.querySelectorAll('.paper__number bdi')) expect(bdi.getAttribute('dir')).toBe('ltr');
    // What hangs on a wall does not tell what Safi on a computer may mean.
    if (/^(?:poster|receivers)/.test(name)) expect(text).not.toContain(wordsOf(language).name);
  });
});
