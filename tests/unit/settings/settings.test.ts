import { expect, test } from 'vitest';
import { migrate } from '../../../utils/settings/migrations';
import { defaultSettings, parseSettings } from '../../../utils/settings/schema';

test.each([null, undefined, 5, 'ar', [], {}, { language: 'xx' }, { version: 99 }, { version: -1 }])(
  'stored %j gives the defaults',
  (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
    expect(migrate(stored)).toEqual(defaultSettings);
  },
);

/** Settings as each version really kept them, and what becomes of them. */
const kept = [
  ['1, before it could be chosen when Safi asks', { version: 1, language: 'ar' }, { language: 'ar' }],
  [
    '1',
    { version: 1, language: 'ckb', asks: 'uncleaned', coverFaces: false },
    { language: 'ckb', asks: 'uncleaned', coverFaces: false },
  ],
  [
    '2',
    {
      version: 2,
      language: 'en',
      address: 'feminine',
      asks: 'always',
      coverFaces: false,
      blurPreviews: false,
      discreetName: true,
      sitesOff: ['telegram', 'photos.example'],
    },
    {
      language: 'en',
      address: 'feminine',
      asks: 'always',
      coverFaces: false,
      blurPreviews: false,
      discreetName: true,
      sitesOff: ['telegram', 'photos.example'],
    },
  ],
] as const;

test.each(kept)('settings of version %s are kept, and what they did not know takes its default', (...row) => {
  const [, stored, becomes] = row;
  expect(migrate(stored)).toEqual({ ...defaultSettings, ...becomes });
});

test.each(kept)('of version %s nothing else is kept with them', (_version, stored) => {
  const migrated = migrate({ ...stored, chats: ['Class 6'], warned: 3 });
  expect(Object.keys(migrated).sort()).toEqual(Object.keys(defaultSettings).sort());
});

test('a version that did not have a setting cannot bring it', () => {
  expect(migrate({ version: 1, discreetName: true, sitesOff: ['whatsapp'] })).toEqual(defaultSettings);
});

test('settings of a later version keep what is understood of them', () => {
  expect(migrate({ ...defaultSettings, version: 3, language: 'ckb', colour: 'dark' })).toEqual({
    ...defaultSettings,
    language: 'ckb',
  });
});

test.each([
  ['asks', 'never'],
  ['address', 'masculine'],
  ['language', 'kmr'],
  ['coverFaces', 'no'],
  ['blurPreviews', 0],
  ['discreetName', 'yes'],
  ['sitesOff', 'whatsapp'],
])('%s that is %j takes its default', (field, value) => {
  expect(parseSettings({ ...defaultSettings, [field]: value })).toEqual(defaultSettings);
});

test('sites that are off are names, each once', () => {
  const sitesOff = ['whatsapp', 7, '', 'whatsapp', null, 'x'.repeat(300), 'mail.example'];
  expect(parseSettings({ version: 2, sitesOff }).sitesOff).toEqual(['whatsapp', 'mail.example']);
  const many = Array.from({ length: 9000 }, (_, at) => `site-${at}`);
  expect(parseSettings({ version: 2, sitesOff: many }).sitesOff.length).toBeLessThan(1000);
});
