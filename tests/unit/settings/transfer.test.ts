import { describe, expect, test, vi } from 'vitest';
import { defaultSettings, type Settings } from '../../../utils/settings/schema';
import { differences, readExport, readExportFile, writeExport } from '../../../utils/settings/transfer';

const other: Settings = {
  version: 2,
  language: 'ckb',
  address: 'feminine',
  asks: 'uncleaned',
  coverFaces: false,
  blurPreviews: false,
  discreetName: true,
  sitesOff: ['telegram', 'photos.example'],
};

/** A file with the defaults, but for these. */
const file = (fields: object) => JSON.stringify({ kind: 'safi-settings', ...defaultSettings, ...fields });

describe('a file of settings', () => {
  test.each([defaultSettings, other])('that was written is read as it was', (settings) => {
    expect(readExport(writeExport(settings))).toEqual({ outcome: 'read', settings });
  });

  test('holds the settings and nothing else', () => {
    const held = JSON.parse(writeExport(other));
    expect(Object.keys(held).sort()).toEqual(['kind', ...Object.keys(defaultSettings)].sort());
  });

  test('of an earlier version is brought to this one', () => {
    const text = JSON.stringify({ kind: 'safi-settings', version: 1, language: 'ar', asks: 'always' });
    expect(readExport(text)).toEqual({
      outcome: 'read',
      settings: { ...defaultSettings, language: 'ar', asks: 'always' },
    });
  });

  test.each([
    ['', 'unreadable'],
    ['{', 'unreadable'],
    ['7', 'unreadable'],
    ['null', 'unreadable'],
    ['[]', 'foreign'],
    ['{}', 'foreign'],
    [JSON.stringify(defaultSettings), 'foreign'],
    [file({ version: 'new' }), 'foreign'],
    [file({ version: 0 }), 'foreign'],
    [file({ version: 3 }), 'newer'],
    [file({ note: 'x'.repeat(300_000) }), 'too-large'],
  ])('that is %.20s… is refused: %s', (text, reason) => {
    expect(readExport(text)).toEqual({ outcome: 'refused', reason });
  });

  test.each([
    ['language', 'xx'],
    ['address', 'masculine'],
    ['asks', 'never'],
    ['coverFaces', 'yes'],
    ['blurPreviews', null],
    ['discreetName', 1],
    ['sitesOff', 'whatsapp'],
    ['sitesOff', ['whatsapp', 7]],
  ])('with %s %j is refused whole, and says what', (setting, value) => {
    expect(readExport(file({ [setting]: value, language: 'xx' === value ? value : 'ckb' }))).toEqual({
      outcome: 'refused',
      reason: 'not-understood',
      setting,
    });
  });
});

describe('a picked file', () => {
  test('is read', async () => {
    expect(await readExportFile(new Blob([`\ufeff${writeExport(other)}`]))).toEqual({
      outcome: 'read',
      settings: other,
    });
  });

  test('that is too large is refused before anything of it is read', async () => {
    const large = new Blob([]);
    const text = vi.fn();
    Object.defineProperties(large, { size: { value: 5_000_000_000 }, text: { value: text } });
    expect(await readExportFile(large)).toEqual({ outcome: 'refused', reason: 'too-large' });
    expect(text).not.toHaveBeenCalled();
  });

  test('that went away is refused', async () => {
    const gone = new Blob([writeExport(other)]);
    Object.defineProperty(gone, 'text', { value: () => Promise.reject(new Error('NotFoundError')) });
    expect(await readExportFile(gone)).toEqual({ outcome: 'refused', reason: 'unreadable' });
  });
});

test('differences are told in the order of the page, and none of what is the same', () => {
  expect(differences(defaultSettings, defaultSettings)).toEqual([]);
  expect(differences(defaultSettings, { ...defaultSettings, sitesOff: ['x'], asks: 'always' })).toEqual([
    'asks',
    'sitesOff',
  ]);
  expect(differences(other, defaultSettings)).toHaveLength(Object.keys(defaultSettings).length - 1);
});
