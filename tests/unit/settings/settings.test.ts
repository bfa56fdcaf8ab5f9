import { expect, test } from 'vitest';
import { migrate } from '../../../utils/settings/migrations';
import { defaultSettings, parseSettings } from '../../../utils/settings/schema';

test.each([null, undefined, 5, 'ar', [], {}, { language: 'xx' }, { version: 99 }])(
  'stored %j gives the defaults',
  (stored) => {
    expect(parseSettings(stored)).toEqual(defaultSettings);
    expect(migrate(stored)).toEqual(defaultSettings);
  },
);

test('settings of version 1 are kept, and nothing else with them', () => {
  expect(migrate({ version: 1, language: 'ckb', asks: 'uncleaned', coverFaces: false, chats: [] })).toEqual({
    version: 1,
    language: 'ckb',
    asks: 'uncleaned',
    coverFaces: false,
  });
});

test('settings of before it could be chosen when Safi asks take the default', () => {
  expect(migrate({ version: 1, language: 'ar' })).toEqual({
    version: 1,
    language: 'ar',
    asks: 'faces',
    coverFaces: true,
  });
  expect(parseSettings({ version: 1, language: 'ar', asks: 'never' }).asks).toBe('faces');
});
