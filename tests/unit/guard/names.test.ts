import { expect, test } from 'vitest';
import { matchingType, neutralName } from '../../../utils/guard/names';
import { jpeg } from '../../../utils/metadata/jpeg';

test.each([
  ['IMG_20261112_163204.jpg', 'photo-1.jpg'],
  ['noor.JPEG', 'photo-1.jpeg'],
  ['noor.png', 'photo-1.jpg'],
  ['noor', 'photo-1.jpg'],
  ['.jpg', 'photo-1.jpg'],
  ['a.tar.jfif', 'photo-1.jfif'],
])('%s becomes %s', (original, neutral) => {
  expect(neutralName(1, original, jpeg)).toBe(neutral);
});

test('names count up within a share', () => {
  expect([1, 2, 3].map((position) => neutralName(position, 'a.jpg', jpeg))).toEqual([
    'photo-1.jpg',
    'photo-2.jpg',
    'photo-3.jpg',
  ]);
});

test('the declared type stays when it belongs to the bytes', () => {
  expect(matchingType('image/jpeg', jpeg)).toBe('image/jpeg');
  expect(matchingType('image/pjpeg', jpeg)).toBe('image/pjpeg');
  expect(matchingType('image/png', jpeg)).toBe('image/jpeg');
  expect(matchingType('', jpeg)).toBe('image/jpeg');
});
