import { describe, expect, test } from 'vitest';
import { noPresses, type Presses, pressesAfter } from '../../../utils/help/quick-exit';
import type { HelpScreen } from '../../../utils/help/screen';
import { allScreens, backFrom, leadsFrom } from '../../../utils/help/screens';
import { behind, screenOf, type Trail, trailStart, travel } from '../../../utils/help/trail';

const go = (...screens: readonly HelpScreen[]): Trail => screens.reduce(travel, trailStart);

describe('the screens', () => {
  test('are all reached from the first one', () => {
    const reached = new Set<HelpScreen>(['first']);
    for (const screen of reached) for (const next of leadsFrom(screen)) reached.add(next);
    expect([...reached].sort()).toEqual([...allScreens].sort());
  });

  test('there are 76 of them, and none leads to itself or twice to the same', () => {
    expect(allScreens.length).toBe(76);
    for (const screen of allScreens) {
      expect(leadsFrom(screen)).not.toContain(screen);
      expect(new Set(leadsFrom(screen)).size, screen).toBe(leadsFrom(screen).length);
    }
  });

  test('the way to a number takes three choices at most', () => {
    expect(leadsFrom('first')).toContain('know');
    for (const line of ['line-known', 'line-unknown', 'line-both'] as const) {
      expect(leadsFrom('know')).toContain(line);
    }
  });

  test('the second door leads to the first only from what speaks of a threat itself', () => {
    const firstDoor = new Set<HelpScreen>(['know', 'now']);
    for (const screen of firstDoor) for (const next of leadsFrom(screen)) firstDoor.add(next);
    const reached = new Set<HelpScreen>(['safer']);
    const over = new Set<HelpScreen>();
    for (const screen of reached) {
      for (const next of leadsFrom(screen)) {
        if (firstDoor.has(next)) over.add(screen);
        else reached.add(next);
      }
    }
    expect([...over].sort()).toEqual([
      'lesson-demand',
      'lesson-fake',
      'lesson-first-hour',
      'lesson-friend',
      'parents-say-first',
      'parents-signs',
      'receivers',
    ]);
    for (const screen of ['safer', 'lessons', 'parents', 'workshop'] as const)
      expect(over).not.toContain(screen);
  });
});

describe('the trail', () => {
  test('Back leads to where somebody came from', () => {
    expect(behind(go('know', 'line-known', 'large-emergency'))).toBe('line-known');
    expect(behind(go('now', 'know'))).toBe('now');
    expect(behind(trailStart)).toBeNull();
  });

  test('a screen that lies behind is gone back to', () => {
    expect(go('know', 'line-known', 'know')).toEqual(['first', 'know']);
    expect(go('know', 'first')).toEqual(['first']);
  });

  test('steps take each other’s place; so do lessons, and pages for parents', () => {
    const trail = go('know', 'step-no-pay', 'step-send-nothing', 'step-stop-replying');
    expect(trail).toEqual(['first', 'know', 'step-stop-replying']);
    expect(go('safer', 'lessons', 'lesson-group', 'lesson-tells')).toEqual([
      'first',
      'safer',
      'lessons',
      'lesson-tells',
    ]);
    expect(go('safer', 'parents', 'parents-say-first', 'parents-never').at(-1)).toBe('parents-never');
    expect(behind(go('safer', 'parents', 'parents-say-first', 'parents-never'))).toBe('parents');
  });

  test('never grows beyond the number of screens', () => {
    let trail = trailStart;
    for (let turn = 0; turn < 2_000; turn += 1) {
      const leads = leadsFrom(screenOf(trail));
      const to = leads[turn % Math.max(leads.length, 1)] ?? backFrom[screenOf(trail)];
      if (to) trail = travel(trail, to);
      expect(new Set(trail).size).toBe(trail.length);
    }
  });
});

describe('Shift three times', () => {
  const down = (key: string, repeat = false) => ({ type: 'keydown', key, repeat });
  const up = (key: string) => ({ type: 'keyup', key, repeat: false });
  const shift = [down('Shift'), up('Shift')];
  const pressed = (...keys: readonly ReturnType<typeof down>[]): Presses =>
    keys.reduce(pressesAfter, noPresses);

  test('counts when Shift goes up', () => {
    expect(pressed(...shift, ...shift).count).toBe(2);
    expect(pressed(...shift, ...shift, down('Shift')).count).toBe(2);
    expect(pressed(...shift, ...shift, ...shift).count).toBe(3);
  });

  test('a key that goes up without having gone down counts for nothing', () => {
    expect(pressed(up('Shift')).count).toBe(0);
    expect(pressed(...shift, up('Shift')).count).toBe(0);
  });

  test('a key that is held counts once', () => {
    expect(pressed(down('Shift'), down('Shift', true), down('Shift', true), up('Shift')).count).toBe(1);
  });

  test('a capital letter counts for nothing, and begins again', () => {
    const capital = [down('Shift'), down('A'), up('A'), up('Shift')];
    expect(pressed(...capital, ...capital, ...capital).count).toBe(0);
    expect(pressed(...shift, ...shift, ...capital).count).toBe(0);
  });

  test('any other key begins again', () => {
    expect(pressed(...shift, ...shift, down('Tab'), up('Tab'), ...shift).count).toBe(1);
  });
});
