import { describe, expect, test } from 'vitest';
import { type CardFile, filesByKind, sortFiles } from '../../../components/share-card/card-file';
import { dotsFor } from '../../../components/share-card/ripple';
import { rowsByKind } from '../../../components/ui/hidden-kinds';

function file(id: number, outcome: CardFile['outcome'], removed: CardFile['removed'] = []): CardFile {
  return {
    id,
    name: `${id}.jpg`,
    outcome,
    removed,
    sight: { state: 'not-looked-at' },
    preview: null,
    editable: null,
    faces: [],
    moves: false,
    edited: false,
  };
}

test('files are sorted by what becomes of them, their order kept', () => {
  const files = [file(0, 'passenger'), file(1, 'refused'), file(2, 'cleaned'), file(3, 'already-clean')];
  const { clean, refused, passengers } = sortFiles(files);
  expect([clean, refused, passengers].map((some) => some.map(({ id }) => id))).toEqual([[2, 3], [1], [0]]);
});

test('a kind is told once, the place first, values without repetition, the model before its maker', () => {
  const rows = rowsByKind([
    { kind: 'device', source: 'EXIF', label: 'Make', value: 'Samsung' },
    { kind: 'device', source: 'EXIF', label: 'Model', value: 'Galaxy A14' },
    { kind: 'place', source: 'EXIF', label: 'GPSLatitude', value: '36.34, 43.13' },
    { kind: 'place', source: 'XMP', label: 'GPSLatitude', value: '36.34, 43.13' },
    { kind: 'thumbnail', source: 'EXIF', label: 'IFD1' },
  ]);
  expect(rows).toEqual([
    { kind: 'place', values: ['36.34, 43.13'] },
    { kind: 'device', values: ['Galaxy A14', 'Samsung'] },
    { kind: 'thumbnail', values: [] },
  ]);
});

test('of many files it is told in how many a kind was', () => {
  const place = { kind: 'place', source: 'EXIF', label: 'GPSLatitude' } as const;
  expect(
    filesByKind([file(0, 'cleaned', [place, place]), file(1, 'cleaned', [place]), file(2, 'cleaned')]),
  ).toEqual([{ kind: 'place', files: 2 }]);
});

describe('one dot a person', () => {
  test.each([2, 5, 18, 19, 30, 43])('%i people', (members) => {
    const { counts } = dotsFor({ kind: 'group', members });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(members);
  });

  test('more than fit: full rings; unknown: faint ones; anyone: all of them', () => {
    expect(dotsFor({ kind: 'group', members: 300 }).counts).toHaveLength(3);
    expect(dotsFor({ kind: 'unknown' }).strength).toBeLessThan(0.5);
    expect(dotsFor({ kind: 'public' }).counts).toHaveLength(3);
  });
});
