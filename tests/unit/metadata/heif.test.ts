import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { avif } from '../../../utils/metadata/avif';
import { heif as container } from '../../../utils/metadata/heif';
import { readItems } from '../../../utils/metadata/heif-items';
import { coded, type HeifOptions, heif } from '../../fixtures/heif';
import { box, boxesOf, u32 } from '../../fixtures/isobmff';
import { join, latin1 } from '../../fixtures/jpeg';
import { movie } from '../../fixtures/mp4';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['Noor', 'secret', 'Samsung', 'Galaxy', '2026', 'Editor 9', 'application/rdf'];
const motionVideo = box('mpvd', latin1('secret video'));

const files: readonly [string, HeifOptions][] = [
  ['16-bit numbers', {}],
  ['32-bit numbers', { wide: true }],
  ['a motion photo', { tail: motionVideo }],
  ['with a maker’s trailer', { tail: latin1('SEFHsecretSEFT') }],
  ['a handler with a name', { name: 'Noor' }],
  ['without anything to remove but names', { ids: [1, 2, 3, 4, 12, 13] }],
];

async function itemsOf(file: Uint8Array) {
  const meta = boxesOf(file).find(({ type }) => type === 'meta');
  const items = await readItems(meta?.bytes ?? new Uint8Array(), 8);
  if (typeof items === 'string') throw new Error(items);
  return items;
}

/** The bytes that each item has, by its number. */
async function dataOf(file: Uint8Array): Promise<Record<number, string>> {
  const { bytes, boxes, locations } = await itemsOf(file);
  const idat = boxes.find(({ type }) => type === 'idat')?.data ?? 0;
  return Object.fromEntries(
    locations.map(({ id, method, extents }) => {
      const [{ offset, length } = { offset: 0, length: 0 }] = extents;
      const from = method === 1 ? bytes.subarray(idat) : file;
      return [id, text(from.subarray(offset, offset + length))];
    }),
  );
}

describe('reads', () => {
  test('place, device, person, text, thumbnails, depth and the second picture nobody knows of', async () => {
    const { removed } = await clean(heif({ tail: motionVideo, name: 'Camera 9\0' }));
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('Model')).toBe('Galaxy A14');
    expect(value('creator')).toBe('Noor Ahmed');
    expect(value('hdlr')).toBe('Camera 9');
    expect(value('item_name')).toBe("Noor's tile");
    expect(value('udes')).toContain("Noor's picture");
    const keys = removed.map(({ kind, label }) => `${kind} ${label}`);
    for (const key of [
      'thumbnail thumbnail',
      'thumbnail second picture',
      'other depth map',
      'other video',
      'other text/plain',
    ])
      expect(keys).toContain(key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('inspect tells the same as clean removes', async () => {
    const original = heif({ tail: motionVideo });
    const inspection = await container.inspect(memorySource(original));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(original)).removed });
  });
});

describe('cleans', () => {
  describe.each(files)('%s', (_, options) => {
    const original = heif(options);

    test('nothing hidden is left; what draws the picture is where it was, bit by bit', async () => {
      const { bytes } = await clean(original);
      for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
      const [before, after] = [await dataOf(original), await dataOf(bytes)];
      const drawn = [1, 2, 3, 4, 12, 13];
      expect(after).toEqual(Object.fromEntries(drawn.map((id) => [id, before[id]])));
      expect(text(bytes).indexOf(coded.tile1)).toBe(text(original).indexOf(coded.tile1));
    });

    test('properties, references and groups of what stays do so too', async () => {
      const { references, properties, associationBoxes, primary } = await itemsOf(
        (await clean(original)).bytes,
      );
      expect(primary).toBe(3);
      expect(references.map(({ type, from, to }) => [type, from, to])).toEqual([
        ['dimg', 3, [1, 2]],
        ['auxl', 4, [3]],
        ['dimg', 12, [3, 13]],
      ]);
      expect(properties.map(({ type }) => type)).toEqual([
        'ispe',
        'hvcC',
        'irot',
        'colr',
        'auxC',
        'free',
        'free',
        'free',
      ]);
      const grid = associationBoxes[0]?.associations.find(({ id }) => id === 3);
      expect(grid?.properties).toEqual([1, 3, 4].map((index) => ({ index, isEssential: true })));
    });

    test('cleaning twice equals once', async () => {
      const { bytes } = await clean(original);
      expect(await outcomeOf(bytes)).toBe('already-clean');
    });
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'a box that becomes %i bytes shorter than others moves nothing',
    async (more) => {
      // Names of one length after the other leave every rest there is.
      const original = heif({ ids: [1, 2, 3], name: 'x'.repeat(more) });
      const named = join(original);
      const { bytes } = await clean(named);
      expect(bytes.length).toBe(original.length);
      expect(await outcomeOf(bytes)).toBe('already-clean');
      expect((await dataOf(bytes))[1]).toBe(coded.tile1);
    },
  );

  test('a video or maker’s data behind the picture is cut off', async () => {
    const { bytes } = await clean(heif({ tail: join(motionVideo, latin1('xx')) }));
    expect(bytes).toEqual((await clean(heif())).bytes);
  });

  test('a video as a file of its own behind the picture is cut off, and told of', async () => {
    const { bytes, removed } = await clean(join(heif(), movie({ order: 'moov-first' })));
    expect(bytes).toEqual((await clean(heif())).bytes);
    expect(removed).toContainEqual({ kind: 'other', source: 'trailer', label: 'video' });
  });

  test('AVIF is the same under its own name', async () => {
    const original = heif({ brand: 'avif' });
    expect(avif.matches(original, original.length)).toBe(true);
    expect(container.matches(original, original.length)).toBe(false);
    const { bytes } = await cleaner(avif).clean(original);
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
  });
});

test.each<[string, number, readonly number[]]>([
  ['of no known kind', 4, [...latin1('secr')]],
  ['by numbers, but longer than they are', 4, [...latin1('nclx')]],
  ['by a profile that is none', 8 + 36, [...latin1('secr')]],
])('colours %s go', async (_, at, values) => {
  const dirty = heif();
  const colour = text(dirty).indexOf('colr');
  dirty.set(latin1('secret'), colour + 40 + 128);
  dirty.set(values, colour + at);
  const cleaned = await clean(dirty);
  expect(cleaned.removed).toContainEqual({ kind: 'other', source: 'ICC', label: 'colr' });
  expect(text(cleaned.bytes)).not.toContain('colr');
  expect(text(cleaned.bytes)).not.toContain('secr');
});

describe('refuses', () => {
  const changed = (from: string, at: number, values: readonly number[]) => {
    const bytes = heif();
    bytes.set(values, text(bytes).indexOf(from) + at);
    return bytes;
  };
  test.each<[string, Uint8Array, string]>([
    ['no items', box('ftyp', latin1('heic')), 'corrupt'],
    ['no brands', changed('ftyp', 0, [...latin1('fxyp')]), 'corrupt'],
    ['no primary item', changed('pitm', 8, [0, 77]), 'unsupported'],
    ['no item locations', changed('iloc', 0, [120]), 'corrupt'],
    ['protected items', heif({ protection: 1 }), 'encrypted'],
    ['a picture made of other items’ bytes', heif({ method: 2 }), 'unsupported'],
    ['a picture that lies outside the media', changed('iloc', 20, u32(0)), 'unsupported'],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  const whole = heif({ tail: motionVideo });

  test('cut at every byte: never a throw, and what is called clean is', async () => {
    for (let length = 0; length <= whole.length; length++) {
      if ((await outcomeOf(whole.subarray(0, length))) !== 'cleaned') continue;
      const { bytes } = await clean(whole.subarray(0, length));
      expect(await outcomeOf(bytes)).toBe('already-clean');
    }
  });

  test('flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 2500)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('five gigabytes of media: only the items are read, and it is carried over by range', async () => {
    const size = 5 * 2 ** 30;
    const head = heif({ ids: [1, 2, 3] });
    const mdat = text(head).lastIndexOf('mdat');
    head.set(u32(0), mdat - 4);
    // The second tile is all that follows.
    const at = text(head).indexOf('iloc') + 14 + 16;
    head.set(u32(0), at + 12);
    const source = countingSource(head, size);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(source.bytesRead()).toBeLessThan(1 << 18);
    expect(result.pieces.some((piece) => 'start' in piece && piece.end - piece.start > 2 ** 31)).toBe(true);
  });
});
