import { describe, expect, test } from 'vitest';
import { repaired } from '../../../utils/metadata/exif-repair';
import { readValues } from '../../../utils/metadata/readable';
import { exifPayload, latin1 } from '../../fixtures/jpeg';
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
