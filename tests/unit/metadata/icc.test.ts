import { describe, expect, test } from 'vitest';
import { cleanProfile } from '../../../utils/metadata/icc';
import { ofScreen, profile, textDescription, unicodeText } from '../../fixtures/icc';
import { join, latin1 } from '../../fixtures/jpeg';
import { flip, latin1Text } from './cleaning';

/** Letters of one and two bytes alike. */
const letters = (bytes: Uint8Array) => latin1Text(bytes).replaceAll('\0', '');

describe('a profile', () => {
  test('without date, device and creator is clean: the very same bytes', () => {
    const plain = profile();
    expect(cleanProfile(plain)).toEqual({ profile: plain, removed: [] });
    expect(cleanProfile(plain)?.profile).toBe(plain);
  });

  test('loses date, device, creator and its checksum, and nothing else', () => {
    const cleaned = cleanProfile(profile({ header: true }));
    const expected = profile({ header: true });
    for (const [start, end] of [
      [24, 36],
      [48, 56],
      [80, 100],
    ]) {
      expected.fill(0, start, end);
    }
    expect(Buffer.from(cleaned?.profile ?? []).equals(expected)).toBe(true);
    // It tells nobody anything: every program that comes with this profile writes the same.
    expect(cleaned?.removed).toEqual([]);
  });

  test('of one very screen loses its name, serial number, gaps and tail, and keeps its colours', () => {
    const cleaned = cleanProfile(profile(ofScreen));
    expect(letters(cleaned?.profile ?? new Uint8Array())).not.toMatch(/Noor|noor|secret|SAMS/);
    expect(cleaned?.removed.map(({ label }) => label)).toEqual([
      'data after the end',
      'header',
      'unused bytes',
      'desc',
      'dscm',
      'mmod',
    ]);
    expect(cleaned?.removed.find(({ label }) => label === 'desc')).toMatchObject({
      kind: 'device',
      value: "Noor's monitor",
    });
    const plain = profile({ ...ofScreen, tail: new Uint8Array(0) });
    expect(cleaned?.profile.length).toBe(plain.length);
    for (const name of ['XYZ ', 'curv', 'vcgt', 'mluc', 'mmod', 'desc']) {
      expect(latin1Text(cleaned?.profile ?? new Uint8Array()).split(name).length).toBe(
        latin1Text(plain).split(name).length,
      );
    }
  });

  test('of a working space keeps its name', () => {
    const named = profile({
      tags: { desc: textDescription('Adobe RGB (1998)'), cprt: unicodeText('public') },
    });
    expect(cleanProfile(named)?.profile).toBe(named);
  });

  test('cleaned twice equals once', () => {
    const once = cleanProfile(profile(ofScreen))?.profile ?? new Uint8Array();
    expect(cleanProfile(once)?.profile).toBe(once);
  });

  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['too short', profile().slice(0, 131)],
    ['shorter than it says', profile().slice(0, -1)],
    ['no signature', profile().fill(0, 36, 40)],
    ['words', latin1('profile'.repeat(40))],
  ])('that is %s is none', (_, bytes) => {
    expect(cleanProfile(bytes)).toBeNull();
  });

  test('with a thousand flipped bytes: never a throw, and what is clean stays clean', () => {
    for (const bytes of flip(join(profile(ofScreen)), 1000)) {
      const once = cleanProfile(bytes);
      if (once) expect(cleanProfile(once.profile)?.profile).toBe(once.profile);
    }
  });
});
