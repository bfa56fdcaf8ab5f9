import { describe, expect, test } from 'vitest';
import { emergency, hotlines } from '../../../utils/help/hotlines';
import { backFrom, linesOf } from '../../../utils/help/screens';
import { type Language, languages } from '../../../utils/i18n/languages';
import { wordsOf } from '../../../utils/i18n/words';

describe.each(hotlines)('the line $number', (line) => {
  test('has a source, the day it was checked, and Western digits', () => {
    expect(line.number).toMatch(/^[0-9]{3}$/);
    expect(line.checked).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
    for (const language of Object.keys(languages) as Language[]) {
      expect(wordsOf(language).sources[line.source]).toBeTruthy();
      expect(wordsOf(language).helpPanel.lines[line.id].name).toBeTruthy();
      expect(wordsOf(language).helpPanel.lines[line.id].why).toBeTruthy();
    }
  });

  test('is not called dialled before somebody has', () => {
    expect(line.dialled).toBe(false);
  });
});

test('911 stands beside every other line', () => {
  for (const lines of Object.values(linesOf)) expect(lines).toContain(emergency);
});

test('known leads to 497, unknown to 131', () => {
  expect(linesOf['line-known'].map(({ number }) => number)).toEqual(['497', '911']);
  expect(linesOf['line-unknown'].map(({ number }) => number)).toEqual(['131', '911']);
});

test('from every screen Back leads to the first', () => {
  for (const screen of Object.keys(backFrom) as (keyof typeof backFrom)[]) {
    let at: keyof typeof backFrom | null = screen;
    let steps = 0;
    while (at !== null && at !== 'first' && steps++ < 10) at = backFrom[at];
    expect(at).toBe('first');
  }
});
