import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { webp as container } from '../../../utils/metadata/webp';
import { ofScreen, profile } from '../../fixtures/icc';
import { exifPayload, join, latin1, tiff, turned, xmpPacket } from '../../fixtures/jpeg';
import {
  alpha,
  anim,
  chunk,
  chunksOf,
  flag,
  frame,
  lossless,
  lossy,
  riff,
  u32le,
  vp8x,
} from '../../fixtures/webp';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['Galaxy', 'Samsung', 'Noor', 'Editor 9', 'secret', '2026'];

const icc = chunk('ICCP', profile());
const exif = chunk('EXIF', tiff());
const xmp = chunk('XMP ', latin1(xmpPacket()));
const unknown = chunk('prVt', latin1('secret'));
const all = flag.icc | flag.alpha | flag.exif | flag.xmp;

const still = riff(vp8x(all), unknown, icc, unknown, alpha, lossy, unknown, exif, xmp);
const animated = riff(
  vp8x(flag.animation | flag.alpha | flag.exif | flag.xmp),
  anim,
  frame([alpha, lossy]),
  unknown,
  frame([unknown, lossless, unknown], 16, 8, 40),
  exif,
  xmp,
  unknown,
);

/** A chunk with one byte of its data changed. */
const damaged = (whole: Uint8Array, at: number, byte: number) => whole.with(8 + at, byte);
/** A broken-off file whose picture, from the last byte of its length on, is a name. */
const textAsPicture = join(riff(lossy).fill(0xff, 4, 7).subarray(0, 19), latin1('A145FXXU4BWL1 secret'));

const typesOf = (file: Uint8Array) => chunksOf(file).map(({ type }) => type);
const flagsOf = (file: Uint8Array) => chunksOf(file)[0]?.data[0];

describe('reads', () => {
  test('EXIF and XMP, with values for people; the rest by its name', async () => {
    const { removed } = await clean(join(still, latin1('secret')));
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('Model')).toBe('Galaxy A14');
    expect(value('creator')).toBe('Noor Ahmed');
    const keys = removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`);
    expect(keys).toContain('other WebP prVt');
    expect(keys).toContain('other trailer data after the end');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('EXIF with an identifier before it, as some writers put it', async () => {
    const { removed } = await clean(riff(vp8x(flag.exif), lossy, chunk('EXIF', exifPayload())));
    expect(removed.find(({ label }) => label === 'GPSLatitude')?.value).toBe('36.34, 43.13');
  });

  test('inspect tells the same as clean removes', async () => {
    const inspection = await container.inspect(memorySource(animated));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(animated)).removed });
  });

  test('what cannot be read is named by its carrier', async () => {
    const broken = riff(vp8x(flag.exif), lossy, chunk('EXIF', latin1('nonsense')), chunk('XMP ', [1, 2]));
    expect((await clean(broken)).removed.map(({ kind, source }) => [kind, source])).toEqual([
      ['other', 'EXIF'],
      ['other', 'XMP'],
    ]);
  });
});

describe('cleans', () => {
  const files: [string, Uint8Array, Uint8Array][] = [
    ['a still with everything', still, riff(vp8x(flag.icc | flag.alpha), icc, alpha, lossy)],
    [
      'an animation with everything, inside its frames too',
      animated,
      riff(vp8x(flag.animation | flag.alpha), anim, frame([alpha, lossy]), frame([lossless], 16, 8, 40)),
    ],
    ['a lossy picture and what no such file may have', riff(lossy, exif, xmp, unknown), riff(lossy)],
    ['a lossless picture and what no such file may have', riff(lossless, exif), riff(lossless)],
    ['data behind the end', join(riff(lossy), latin1('secret')), riff(lossy)],
    [
      'a second picture, alpha, profile and animation head',
      riff(vp8x(flag.icc | flag.alpha), icc, icc, alpha, alpha, lossy, lossy, alpha, icc, anim),
      riff(vp8x(flag.icc | flag.alpha), icc, alpha, lossy),
    ],
    [
      'a profile that is none',
      riff(vp8x(flag.icc), chunk('ICCP', latin1('secret')), lossy),
      riff(vp8x(0), lossy),
    ],
    ['a profile that the flags do not tell of', riff(vp8x(0), icc, lossy), riff(vp8x(0), lossy)],
    [
      'reserved bits and bytes',
      riff(chunk('VP8X', [0xc1, 1, 2, 3, 47, 0, 0, 31, 0, 0, 9, 9]), lossy),
      riff(vp8x(0), lossy),
    ],
    [
      'bytes behind the animation head',
      riff(
        vp8x(flag.animation),
        chunk('ANIM', [255, 255, 255, 255, 0, 0, ...latin1('secret')]),
        frame([lossless]),
      ),
      riff(vp8x(flag.animation), anim, frame([lossless])),
    ],
    ['a padding byte that is not zero', riff(lossy).with(-1, 65), riff(lossy)],
    ['a length of RIFF that is too long', riff(lossy).with(4, 99), riff(lossy)],
  ];

  for (const [name, bytes, expected] of files) {
    test(`${name}: what draws is carried over, flags and lengths fit, nothing else is left`, async () => {
      const cleaned = await clean(bytes);
      expect(Buffer.from(cleaned.bytes).toString('hex')).toBe(Buffer.from(expected).toString('hex'));
      for (const secret of secrets) expect(text(cleaned.bytes)).not.toContain(secret);
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = await clean(bytes);
      expect(await outcomeOf(once.bytes)).toBe('already-clean');
      expect(await container.inspect(memorySource(once.bytes))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  test.each([2, 3, 4, 5, 6, 7, 8] as const)('orientation %i stays, alone', async (orientation) => {
    const { bytes } = await clean(riff(vp8x(flag.exif), lossy, chunk('EXIF', tiff({ orientation })), xmp));
    const small = chunk('EXIF', turned(orientation));
    expect(Buffer.from(bytes).equals(riff(vp8x(flag.exif), lossy, small))).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('an orientation stays in the form it had: identifier, and a flag that was not set', async () => {
    const { bytes } = await clean(
      riff(vp8x(0), lossy, chunk('EXIF', exifPayload({ orientation: 6 })), chunk('EXIF', tiff())),
    );
    expect(flagsOf(bytes)).toBe(0);
    expect(text(chunksOf(bytes)[2]?.data ?? new Uint8Array())).toBe(`Exif\0\0${text(turned(6))}`);
    expect(typesOf(bytes)).toEqual(['VP8X', 'VP8 ', 'EXIF']);
  });

  test('a file that is clean is left alone', async () => {
    const clear = [riff(lossy), riff(lossless), riff(vp8x(flag.icc | flag.alpha), icc, alpha, lossy)];
    for (const file of clear) expect(await outcomeOf(file)).toBe('already-clean');
  });

  test('a profile of one very screen stays without its name', async () => {
    const { bytes, removed } = await clean(riff(vp8x(flag.icc), chunk('ICCP', profile(ofScreen)), lossy));
    expect(text(bytes).replaceAll('\0', '')).not.toMatch(/Noor|secret|noor/);
    expect(removed.find(({ label }) => label === 'desc')?.value).toBe("Noor's monitor");
    expect(typesOf(bytes)).toEqual(['VP8X', 'ICCP', 'VP8 ']);
  });

  test('a file that lacks its last padding byte is given it', async () => {
    const { bytes } = await clean(riff(lossy).subarray(0, -1));
    expect(Buffer.from(bytes).equals(riff(lossy))).toBe(true);
  });
});

describe('a download that broke off stays so far, as readers show it', () => {
  const profiled = riff(vp8x(flag.icc), chunk('ICCP', profile()), lossless);
  const moving = riff(vp8x(flag.animation), anim, frame([lossy]), frame([alpha, lossy]));

  test.each<[string, Uint8Array, number]>([
    ['a simple picture', riff(lossless), 3],
    ['one of odd length', riff(lossy), 2],
    ['a picture behind its profile', profiled, 3],
    ['the last frame of an animation', moving, 3],
  ])('%s', async (_, whole, missing) => {
    const cut = whole.subarray(0, -missing);
    expect(await outcomeOf(cut)).toBe('already-clean');
  });

  test('what stands before the picture goes all the same, and its length is written to fit', async () => {
    const before = [vp8x(flag.xmp), chunk('XMP ', latin1('secret Noor'))];
    const { bytes } = await clean(riff(...before, lossless).subarray(0, -3));
    expect(Buffer.from(bytes).equals(riff(vp8x(0), lossless).subarray(0, -3))).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a frame that breaks off before its picture goes', async () => {
    const { bytes } = await clean(moving.subarray(0, -23));
    expect(Buffer.from(bytes).equals(riff(vp8x(flag.animation), anim, frame([lossy])))).toBe(true);
  });

  test('metadata that breaks off goes', async () => {
    const { bytes } = await clean(riff(vp8x(0), lossy, chunk('XMP ', latin1('secret Noor'))).subarray(0, -4));
    expect(Buffer.from(bytes).equals(riff(vp8x(0), lossy))).toBe(true);
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array(0)],
    ['no chunk', riff()],
    ['no picture', riff(vp8x(0), exif)],
    ['metadata before a simple picture', riff(exif, lossy)],
    ['a picture without its first byte', riff(lossy).subarray(0, -14)],
    ['a lossy picture that breaks off within its head', riff(lossy).subarray(0, -5)],
    ['a lossless picture that breaks off within its head', riff(lossless).subarray(0, -4)],
    ['a lossy picture without its start code', riff(damaged(lossy, 3, 0x9c))],
    ['a lossy picture that is no key frame', riff(damaged(lossy, 0, 0x31))],
    ['a lossy picture that is not to be shown', riff(damaged(lossy, 0, 0x20))],
    ['a lossy picture of an unknown profile', riff(damaged(lossy, 0, 0x38))],
    ['a lossy picture whose first partition is longer than it', riff(damaged(lossy, 1, 2))],
    ['a lossy picture without width', riff(damaged(lossy, 6, 0))],
    ['a lossy picture without height', riff(damaged(lossy, 8, 0))],
    ['a lossless picture without its signature', riff(damaged(lossless, 0, 0x2e))],
    ['a lossless picture of an unknown version', riff(damaged(lossless, 4, 0x24))],
    ['alpha that is compressed in no known way', riff(vp8x(flag.alpha), damaged(alpha, 0, 2), lossy)],
    [
      'a frame whose picture no decoder takes',
      riff(vp8x(flag.animation), anim, frame([damaged(lossy, 3, 0)])),
    ],
    ['a picture that is text, its length too', textAsPicture],
    ['a picture longer than any RIFF', riff(lossy).fill(255, 4, 8).fill(255, 16, 20)],
    ['a chunk that reaches past the RIFF', riff(lossy).with(4, 14)],
    ['a head that is too short', riff(chunk('VP8X', [0, 0, 0, 0]), lossy)],
    ['an animation without its head', riff(vp8x(flag.animation), frame([lossy]))],
    ['an animation without frames', riff(vp8x(flag.animation), anim, lossy)],
    ['a frame without a picture', riff(vp8x(flag.animation), anim, frame([alpha]))],
    ['a frame too short for its head', riff(vp8x(flag.animation), anim, chunk('ANMF', [1, 2]))],
    [
      'a chunk that reaches past its frame',
      riff(vp8x(flag.animation), anim, frame([join(latin1('VP8 '), u32le(50), [1])])),
    ],
  ])('%s: corrupt', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });

  test('a second picture is not looked into: it goes', async () => {
    const { bytes } = await clean(riff(vp8x(0), lossy, chunk('VP8 ', latin1('secret'))));
    expect(Buffer.from(bytes).equals(riff(vp8x(0), lossy))).toBe(true);
  });

  test('fifty thousand chunks and more: too large', async () => {
    const many = Buffer.concat(Array.from({ length: 50_001 }, () => chunk('prVt', [])));
    expect(await outcomeOf(riff(vp8x(0), lossy, many))).toBe('too-large');
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (const whole of [still, animated]) {
      for (let length = 0; length <= whole.length; length++) {
        const cut = whole.subarray(0, length);
        if ((await outcomeOf(cut)) !== 'cleaned') continue;
        const bytes = text((await clean(cut)).bytes);
        for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
      }
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const whole of [still, animated]) {
      for (const bytes of flip(whole, 1000)) {
        if ((await outcomeOf(bytes)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
      }
    }
  });

  test('a picture of half a gigabyte is not read, and carried over by one range', async () => {
    const length = 512 << 20;
    const head = join(
      latin1('RIFF'),
      u32le(length + 4 + 8 + 18),
      latin1('WEBP'),
      vp8x(flag.exif),
      latin1('VP8L'),
      u32le(length),
      [0x2f, 1, 2, 3, 4],
    );
    const source = countingSource(head, head.length + length);
    const result = await container.clean(source);
    expect(source.bytesRead()).toBeLessThan(2 << 20);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(result.pieces.filter((piece) => !(piece instanceof Uint8Array))).toHaveLength(1);
  });
});
