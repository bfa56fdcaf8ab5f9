import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { avif as container } from '../../../utils/metadata/avif';
import { heif as other } from '../../../utils/metadata/heif';
import { heif } from '../../fixtures/heif';
import { box, fullBox, u16, u32 } from '../../fixtures/isobmff';
import { join, latin1 } from '../../fixtures/jpeg';
import { movie, ftyp as mp4Brands, samples, xmpBox } from '../../fixtures/mp4';
import { cleaner, flip, latin1Text as text } from './cleaning';

/** What AVIF shares with HEIF is tested with HEIF. */

const { clean, outcomeOf } = cleaner(container);
const original = heif({ brand: 'avif' });

describe('reads', () => {
  test.each<[string, Uint8Array]>([
    ['its own brand', original],
    ['a sequence', box('ftyp', latin1('avis'), u32(0), latin1('msf1'))],
    ['a general brand, with its own beside', box('ftyp', latin1('mif1'), u32(0), latin1('miafavif'))],
  ])('%s is AVIF, and not HEIF', (_, head) => {
    expect(container.matches(head, head.length)).toBe(true);
    expect(other.matches(head, head.length)).toBe(false);
  });

  test('inspect tells the same as clean removes', async () => {
    const { removed } = await clean(original);
    expect(removed.find(({ label }) => label === 'GPSLatitude')?.value).toBe('36.34, 43.13');
    expect(await container.inspect(memorySource(original))).toEqual({
      outcome: 'inspected',
      hidden: removed,
    });
  });
});

describe('cleans', () => {
  test('nothing hidden is left, and the second time nothing is to do', async () => {
    const { bytes } = await clean(original);
    for (const secret of ['Noor', 'secret', 'Galaxy']) expect(text(bytes)).not.toContain(secret);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });
});

describe('a sequence', () => {
  const hdlr = fullBox('hdlr', 0, 0, new Uint8Array(4), latin1('pict'), new Uint8Array(13));

  test.each<[string, readonly Uint8Array[]]>([
    ['no list of items', []],
    ['an empty list of items', [fullBox('iinf', 0, 0, u16(0))]],
    ['an empty wide list of items', [fullBox('pitm', 0, 0, u16(1)), fullBox('iinf', 1, 0, u32(0))]],
  ])('whose `meta` has %s loses it, and keeps its pictures', async (_, boxes) => {
    const whole = movie({ handlers: ['vide'] });
    const ftyp = box('ftyp', latin1('avis'), u32(0), latin1('msf1avis'));
    const own = fullBox('meta', 0, 0, hdlr, ...boxes);
    const filled = own.length + 8;
    // In the place of the movie's own brands and its XMP.
    const meta = fullBox(
      'meta',
      0,
      0,
      hdlr,
      ...boxes,
      box('free', latin1('secret'.padEnd(xmpBox.length - filled))),
    );
    const rest = whole.subarray(mp4Brands.length + xmpBox.length);
    const { bytes } = await clean(join(ftyp, box('free'), meta, rest));
    for (const secret of ['Noor', 'secret']) expect(text(bytes)).not.toContain(secret);
    expect(text(bytes)).not.toContain('meta');
    expect(text(bytes)).toContain(samples.vide.join(''));
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array]>([
    ['a brand and nothing else', box('ftyp', latin1('avif'))],
    ['media without items', join(box('ftyp', latin1('avif')), box('mdat', latin1('AV1')))],
  ])('%s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });
});

describe('hostile bytes', () => {
  test('flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(original, 500)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });
});
