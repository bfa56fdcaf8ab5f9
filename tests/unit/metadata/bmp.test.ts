import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { bmp as container } from '../../../utils/metadata/bmp';
import { bmpFile, palette, rows } from '../../fixtures/bmp';
import { ofScreen, profile } from '../../fixtures/icc';
import { join, latin1 } from '../../fixtures/jpeg';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const gap = latin1('secret gap');
const tail = latin1('secret tail');
const path = latin1('C:\\Users\\Noor\\secret.icc\0');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const dirtyPalette = palette().map((byte, at) => (at % 4 === 3 ? 0x73 : byte));
const everything = bmpFile({ between: dirtyPalette, gap, tail, reserved: [1, 2, 3, 4] });

const v5 = { length: 124, bits: 8 };
const profileAt = 124 + palette().length + rows.length;
const embedded = (bytes: Uint8Array) =>
  bmpFile({ ...v5, profile: ['DEBM', profileAt, bytes.length], tail: bytes });
const linked = bmpFile({ ...v5, profile: ['KNIL', profileAt, path.length], tail: path });

/** Two runs, an end of line, raw colours, a jump, the end. */
const runs8 = Uint8Array.of(2, 7, 2, 9, 0, 0, 0, 3, 1, 2, 3, 0, 0, 2, 1, 0, 0, 1);
const runs24 = Uint8Array.of(
  2,
  0,
  0,
  1,
  1,
  9,
  9,
  9,
  0,
  0,
  0,
  3,
  1,
  2,
  3,
  4,
  5,
  6,
  0,
  0,
  1,
  0,
  0,
  2,
  1,
  0,
  0,
  1,
);
const runs4 = Uint8Array.of(4, 0x12, 0, 0, 0, 5, 0x12, 0x34, 0x50, 0, 0, 1);

describe('reads', () => {
  test('gaps, reserved fields and the tail by their names', async () => {
    const { removed } = await clean(everything);
    expect(removed.map(({ source, label }) => `${source} ${label}`)).toEqual([
      'BMP bfReserved',
      'BMP rgbReserved',
      'BMP unused bytes',
      'trailer data after the end',
    ]);
  });

  test('the path of a linked profile', async () => {
    const [item] = (await clean(linked)).removed;
    expect(item).toMatchObject({ label: 'linked profile', value: 'C:\\Users\\Noor\\secret.icc' });
  });

  test('inspect tells the same as clean removes', async () => {
    const inspection = await container.inspect(memorySource(everything));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(everything)).removed });
  });
});

describe('cleans', () => {
  const bits24 = {
    bits: 24,
    between: new Uint8Array(0),
    rows: Uint8Array.from({ length: 24 }, (_, at) => at),
  };
  const masks = (count: number) => Uint8Array.from({ length: count * 4 }, (_, at) => at);
  const files: [string, Uint8Array, Uint8Array][] = [
    ['a gap, a tail, reserved fields', everything, bmpFile()],
    ...[16, 52, 56, 64, 108].map((length): [string, Uint8Array, Uint8Array] => [
      `a header of ${length}`,
      bmpFile({ length, gap, tail }),
      bmpFile({ length }),
    ]),
    [
      'a header of OS/2 1.x',
      bmpFile({ length: 12, between: palette(8, 3), gap, tail }),
      bmpFile({ length: 12, between: palette(8, 3) }),
    ],
    [
      'a palette of few colours',
      bmpFile({ used: 3, between: palette(8, 4, 3), gap, tail }),
      bmpFile({ used: 3, between: palette(8, 4, 3) }),
    ],
    [
      'a palette that the rows cut',
      bmpFile({ between: palette(8, 4, 5), tail }),
      bmpFile({ between: palette(8, 4, 5) }),
    ],
    [
      'a palette that lies in the rows',
      bmpFile({ used: 2, between: new Uint8Array(0), tail }),
      bmpFile({ used: 2, between: new Uint8Array(0) }),
    ],
    [
      'a palette that the rows cut within a colour',
      bmpFile({ used: 2, between: palette(8, 4, 2).subarray(0, 6), tail }),
      bmpFile({ used: 2, between: palette(8, 4, 2).subarray(0, 6) }),
    ],
    [
      'true colours with a palette of no use',
      bmpFile({ ...bits24, used: 2, between: palette(8, 4, 2), tail }),
      bmpFile(bits24),
    ],
    [
      'three masks',
      bmpFile({ bits: 16, compression: 3, between: masks(3), rows: rows.slice(0, 8), height: 1, gap, tail }),
      bmpFile({ bits: 16, compression: 3, between: masks(3), rows: rows.slice(0, 8), height: 1 }),
    ],
    [
      'four masks',
      bmpFile({ bits: 16, compression: 6, between: masks(4), height: 1, gap, tail }),
      bmpFile({ bits: 16, compression: 6, between: masks(4), height: 1 }),
    ],
    ['rows from above', bmpFile({ height: -2, tail }), bmpFile({ height: -2 })],
    [
      'runs of bytes',
      bmpFile({ compression: 1, rows: runs8, imageSize: 900, tail }),
      bmpFile({ compression: 1, rows: runs8, imageSize: runs8.length }),
    ],
    [
      'runs of half bytes, of no size',
      bmpFile({ bits: 4, compression: 2, between: palette(4), rows: runs4, tail }),
      bmpFile({ bits: 4, compression: 2, between: palette(4), rows: runs4 }),
    ],
    [
      'runs of three bytes, of OS/2',
      bmpFile({ length: 64, bits: 24, compression: 4, between: new Uint8Array(0), rows: runs24, tail }),
      bmpFile({ length: 64, bits: 24, compression: 4, between: new Uint8Array(0), rows: runs24 }),
    ],
    ['a linked profile', linked, bmpFile({ ...v5, profile: ['BGRs', 0, 0] })],
    ['a profile that is none', embedded(latin1('secret')), bmpFile({ ...v5, profile: ['BGRs', 0, 0] })],
    ['a profile and a tail', join(embedded(profile()), tail), embedded(profile())],
    [
      'a profile before the rows',
      bmpFile({ ...v5, profile: ['DEBM', 124 + palette().length, profile().length], gap: profile(), tail }),
      embedded(profile()),
    ],
    ['rows that the file cuts', bmpFile({ gap }).subarray(0, -3), bmpFile({ rows: rows.slice(0, 5) })],
  ];

  for (const [name, bytes, expected] of files) {
    test(`${name}: what draws is carried over, nothing else is left`, async () => {
      const cleaned = (await clean(bytes)).bytes;
      expect(hex(cleaned)).toBe(hex(expected));
      expect(text(cleaned)).not.toMatch(/secret|Noor/);
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = (await clean(bytes)).bytes;
      expect(await outcomeOf(once)).toBe('already-clean');
      expect(await container.inspect(memorySource(once))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  test('a profile of one very screen stays without its name', async () => {
    const cleaned = await clean(embedded(profile(ofScreen)));
    expect(text(cleaned.bytes).replaceAll('\0', '')).not.toMatch(/Noor|secret|noor/);
    expect(cleaned.removed.find(({ label }) => label === 'desc')?.value).toBe("Noor's monitor");
    expect(text(cleaned.bytes)).toContain('acsp');
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array, string]>([
    ['JPEG inside', bmpFile({ compression: 4 }), 'unsupported'],
    ['PNG inside', bmpFile({ compression: 5 }), 'unsupported'],
    ['CMYK', bmpFile({ compression: 11 }), 'unsupported'],
    ['Huffman coding of OS/2', bmpFile({ length: 64, compression: 3 }), 'unsupported'],
    ['an empty file', new Uint8Array(0), 'corrupt'],
    ['a head alone', bmpFile().subarray(0, 30), 'corrupt'],
    ['a header of no known length', bmpFile().with(14, 41), 'corrupt'],
    ['no width', bmpFile({ width: 0 }), 'corrupt'],
    ['a depth that is none', bmpFile({ bits: 7 }), 'corrupt'],
    ['runs of another depth', bmpFile({ bits: 4, compression: 1 }), 'corrupt'],
    ['runs of three bytes of another depth', bmpFile({ length: 64, compression: 4 }), 'corrupt'],
    ['JPEG by the same number', bmpFile({ bits: 24, compression: 4 }), 'unsupported'],
    ['rows inside the header', bmpFile().with(10, 20).with(11, 0), 'corrupt'],
    ['rows outside the file', bmpFile().with(12, 20), 'corrupt'],
    ['a profile over the rows', bmpFile({ ...v5, profile: ['DEBM', profileAt - 4, 4] }), 'corrupt'],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  const files = [
    everything,
    embedded(profile(ofScreen)),
    linked,
    bmpFile({ compression: 1, rows: runs8, gap, tail }),
  ];

  test('cut at every byte: never a throw, and what is clean stays clean', async () => {
    for (const whole of files) {
      for (let length = 0; length <= whole.length; length += length > 200 && length < 1000 ? 13 : 1) {
        const cut = whole.subarray(0, length);
        if ((await outcomeOf(cut)) !== 'cleaned') continue;
        const { bytes } = await clean(cut);
        expect(await outcomeOf(bytes)).toBe('already-clean');
        if (!text(cut.subarray(-rows.length)).includes('secret')) expect(text(bytes)).not.toContain('secret');
      }
    }
  });

  test('four thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const whole of files) {
      // Most of the file is palette: the flips are put where the headers are, too.
      for (const head of [whole.length, 140]) {
        for (const part of flip(whole.subarray(0, head), 500)) {
          const bytes = join(part, whole.subarray(head));
          if ((await outcomeOf(bytes)) !== 'cleaned') continue;
          expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
        }
      }
    }
  });

  test('a gigabyte of rows is not read, and carried over by one range', async () => {
    const head = bmpFile({
      width: 1 << 15,
      height: 1 << 15,
      bits: 8,
      rows: new Uint8Array(0),
      reserved: [1, 1, 1, 1],
    });
    const source = countingSource(head, head.length + (1 << 30));
    const result = await container.clean(source);
    expect(source.bytesRead()).toBeLessThan(1 << 20);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(result.pieces.filter((piece) => !(piece instanceof Uint8Array))).toHaveLength(1);
  });
});
