import { describe, expect, test } from 'vitest';
import { communityPolice, emergency, everyLine } from '../../../utils/help/hotlines';
import { noPolicy, parsePolicy, replaceableLines, textIn, underPolicy } from '../../../utils/settings/policy';
import { defaultSettings } from '../../../utils/settings/schema';

const school = {
  organisation: { ar: 'مدرسة الأمل', en: 'Hope School' },
  language: 'ar',
  asks: 'always',
  sitesOff: ['telegram'],
  lines: [{ replaces: 'community-police', number: '0770 000 0001' }],
  contacts: [
    {
      name: { ar: 'المرشدة التربوية', en: 'School counsellor' },
      about: { en: 'Room 12, Sunday to Thursday' },
      number: '+964 770 000 0002',
      by: 'whatsapp',
      website: 'https://help.example.org/mosul',
    },
  ],
};

describe('a policy', () => {
  test('is read whole', () => {
    expect(parsePolicy(school)).toEqual({
      organisation: school.organisation,
      lines: school.lines,
      contacts: [{ ...school.contacts[0], website: 'help.example.org/mosul' }],
      fixed: { language: 'ar', asks: 'always', sitesOff: ['telegram'] },
    });
  });

  test.each([
    null,
    undefined,
    7,
    'x',
    [],
    {},
    { lines: {}, contacts: 'x', asks: 'never', organisation: 'x' },
  ])('that is %j sets nothing', (managed) => {
    expect(parsePolicy(managed)).toBeNull();
    expect(underPolicy(defaultSettings, parsePolicy(managed))).toEqual(defaultSettings);
  });

  test('fixes what it sets, and leaves the rest to the person', () => {
    const own = { ...defaultSettings, language: 'en', discreetName: true, sitesOff: ['whatsapp'] } as const;
    expect(underPolicy(own, parsePolicy({ language: 'ckb', sitesOff: [] }))).toEqual({
      ...own,
      language: 'ckb',
      sitesOff: [],
    });
  });

  test('cannot take the emergency line away, nor give it another number', () => {
    expect(replaceableLines).not.toContain(emergency.id);
    const policy = parsePolicy({
      lines: [
        { replaces: 'emergency', number: '100' },
        { replaces: emergency.number, number: '100' },
        { replaces: 'community-police', number: '' },
      ],
    });
    expect(policy).toBeNull();
  });

  test('knows every other line', () => {
    expect([...replaceableLines, emergency.id].sort()).toEqual(everyLine.map(({ id }) => id).sort());
  });

  test('cannot make Safi keep or tell anything: what it does not know is left out', () => {
    const policy = parsePolicy({
      ...school,
      logging: true,
      report: 'https://school.example/log',
      coverFaces: false,
      discreetName: true,
      blurPreviews: false,
    });
    expect(policy).toEqual(parsePolicy(school));
    expect(Object.keys(policy ?? {}).sort()).toEqual(Object.keys(noPolicy).sort());
  });

  test('gives a line one number: the first', () => {
    const [first, second] = ['0770 000 0001', '0770 000 0002'];
    const { id: replaces } = communityPolice;
    expect(
      parsePolicy({
        lines: [
          { replaces, number: first },
          { replaces, number: second },
        ],
      })?.lines,
    ).toEqual([{ replaces, number: first }]);
  });

  test.each([
    ['٠٧٧٠ ١٢٣ ٤٥٦٧', '0770 123 4567'],
    ['۰۷۷۰-۱۲۳', '0770 123'],
    ['+964 770 1234567', '+964 770 1234567'],
    [' 104 ', '104'],
    ['1', null],
    ['*123#', null],
    ['911;ext=1', null],
    ['0770\u202e123', null],
    ['call me', null],
    [104, null],
  ])('a number written %j is %j', (written, number) => {
    const policy = parsePolicy({ contacts: [{ name: { en: 'x' }, number: written }] });
    expect(policy?.contacts[0]?.number).toBe(number);
  });

  test('texts are one plain line each, of no endless length', () => {
    const about = { en: 'a\u202eb\nc\u0000d', ar: '  ', ckb: 7, kmr: 'x' };
    const policy = parsePolicy({ contacts: [{ name: { en: 'x'.repeat(5000) }, about }] });
    expect(policy?.contacts[0]?.about).toEqual({ en: 'ab c d' });
    expect(policy?.contacts[0]?.name.en?.length).toBeLessThan(500);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://x.example', 'nowhere', 'a b.example'])(
    'a website %j is none',
    (website) => {
      expect(parsePolicy({ contacts: [{ name: { en: 'x' }, website }] })?.contacts[0]?.website).toBeNull();
    },
  );

  test('a contact without a name is none, and there are not more than can be read', () => {
    expect(parsePolicy({ contacts: [{ number: '104' }, null, 'x'] })).toBeNull();
    const contacts = Array.from({ length: 900 }, () => ({ name: { en: 'x' } }));
    expect(parsePolicy({ contacts })?.contacts.length).toBeLessThan(50);
  });

  test('a text is told in the language, else in one that it has', () => {
    expect(textIn({ ar: 'مدرسة', en: 'School' }, 'en')).toBe('School');
    expect(textIn({ en: 'School' }, 'ckb')).toBe('School');
  });
});
