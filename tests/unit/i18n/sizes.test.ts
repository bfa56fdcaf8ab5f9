import { expect, test } from 'vitest';
import { readableSize } from '../../../utils/i18n/sizes';

test.each([
  [0, '0', 'kilobytes'],
  [7, '0.1', 'kilobytes'],
  [2_300, '2.3', 'kilobytes'],
  [999, '1', 'kilobytes'],
  [12_345_678, '12', 'megabytes'],
  [4_200_000, '4.2', 'megabytes'],
  [2_000_000_000, '2', 'gigabytes'],
] as const)('%i bytes are %s %s', (bytes, amount, unit) => {
  expect(readableSize(bytes, 'en')).toEqual({ amount, unit });
});

test('in the digits and with the point of the language', () => {
  expect(readableSize(4_200_000, 'ar').amount).toBe('٤٫٢');
  expect(readableSize(4_200_000, 'ckb').amount).toBe('٤٫٢');
});
