import { describe, expect, test } from 'vitest';
import { isoOnly } from '../../../utils/metadata/gain-map-iso';
import { join, latin1 } from '../../fixtures/jpeg';
import { isoNumbers, isoUrn } from '../../fixtures/ultra-hdr';
import { latin1Text } from './cleaning';

const payload = (...parts: readonly (Uint8Array | readonly number[])[]) => join(latin1(isoUrn), ...parts);

function u32(value: number): number[] {
  return [value >>> 24, (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
}

/** The fractions of a payload, as decoders count. */
function numbersOf(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset + isoUrn.length + 5);
  return Array.from({ length: view.byteLength / 8 }, (_, index) =>
    Math.fround(view.getInt32(index * 8) / view.getUint32(index * 8 + 4)),
  );
}

describe('the numbers of ISO 21496-1', () => {
  test('that are simple stay byte for byte', () => {
    expect(isoOnly(payload(isoNumbers))).toEqual(payload(isoNumbers));
    expect(isoOnly(payload([0, 0, 0, 0]))).toEqual(payload([0, 0, 0, 0]));
  });

  test('hold no letters: others become the simplest fraction that is the same number to a decoder', () => {
    const dirty = payload(
      isoNumbers.subarray(0, 5),
      latin1('secret of Noor, who took this picture at home by day..'),
      [7, 7],
    );
    const cleaned = isoOnly(dirty) ?? new Uint8Array(0);
    expect(cleaned).toHaveLength(dirty.length);
    expect(latin1Text(cleaned)).not.toMatch(/secret|Noor|home/);
    expect(numbersOf(cleaned)).toEqual(numbersOf(dirty));
    expect(isoOnly(cleaned)).toEqual(cleaned);
  });

  test('of a common denominator get each its own', () => {
    const common = payload([0, 0, 0, 0, 0x48], [64, 0, 128, -16, 96, 64, 1, 2].flatMap(u32));
    const cleaned = isoOnly(common) ?? new Uint8Array(0);
    expect(cleaned[isoUrn.length + 4]).toBe(0x40);
    expect(numbersOf(cleaned)).toEqual([0, 2, -0.25, 1.5, 1, 1 / 64, 1 / 32]);
    expect(isoOnly(cleaned)).toEqual(cleaned);
  });

  test('that are next to nothing, or as large as can be, stay the same to a decoder', () => {
    const ends = [1, 0xffffffff, 1, 2_375_009_128, 1, 787, 0x7fffffff, 1, 0x7fffff00, 3, 5, 0xfffffffe, 1, 3];
    const dirty = payload(isoNumbers.subarray(0, 5), ends.flatMap(u32));
    const cleaned = isoOnly(dirty) ?? new Uint8Array(0);
    expect(numbersOf(cleaned)).toEqual(numbersOf(dirty));
    expect(isoOnly(cleaned)).toEqual(cleaned);
  });

  test('of three channels are three times as many', () => {
    const three = payload(
      [0, 0, 0, 0, 0x80],
      Array.from({ length: 17 }, () => [...u32(3), ...u32(6)]).flat(),
    );
    expect(numbersOf(isoOnly(three) ?? new Uint8Array(0))).toEqual(Array.from({ length: 17 }, () => 0.5));
  });

  test.each<[string, Uint8Array]>([
    ['too short', payload(isoNumbers.subarray(0, 60))],
    ['divided by zero', payload(isoNumbers.subarray(0, 5), new Uint8Array(56))],
    ['something else', latin1('urn:iso:std:iso:ts:22028')],
  ])('that are %s are none', (_, bytes) => {
    expect(isoOnly(bytes)).toBeNull();
  });
});
