import { describe, expect, test } from 'vitest';
import { cleanProfile } from '../../../utils/metadata/icc';
import { ofScreen, profile, textDescription, unicodeText } from '../../fixtures/icc';
import { join, latin1 } from '../../fixtures/jpeg';
import { flip, latin1Text } from './cleaning';

/** Letters of one and two bytes alike. */
const letters = (bytes: Uint8Array) => latin1Text(bytes).replaceAll('\0', '');

describe('a profile', () => {
  test('loses what stands in the reserved bytes of its header', () => {
    const dirty = profile();
    dirty.set(latin1('secret'), 110);
    expect(Buffer.from(cleanProfile(dirty)?.profile ?? []).equals(profile())).toBe(true);
  });

  test('loses letters in the type and the reserved bytes of a text', () => {
    for (const letters of ['desc', 'text', 'mluc', 'secr']) {
      const dirty = profile({ tags: { desc: textDescription('any') } });
      const view = new DataView(dirty.buffer);
      const data = view.getUint32(latin1Text(dirty).indexOf('desc', 132) + 4);
      dirty.set(latin1(`${letters}etsecret`), data);
      expect(latin1Text(cleanProfile(dirty)?.profile ?? new Uint8Array())).not.toMatch(/secr|etse/);
    }
  });

  test('whose name overlaps a colour loses as much of it as draws nothing', () => {
    const dirty = profile({ tags: { desc: textDescription('the secret name of a monitor') } });
    const view = new DataView(dirty.buffer);
    const place = (name: string) => latin1Text(dirty).indexOf(name, 132) + 4;
    // The red colour takes the first sixteen bytes of the name's data.
    view.setUint32(place('rXYZ'), view.getUint32(place('desc')) - 4);
    const cleaned = cleanProfile(dirty)?.profile ?? new Uint8Array();
    const from = view.getUint32(place('desc')) - 4;
    expect(latin1Text(cleaned)).not.toContain('monitor');
    expect(cleaned.subarray(from, from + 20)).toEqual(dirty.subarray(from, from + 20));
  });

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
      tags: { desc: textDescription('Adobe RGB (1998)'), cprt: unicodeText('Public Domain') },
    });
    expect(cleanProfile(named)?.profile).toBe(named);
  });

  const named = (tags: Readonly<Record<string, Uint8Array>>) => profile({ header: true, tags });

  test.each<[string, string, Uint8Array]>([
    ['a monitor without any calibration', 'desc', textDescription('DELL U2312HM of Noor')],
    ['its maker', 'dmnd', textDescription('Noor Ltd')],
    ['its model', 'dmdd', unicodeText('Noor 2715')],
    ['who made it', 'cprt', join(latin1('text\0\0\0\0'), latin1('Copyright 2026 Noor\0'))],
    ['the light that it was looked at', 'vued', textDescription("at Noor's desk")],
    ['a text behind the letters', 'desc', join(textDescription('sRGB').fill(7, 30, 34), latin1('Noor'))],
    ['a translation', 'cprt', unicodeText('Noor')],
    ['a text of another type', 'cprt', join(latin1('sig \0\0\0\0'), latin1('Noor'))],
    ['measured patches', 'targ', join(latin1('text\0\0\0\0'), latin1('CREATED "10/25/2007" Noor'))],
    ['what only a maker reads', 'Pmtr', join(latin1('data\0\0\0\0'), latin1('by Noor'))],
    ['letters where a text has its count', 'desc', join(latin1('desc\0\0\0\0Noor'), new Uint8Array(12))],
    ['letters and no room for more', 'dmnd', latin1('desc\0\0\0\0Noor')],
    [
      'letters where translations have theirs',
      'dscm',
      join(latin1("mluc\0\0\0\0Noor's p"), new Uint8Array(16)),
    ],
    [
      'letters for a number of translations',
      'cprt',
      join(latin1('mluc\0\0\0\0Noor'), [0, 0, 0, 12], new Uint8Array(24)),
    ],
    ['the curves of a graphics card', 'vcgt', join(latin1('vcgt\0\0\0\0'), latin1('Noor'))],
  ])('loses %s, and says so', (_, tag, bytes) => {
    const dirty = named({ [tag]: bytes });
    const cleaned = cleanProfile(dirty);
    expect(letters(cleaned?.profile ?? new Uint8Array())).not.toContain('Noor');
    expect(cleaned?.profile.length).toBe(dirty.length);
    expect(cleaned?.removed.map(({ label }) => label)).toEqual(['header', tag]);
  });

  test('keeps of several translations those that are common', () => {
    const apple = unicodeText('Generic RGB Profile');
    const both = Uint8Array.from([
      ...apple.subarray(0, 8),
      0,
      0,
      0,
      2,
      0,
      0,
      0,
      12,
      ...apple.subarray(16, 20),
    ]);
    const other = unicodeText('Noor').subarray(28);
    const own = apple.subarray(28);
    const records = join([0, 0, 0, own.length, 0, 0, 0, 40], latin1('arIQ'), [
      0,
      0,
      0,
      other.length,
      0,
      0,
      0,
      40 + own.length,
    ]);
    const { profile: kept } = cleanProfile(named({ dscm: join(both, records, own, other) })) ?? {};
    expect(letters(kept ?? new Uint8Array())).toContain('Generic RGB Profile');
    expect(letters(kept ?? new Uint8Array())).not.toContain('Noor');
  });

  test('loses of translations what stands in the place of their languages, lengths and places', () => {
    const text = (record: string, length: number) =>
      join(latin1('mluc\0\0\0\0'), [0, 0, 0, 1, 0, 0, 0, length], latin1(record), new Uint8Array(20));
    for (const [record, length] of [
      ['Noor at home', 12],
      ['enUSNoorhome', 1],
      ['Noor\0\0\0\x04\0\0\0\x1c', 12],
    ] as const) {
      const once = cleanProfile(named({ dscm: text(record, length) }))?.profile ?? new Uint8Array();
      expect(latin1Text(once)).not.toContain('Noor');
      expect(cleanProfile(once)?.profile).toBe(once);
    }
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
    ['more tags than there is room for', profile().fill(1, 128, 132)],
    ['more tags than any has', profile({ gap: new Uint8Array(3000) }).fill(201, 131, 132)],
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
