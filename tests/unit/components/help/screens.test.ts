import { h, render } from 'preact';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

import type { HelpScreen } from '../../../../utils/help/screen';
import { allScreens, leadsFrom } from '../../../../utils/help/screens';
import { type Language, languages } from '../../../../utils/i18n/languages';
import { inPage } from './page';

/** Every screen in every language, as it is rendered: no dead end, no missing word, no sentence too long. */

const page = inPage();
const { LanguageProvider } = await import('../../../../components/ui/language');
const { ScreenView } = await import('../../../../components/help/screen-view');
const { HelpPanel } = await import('../../../../components/help/help-panel');

const all = Object.keys(languages) as Language[];
const app = page.document.createElement('div');

beforeAll(() => page.document.body.append(app));
afterAll(() => {
  render(null, app);
  vi.unstubAllGlobals();
});

const shown = (language: Language, screen: HelpScreen) => {
  render(null, app);
  render(h(LanguageProvider, { language, children: h(ScreenView, { screen }) }), app);
};

/** The texts that are read in one breath: of elements that hold no other such element. */
function texts(): readonly string[] {
  const breath = 'h1, h2, p, li, strong, small, label, button, a, b';
  return [...app.querySelectorAll(breath)]
    .filter((element) => !element.querySelector(breath))
    .map((element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!؟:…])\s+/);
}

/** Where one learns there is more time to read than under a threat. */
const mostWords = (screen: HelpScreen) =>
  /^(?:lesson|parents|receivers|workshop|outline|poster)/.test(screen) ? 20 : 12;

const visited = { count: 0 };

describe.each(all)('in %s', (language) => {
  test.each(allScreens)('%s', (screen) => {
    shown(language, screen);
    visited.count += 1;
    const headings = [...app.querySelectorAll('h1')];
    expect(headings.length).toBe(1);
    expect(headings[0]?.tabIndex).toBe(-1);
    const found = texts();
    expect(found.length).toBeGreaterThan(0);
    for (const text of found) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
      for (const sentence of sentencesOf(text)) {
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(mostWords(screen));
      }
    }
    for (const control of app.querySelectorAll('button, a[href], textarea')) {
      const name =
        control.getAttribute('aria-label') ?? control.closest('label')?.textContent ?? control.textContent;
      expect(name?.trim()).toBeTruthy();
    }
    for (const link of app.querySelectorAll('a[href]')) {
      expect(link.getAttribute('target')).toBe('_blank');
      expect(link.getAttribute('rel')).toContain('noreferrer');
    }
  });
});

test.each(allScreens)('%s leads where the graph says, in that order', (screen) => {
  shown('en', screen);
  const leads = [...app.querySelectorAll('[data-go]')].map((control) => control.getAttribute('data-go'));
  expect(leads).toEqual(leadsFrom(screen));
});

test('names that are told aloud hold the words that are seen', () => {
  for (const language of all) {
    for (const screen of allScreens) {
      shown(language, screen);
      for (const control of app.querySelectorAll('button[aria-label], a[aria-label]')) {
        const seen = (control.textContent ?? '').replace(/\s+/g, ' ').trim();
        expect(control.getAttribute('aria-label')?.includes(seen), `${language} ${screen}: ${seen}`).toBe(
          true,
        );
      }
    }
  }
});

test('telephone numbers are isolated, left to right, in Western digits', () => {
  for (const language of all) {
    for (const screen of allScreens) {
      shown(language, screen);
      const outside = [...app.querySelectorAll('p, li, strong, small')]
        .flatMap((element) => [...element.childNodes])
        .filter(({ nodeType }) => nodeType === 3)
        .map(({ textContent }) => textContent ?? '');
      for (const text of outside) expect(text).not.toMatch(/(?:497|131|911|٤٩٧|١٣١|٩١١)/);
      for (const digits of app.querySelectorAll('.hot__digits bdi')) {
        expect(digits.getAttribute('dir')).toBe('ltr');
        expect(digits.textContent).toMatch(/^[0-9 ]+$/);
      }
    }
  }
});

describe('the panel', () => {
  const open = (onExit = () => {}) => {
    render(null, app);
    render(h(LanguageProvider, { language: 'en', children: h(HelpPanel, { onExit }) }), app);
  };
  const screenNow = () => app.querySelector('.panel')?.getAttribute('data-screen');
  const settle = () => new Promise((done) => setTimeout(done));
  const choose = async (selector: string) => {
    page.click(app.querySelector(selector));
    await settle();
  };

  test('walks every screen by its controls, and Back leads out of each', async () => {
    const ways = new Map<string, readonly string[]>([['first', []]]);
    for (const [screen, way] of ways) {
      open();
      for (const step of way) await choose(`main [data-go="${step}"]`);
      expect(screenNow()).toBe(screen);
      const leads = [...app.querySelectorAll('main [data-go]')].map(
        (one) => one.getAttribute('data-go') ?? '',
      );
      for (const lead of leads) if (!ways.has(lead)) ways.set(lead, [...way, lead]);
      expect(app.querySelectorAll('[data-action="exit"]').length).toBe(2);
      for (let turn = 0; screenNow() !== 'first'; turn += 1) {
        expect(turn).toBeLessThanOrEqual(way.length);
        await choose('header [data-go]');
      }
    }
    expect([...ways.keys()].sort()).toEqual([...allScreens].sort());
  });

  test('the region that was chosen decides from then on, and until the panel closes', async () => {
    const leads = (selector: string) => app.querySelector(`main ${selector}`)?.getAttribute('data-go');
    open();
    await choose('[data-go="know"]');
    await choose('[data-go="line-kurdistan"]');
    await choose('[data-go="wrong"]');
    expect(leads('[data-go^="line-"]')).toBe('line-kurdistan');
    await choose('[data-go="people"]');
    expect(leads('[data-go^="line-"]')).toBe('line-kurdistan');
    for (const back of ['wrong', 'line-kurdistan', 'know']) await choose(`header [data-go="${back}"]`);
    await choose('[data-go="asked"]');
    await choose('[data-go="case-classmate"]');
    expect(leads('[data-go]')).toBe('line-kurdistan');
    for (const back of ['asked', 'know', 'first']) await choose(`header [data-go="${back}"]`);
    await choose('[data-go="safer"]');
    await choose('[data-go="workshop"]');
    const region = () =>
      [...app.querySelectorAll('[data-region] input')].map((input) => input.hasAttribute('checked'));
    expect(region()).toEqual([false, true]);

    // Looked at the others since: those count.
    for (const back of ['safer', 'first']) await choose(`header [data-go="${back}"]`);
    await choose('[data-go="know"]');
    await choose('[data-go="line-kurdistan"]');
    await choose('[data-go="line-both"]');
    await choose('[data-go="wrong"]');
    expect(leads('[data-go^="line-"]')).toBe('line-both');
  });

  test('quick exit empties it at once and tells whoever holds it', async () => {
    const onExit = vi.fn();
    open(onExit);
    await choose('[data-go="know"]');
    await choose('header .btn--ink:not(.skip)');
    expect(app.innerHTML).toBe('');
    expect(onExit).toHaveBeenCalledTimes(1);
  });

  test('Shift three times does the same; what is written goes with it', async () => {
    const onExit = vi.fn();
    open(onExit);
    await choose('[data-go="know"]');
    await choose('[data-go="sheet"]');
    await choose('[data-go="sheet-filled"]');
    page.type(app.querySelector('[data-field="who"]'), 'a name');
    await settle();
    for (let press = 0; press < 3; press += 1) {
      expect(onExit).not.toHaveBeenCalled();
      page.key('keydown', 'Shift');
      page.key('keyup', 'Shift');
      await settle();
      if (press < 2)
        expect(app.querySelector('[role="status"][data-presses]')?.textContent).toContain('Shift');
    }
    expect(onExit).toHaveBeenCalledTimes(1);
    expect(app.innerHTML).toBe('');
    open();
    await choose('[data-go="know"]');
    await choose('[data-go="sheet"]');
    await choose('[data-go="sheet-filled"]');
    expect((app.querySelector('[data-field="who"]') as HTMLTextAreaElement | null)?.value).toBe('');
  });

  test('what was written is there again after Back, as long as the panel is open', async () => {
    open();
    await choose('[data-go="know"]');
    await choose('[data-go="sheet"]');
    await choose('[data-go="sheet-filled"]');
    page.type(app.querySelector('[data-field="where"]'), 'a group');
    await settle();
    await choose('header [data-go="sheet"]');
    await choose('[data-go="sheet-filled"]');
    expect((app.querySelector('[data-field="where"]') as HTMLTextAreaElement | null)?.value).toBe('a group');
  });
});

test('that were all screens in all languages', () => {
  console.log(`${allScreens.length} screens of the help walked, each in ${all.length} languages`);
  expect(visited.count).toBe(allScreens.length * all.length);
});
