import { describe, expect, test } from 'vitest';
import { repaired } from '../../../utils/metadata/exif-repair';
import { readValues } from '../../../utils/metadata/readable';
import { exifPayload, join, latin1 } from '../../fixtures/jpeg';
import { flip } from './cleaning';

const payload = exifPayload();
/** The first entry of IFD0, of a big-endian file: identifier, header, count. */
const entry = 6 + 8 + 2;

/** The payload with another number in its first entry. */
function broken(at: number, bytes: readonly number[]): Uint8Array {
  const copy = payload.slice();
  copy.set(bytes, entry + at);
  return copy;
}

describe('EXIF with one broken entry', () => {
  test.each<[string, Uint8Array]>([
    ['no type', broken(2, [0, 0])],
    ['a type that is none', broken(2, [0, 99])],
    ['more values than there are bytes', broken(4, [0, 1, 0, 0])],
    ['a value behind the end', broken(8, [0, 1, 0, 0])],
    ['no value', broken(4, [0, 0, 0, 0])],
  ])('is read but for it: %s', async (_, bytes) => {
    const items = await readValues(bytes);
    expect(items?.find(({ kind }) => kind === 'place')?.value).toBe('36.34, 43.13');
    expect(items?.find(({ label }) => label === 'Artist')?.value).toBe('Noor');
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])(
    'nobody makes room for the values of type %i that only its count speaks of',
    (type) => {
      const bytes = broken(2, [0, type, 0x03, 0xff, 0xff, 0xff]);
      expect(repaired(bytes)?.slice(entry, entry + 12)).toEqual(
        Uint8Array.from([0xff, 0xfe, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0]),
      );
    },
  );

  test('of two pointers to a directory the last is followed, however many there are', () => {
    const tiff = new Uint8Array(8 + 2 + 20 * 12 + 4 + 2 + 12 + 4);
    const view = new DataView(tiff.buffer);
    const last = 8 + 2 + 20 * 12 + 4;
    tiff.set(latin1('MM\0*'));
    view.setUint32(4, 8);
    view.setUint16(8, 20);
    for (let index = 0; index < 20; index++) {
      const at = 10 + index * 12;
      view.setUint16(at, 0x8769);
      view.setUint16(at + 2, 4);
      view.setUint32(at + 4, 1);
      view.setUint32(at + 8, index === 19 ? last : 8);
    }
    view.setUint16(last, 1);
    view.setUint16(last + 2, 0x9003);
    view.setUint16(last + 4, 5);
    view.setUint32(last + 6, 0xffffff);
    const made = repaired(join(latin1('Exif\0\0'), tiff));
    expect(made?.[6 + last + 2]).toBe(0xff);
  });

  test('is not touched itself', () => {
    const bytes = broken(2, [0, 0]);
    const before = bytes.slice();
    expect(repaired(bytes)).not.toBeNull();
    expect(bytes).toEqual(before);
  });

  test.each<[string, Uint8Array]>([
    ['whole EXIF', payload],
    ['nothing', new Uint8Array(0)],
    ['no EXIF', latin1('http://ns.adobe.com/xap/1.0/')],
    ['no header', payload.slice(0, 12)],
    ['a directory behind the end', payload.with(13, 255)],
  ])('of %s there is nothing to repair', (_, bytes) => {
    expect(repaired(bytes)).toBeNull();
  });

  test('two thousand flipped bytes: never a throw', async () => {
    for (const bytes of flip(payload, 2000))
      expect(repaired(bytes)?.length ?? bytes.length).toBe(bytes.length);
  });
});
