import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { ico as container } from '../../../utils/metadata/ico';
import { icon, iconBitmap, infoHeader } from '../../fixtures/bmp';
import { join, latin1 } from '../../fixtures/jpeg';
import { png, text as pngText } from '../../fixtures/png';
import { u32le } from '../../fixtures/webp';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const gap = latin1('secret gap');
const tail = latin1('secret tail');
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

const bitmap = iconBitmap();
const dirtyPng = png({ before: [pngText('Author', 'Noor')] });
const entries = [
  { bytes: join(bitmap, latin1('secret')), reserved: 7 },
  { bytes: dirtyPng },
  { bytes: dirtyPng, same: 1 },
];
const everything = icon(entries, { gap, tail });
const clear = icon([{ bytes: bitmap }, { bytes: png() }, { bytes: png(), same: 1 }]);

describe('reads', () => {
  test('what PNGs hide, gaps and tails', async () => {
    expect((await clean(everything)).removed.map(({ source, label }) => `${source} ${label}`)).toEqual([
      'ICO data after the end',
      'PNG Author',
      'ICO unused bytes',
      'trailer data after the end',
    ]);
  });

  test('inspect tells the same as clean removes', async () => {
    const inspection = await container.inspect(memorySource(everything));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(everything)).removed });
  });

  test('icons and cursors by their directory, nothing else that begins so', () => {
    const matches = (head: Uint8Array) => container.matches(head, head.length);
    expect(matches(everything)).toBe(true);
    expect(matches(icon([{ bytes: bitmap }], { type: 2 }))).toBe(true);
    expect(matches(join([0, 0, 2, 0], new Uint8Array(60)))).toBe(false);
    expect(matches(join([0, 0, 1, 0, 1, 0], new Uint8Array(60)))).toBe(false);
    expect(matches(join([0, 0, 1, 0, 255, 255], new Uint8Array(60).fill(255)))).toBe(false);
    expect(matches(new Uint8Array(0))).toBe(false);
  });
});

describe('cleans', () => {
  const files: [string, Uint8Array, Uint8Array][] = [
    ['everything', everything, clear],
    ['a cursor', icon([{ bytes: bitmap }], { type: 2, gap, tail }), icon([{ bytes: bitmap }], { type: 2 })],
    [
      'a bitmap without its mask',
      icon([{ bytes: bitmap.subarray(0, -8) }], { tail }),
      icon([{ bytes: bitmap.subarray(0, -8) }]),
    ],
  ];

  for (const [name, bytes, expected] of files) {
    test(`${name}: pictures stay, nothing else is left`, async () => {
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

  test('a bitmap whose header gives the height of the picture alone keeps all its rows', async () => {
    const single = join(infoHeader({ width: 4, height: 2, bits: 32 }), new Uint8Array(40).fill(9));
    expect(hex((await clean(icon([{ bytes: single }], { tail }))).bytes)).toBe(
      hex(icon([{ bytes: single }])),
    );
  });

  test('a palette that true colours have as advice is counted', async () => {
    const advised = join(infoHeader({ height: 4, bits: 32, used: 3 }), new Uint8Array(12 + 32 + 8).fill(9));
    expect(await outcomeOf(icon([{ bytes: advised }]))).toBe('already-clean');
  });
});

describe('cleans what is slightly broken, as decoders show it', () => {
  /** The first entry with another length. */
  const withLength = (file: Uint8Array, length: number) => {
    const copy = file.slice();
    copy.set(u32le(length), 14);
    return copy;
  };

  test.each<[string, Uint8Array]>([
    ['a bitmap', bitmap],
    ['a PNG', png()],
  ])('%s whose length reaches past the end of the file', async (_, bytes) => {
    const file = icon([{ bytes }]);
    expect(hex((await clean(withLength(file, bytes.length + 99))).bytes)).toBe(hex(file));
  });

  test.each<[string, Uint8Array, number]>([
    ['a bitmap', bitmap, 50],
    ['a PNG', png(), 60],
  ])('%s whose length is too short', async (_, bytes, length) => {
    const file = icon([{ bytes }]);
    const { bytes: cleaned } = await clean(withLength(join(file, tail), length));
    expect(hex(cleaned)).toBe(hex(file));
  });

  test('entries that are broken go, the others stay', async () => {
    const broken = new Uint8Array(60).fill(1);
    const { bytes } = await clean(icon([{ bytes: broken }, { bytes: bitmap }, { bytes: bitmap, same: 0 }]));
    expect(hex(bytes)).toBe(hex(icon([{ bytes: bitmap }])));
  });
});

describe('refuses', () => {
  const many = Array.from({ length: 40 }, (_, index) => index);
  /** Entries that overlap, each from another byte on. */
  const overlapping = () => {
    const file = icon(many.map(() => ({ bytes: bitmap })));
    const start = 6 + many.length * 16;
    for (const index of many) {
      file.set(u32le(file.length - start - index), 6 + index * 16 + 8);
      file.set(u32le(start + index), 6 + index * 16 + 12);
    }
    return file;
  };
  test.each<[string, Uint8Array, string]>([
    ['an empty file', new Uint8Array(0), 'corrupt'],
    ['no entries', icon([]), 'corrupt'],
    ['a directory that breaks off', everything.subarray(0, 30), 'corrupt'],
    ['data outside the file', icon([{ bytes: bitmap }]).subarray(0, 22), 'corrupt'],
    ['data inside the directory', icon([{ bytes: bitmap }]).with(18, 8), 'corrupt'],
    ['a PNG that is broken', icon([{ bytes: join(png().subarray(0, 33), latin1('secret')) }]), 'corrupt'],
    ['no bitmap', icon([{ bytes: new Uint8Array(60) }]), 'corrupt'],
    ['a bitmap of another header', icon([{ bytes: infoHeader({ length: 108 }) }]), 'corrupt'],
    ['entries that overlap', overlapping(), 'too-large'],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (let length = 0; length <= everything.length; length++) {
      const cut = everything.subarray(0, length);
      if ((await outcomeOf(cut)) !== 'cleaned') continue;
      expect(text((await clean(cut)).bytes)).not.toMatch(/secret|Noor/);
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const whole of [everything, icon([{ bytes: bitmap }], { gap, tail })]) {
      for (const bytes of flip(whole, 1000)) {
        if ((await outcomeOf(bytes)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
      }
    }
  });

  test('a picture of half a gigabyte is not read, and carried over by one range', async () => {
    const length = 40 + (1 << 29) + (1 << 24);
    const header = infoHeader({ width: 1 << 14, height: 1 << 14, bits: 32 });
    const head = icon([{ bytes: header }], { gap });
    head.set(u32le(length), 14);
    const source = countingSource(head, head.length + length);
    const result = await container.clean(source);
    expect(source.bytesRead()).toBeLessThan(2 << 20);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(result.pieces.filter((piece) => !(piece instanceof Uint8Array))).toHaveLength(1);
  });
});
