import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { mp4 as container } from '../../../utils/metadata/mp4';
import { aac, decoder, descriptor, esds, setup, sync } from '../../fixtures/es-descriptor';
import { box, boxesOf, fullBox, u32, u64 } from '../../fixtures/isobmff';
import { join, latin1 } from '../../fixtures/jpeg';
import {
  fragmented,
  ftyp,
  type Handler,
  type MovieOptions,
  media,
  movie,
  samples,
  userData,
} from '../../fixtures/mp4';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = [
  'Noor',
  'secret',
  'Samsung',
  'Galaxy',
  'Qayyarah',
  'after school',
  '36.34',
  'Editor 9',
  'Apple',
  'appl',
  '16:32',
];

const files: readonly [string, MovieOptions][] = [
  ['moov behind the media', {}],
  ['moov before the media', { order: 'moov-first' }],
  ['version 1, 64-bit offsets and sizes', { version: 1, wideOffsets: true, largeMdat: true }],
  ['QuickTime without ftyp, with keys', { brands: false, quickTime: true }],
  ['media to the end of the file', { order: 'moov-first', openMdat: true }],
  ['bytes between the chunks that belong to nobody', { gap: 'secret Noor' }],
  ['a tail', { tail: 'SEFH secret Noor' }],
  ['only pictures', { handlers: ['vide'] }],
  ['only sound', { handlers: ['soun'] }],
];

/** A movie whose sound is of one size for all samples; the sizes of each, that follow, nobody reads. */
function withSoundOf(bytes: Uint8Array, { size, count }: { size: number; count: number }): Uint8Array {
  const at = text(bytes).indexOf('stsz', text(bytes).indexOf('soun')) + 8;
  bytes.set([...u32(size), ...u32(count)], at);
  return bytes;
}

/** The media with all samples that go, and all between, as zeros. */
function blankedMedia(options: MovieOptions): string {
  const { handlers = ['vide', 'soun', 'meta', 'text', 'tmcd'], gap = '' } = options;
  const isKept = (handler: Handler) => handler === 'vide' || handler === 'soun';
  return handlers
    .map((handler) => samples[handler].join(''))
    .map(
      (own, index) =>
        (isKept(handlers[index] ?? 'meta') ? own : '\0'.repeat(own.length)) + '\0'.repeat(gap.length),
    )
    .join('');
}

describe('reads', () => {
  test('place, time, device, person, text and thumbnails, with values for people', async () => {
    const { removed } = await clean(movie({ quickTime: true }));
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('©xyz')).toBe('36.34, 43.13');
    expect(value('loci')).toBe('36.34, 43.13');
    expect(value('com.apple.quicktime.location.ISO6709')).toBe('36.34, 43.13');
    expect(value('com.apple.quicktime.creationdate')).toBe('2026-11-12 16:32');
    expect(value('mvhd creation_time')).toBe('2026-11-12 16:32');
    expect(value('©mak')).toBe('Samsung');
    expect(value('©nam')).toBe('after school');
    expect(removed).toContainEqual({ kind: 'device', source: 'MP4', label: 'vendor' });
    expect(value('compressorname')).toBe('Noor encoder!');
    expect(value('creator')).toBe('Noor Ahmed');
    const keys = removed.map(({ kind, label }) => `${kind} ${label}`);
    for (const key of ['thumbnail covr', 'other timed metadata', 'text text track', 'other time code'])
      expect(keys).toContain(key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('inspect tells the same as clean removes', async () => {
    const original = movie();
    const inspection = await container.inspect(memorySource(original));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(original)).removed });
  });
});

describe('cleans', () => {
  test('sound of so long samples that they leave the file ends where their count does', async () => {
    const options: MovieOptions = { handlers: ['vide', 'soun'], gap: 'secret Noor' };
    const { bytes } = await clean(withSoundOf(movie(options), { size: 0x6d646864, count: 0 }));
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
    expect(text(bytes)).toContain('PICTURE-333');
  });

  test.each(['stsd', 'dref'])('letters in the version and the flags of %s go', async (type) => {
    const dirty = movie();
    const at = text(dirty).indexOf(type) + 4;
    const expected = (await clean(dirty)).bytes;
    dirty.set(latin1('secret'), at);
    const { bytes } = await clean(dirty);
    expect(text(bytes)).not.toContain('secret');
    // Any version of descriptions but the first is taken for the second one.
    expected[at] = type === 'stsd' ? 1 : 0;
    expect(Buffer.from(bytes).equals(expected)).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('of sound in QuickTime what sets it up stays; what else its wave holds goes', async () => {
    const wave = (secret: string, end: string) =>
      box(
        'wave',
        box('frma', latin1('mp4a')),
        box('mp4a', latin1(secret.slice(0, 4))),
        aac,
        box('name', latin1(secret)),
        box('ms\0\x55', latin1('WAVEFORMATEX')),
        box('\0\0\0\0', latin1(end)),
        latin1(end),
      );
    const { bytes } = await clean(movie({ sound: { box: wave('Noor Ahmed', 'Noor') } }));
    const blank = text(wave('\0'.repeat(10), '\0'.repeat(4))).replace('name', 'free');
    expect(text(bytes)).toContain(blank);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a title beside the setup of a decoder goes', async () => {
    const titled = (title: string) => esds(decoder(0x40, setup), sync, descriptor(0x41, latin1(title)));
    const { bytes, removed } = await clean(movie({ sound: { box: titled('Noor Ahmed') } }));
    expect(text(bytes)).toContain(text(titled('\0'.repeat(10))));
    expect(removed).toContainEqual({ kind: 'text', source: 'MP4', label: 'esds' });
  });

  test('a decoder whose setup is no setup: corrupt', async () => {
    expect(await outcomeOf(movie({ sound: { box: box('esds', latin1('secret of Noor')) } }))).toBe('corrupt');
  });

  test('letters in numbers of a picture that decoders pass over go', async () => {
    const dirty = movie();
    const expected = (await clean(dirty)).bytes;
    const data = text(dirty).indexOf('avc1', text(dirty).indexOf('stsd')) + 4;
    dirty.set(latin1('secret of Noor..'), data + 8);
    dirty.set(latin1('Noor'), data + 36);
    const { bytes } = await clean(dirty);
    expect(Buffer.from(bytes).equals(expected)).toBe(true);
  });

  test.each<[string, (tref: Uint8Array) => void]>([
    ['behind the references', (tref) => tref.set([...u32(9), ...latin1('secretary')], 12)],
    [
      'in a reference that is too short for a track',
      (tref) => tref.set([...u32(24), ...latin1('secrsecretsecretsecr')], 8),
    ],
    [
      'in a reference that leaves the list',
      (tref) => tref.set([...u32(28), ...latin1('datasecretsecretsecr')], 8),
    ],
  ])('letters %s go', async (_, change) => {
    const dirty = movie();
    change(dirty.subarray(text(dirty).indexOf('tref') - 4));
    const { bytes } = await clean(dirty);
    expect(text(bytes)).not.toContain('secret');
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('of two lists of references either is looked at', async () => {
    const dirty = movie();
    const at = text(dirty).indexOf('edts') - 4;
    // In the place of the edit list another list, whose reference leads to a track that goes.
    dirty.set([...u32(36), ...latin1('tref'), ...u32(28), ...latin1('cdsc'), ...u32(3)], at);
    expect(await outcomeOf(dirty)).toBe('cleaned');
  });

  describe.each(files)('%s', (_, options) => {
    const original = movie(options);

    test('nothing hidden is left; pictures and sounds are where they were, bit by bit', async () => {
      const { bytes } = await clean(original);
      for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
      const at = text(original).indexOf(text(media(options)));
      expect(text(bytes).slice(at, at + media(options).length)).toBe(blankedMedia(options));
    });

    test('cleaning twice equals once', async () => {
      const { bytes } = await clean(original);
      expect(await outcomeOf(bytes)).toBe('already-clean');
    });
  });

  test('what a player needs stays as it was: matrix, edit list, sample tables, codec, aspect', async () => {
    const original = movie();
    const { bytes } = await clean(original);
    for (const type of ['elst', 'stts', 'stsc', 'stsz', 'stco', 'avcC', 'pasp', 'esds', 'ftyp']) {
      const at = text(original).indexOf(type);
      const end = at + original.subarray(at - 4, at).reduce((sum, byte) => sum * 256 + byte, 0) - 4;
      expect(bytes.subarray(at - 4, end)).toEqual(original.subarray(at - 4, end));
    }
    const matrix = text(Uint8Array.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0]));
    expect(text(bytes).split(matrix)).toHaveLength(4);
    expect(text(bytes)).toContain(`sync${text(Uint8Array.from(u32(2)))}`);
    // Of the speech codec's box only who made the encoder goes.
    expect(text(bytes)).toContain('damr\0\0\0\0\0\x81\xff\0\x01');
    expect(text(bytes)).not.toContain('cdsc');
  });

  test('boxes behind the last one that stays are cut off', async () => {
    const { bytes } = await clean(movie({ tail: 'tail' }));
    expect(boxesOf(bytes).map(({ type }) => type)).toEqual(['ftyp', 'free', 'free', 'mdat', 'moov']);
  });

  test.each(['moof', 'offset'] as const)('fragments with their base by %s', async (base) => {
    const original = fragmented({ base });
    const { bytes, removed } = await clean(original);
    for (const secret of secrets) expect(text(bytes)).not.toContain(secret);
    expect(bytes.length).toBe(original.length);
    expect(text(boxesOf(bytes).find(({ type }) => type === 'mdat')?.data ?? new Uint8Array())).toBe(
      blankedMedia({ handlers: ['vide', 'meta', 'soun'] }),
    );
    expect(removed.map(({ label }) => label)).toContain('prft');
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a recording whose media is cut off stays as long as it is', async () => {
    const whole = movie({ order: 'moov-first', handlers: ['vide'] });
    const cut = whole.subarray(0, whole.length - 5);
    const { bytes } = await clean(cut);
    expect(bytes.length).toBe(cut.length);
    expect(text(bytes)).toContain('PICTURE-1PICTURE-22');
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('sound of one size for all samples keeps all up to the next chunk', async () => {
    const original = movie({ handlers: ['soun'], sound: { codec: 'QDM2' } });
    const at = text(original).indexOf('stsz') + 8;
    original.set(u32(1), at);
    original.set(u32(99), at + 4);
    const { bytes } = await clean(original);
    expect(text(bytes)).toContain(samples.soun.join(''));
  });

  test.each([
    { codec: 'QDM2', size: 1, count: 99 },
    { codec: 'sowt', size: 8, count: 2 },
  ])('between sound of one size for all samples, $codec, nothing of other tracks stays', async (sized) => {
    const options = { handlers: ['vide', 'soun', 'meta'], sound: { codec: sized.codec } } as const;
    const original = withSoundOf(movie(options), sized);
    const { bytes } = await clean(original);
    expect(text(boxesOf(bytes).find(({ type }) => type === 'mdat')?.data ?? new Uint8Array())).toBe(
      blankedMedia(options),
    );
  });

  test('behind sound that is not packed nothing stays that is no sound', async () => {
    const options = { handlers: ['soun'], gap: 'secret gap', sound: { codec: 'sowt' } } as const;
    const { bytes } = await clean(withSoundOf(movie(options), { size: 8, count: 2 }));
    expect(text(bytes)).not.toContain('secret');
    expect(text(bytes)).toContain(samples.soun.join(''));
  });

  test('behind sound whose samples have sizes of their own nothing stays, though all are said to be one byte', async () => {
    const options = { handlers: ['vide', 'soun'], gap: 'secret gap', sound: { codec: 'mp4a' } } as const;
    const { bytes } = await clean(withSoundOf(movie(options), { size: 1, count: 300 }));
    expect(text(bytes)).not.toContain('secret');
  });

  test.each(['ms\0\x55', 'ms\0\x02'])('codecs of Windows, whose names are numbers: %j', async (codec) => {
    const { bytes } = await clean(movie({ sound: { codec } }));
    expect(text(bytes)).toContain(samples.soun.join(''));
  });

  test('of the blocks of FLAC the first stays, at the same length', async () => {
    const blocks = [...latin1('\0\0\0\x04INFO'), ...latin1('\x84\0\0\x0esecret comment')];
    const { bytes, removed } = await clean(
      movie({ sound: { codec: 'fLaC', box: fullBox('dfLa', 0, 0, blocks) } }),
    );
    expect(text(bytes)).toContain(`INFO\x81\0\0\x0e${'\0'.repeat(14)}`);
    expect(removed.map(({ label }) => label)).toContain('dfLa');
  });

  test('colours of DNxHD stay', async () => {
    const { bytes } = await clean(movie({ sound: { box: box('ACLR', latin1('ACLR0001')) } }));
    expect(text(bytes)).toContain('ACLRACLR0001');
  });
});

describe('a sample entry', () => {
  /** The picture's, with this depth and number of a colour table, and these boxes instead of a private one. */
  const changed = (depth: number, table: number, more: Uint8Array) => {
    const bytes = movie({ handlers: ['vide'] });
    const at = text(bytes).indexOf('avcC') - 8;
    bytes.set([0, depth, table, table], at);
    const gone = text(bytes).indexOf('prVt') - 4;
    bytes.set(more.subarray(0, 14), gone);
    return bytes;
  };
  const hidden = box('prVt', latin1('secret'));

  test.each<[string, number, number]>([
    ['true colours', 24, 0xff],
    ['few colours by a table with a number', 8, 0xff],
    ['few colours and no table', 4, 0],
  ])('of %s loses what is not known', async (_, depth, table) => {
    const { bytes } = await clean(changed(depth, table, hidden));
    expect(text(bytes)).not.toContain('secret');
    expect(text(bytes)).toContain('avcC');
  });

  test('whose boxes are broken is refused', async () => {
    expect(await outcomeOf(changed(24, 0xff, join(u32(0), latin1('prVtsecret'))))).toBe('corrupt');
  });

  test('keeps the table of its few colours', async () => {
    const table = join(u32(0), [0, 0, 0, 1], latin1('COLOUR-1COLOUR-2'));
    const bytes = movie({ handlers: ['vide'] });
    const at = text(bytes).indexOf('avcC') - 8;
    bytes.set([0, 8, 0, 0], at);
    // In the place of avcC, pasp and the private box: 43 bytes.
    bytes.set(join(table, box('free', new Uint8Array(11))), at + 4);
    expect(text((await clean(bytes)).bytes)).toContain('COLOUR-1COLOUR-2');
  });

  test('loses what follows it in its list, and what is no data reference goes', async () => {
    const bytes = movie({ handlers: ['vide'] });
    const at = text(bytes).indexOf('url ') - 4;
    bytes.set(u32(8), at);
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });

  test('stays without what is put between the fragments’ index, and in reserved bytes of a handler', async () => {
    const bytes = join(
      fragmented(),
      box('mfra', box('prVt', latin1('secret')), box('mfro', u32(0), u32(34))),
    );
    bytes.set(latin1('secr'), text(bytes).indexOf('hdlr') + 4);
    const cleaned = text((await clean(bytes)).bytes);
    expect(cleaned).not.toContain('secr');
    expect(cleaned).toContain('mfro');
  });

  test('loses colours of no known kind', async () => {
    const { bytes, removed } = await clean(changed(24, 0xff, box('colr', latin1('secret'))));
    expect(text(bytes)).not.toContain('secret');
    expect(removed).toContainEqual({ kind: 'other', source: 'ICC', label: 'colr' });
  });
});

describe('refuses', () => {
  const nested = (count: number) => {
    let inner: Uint8Array = new Uint8Array(0);
    for (let depth = 0; depth < count; depth++) inner = box('udta', inner);
    return inner;
  };
  const replaced = (from: string, to: string) => {
    const bytes = movie();
    bytes.set(latin1(to), text(bytes).indexOf(from));
    return bytes;
  };
  test.each<[string, Uint8Array, string]>([
    ['only ftyp', ftyp, 'corrupt'],
    ['media without a movie', join(ftyp, box('mdat', latin1('PICTURE'))), 'corrupt'],
    ['a movie without tracks', join(ftyp, box('moov', userData())), 'unsupported'],
    ['only text', movie({ handlers: ['text'] }), 'unsupported'],
    ['a compressed movie', join(ftyp, box('moov', box('cmov'))), 'unsupported'],
    ['encrypted samples', movie({ encrypted: true }), 'encrypted'],
    ['encrypted fragments', fragmented({ encrypted: true }), 'encrypted'],
    ['a fragment that begins where one that goes ends', fragmented({ base: 'none' }), 'unsupported'],
    ['a sample table without offsets', replaced('stco', 'xxxx'), 'corrupt'],
    ['samples outside the media', movieAt(0), 'unsupported'],
    ['media in another file', external(), 'unsupported'],
    ['boxes in boxes', join(ftyp, box('moov', nested(50))), 'unsupported'],
  ])('%s', async (_, bytes, reason) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });

  /** All chunks at this offset. */
  function movieAt(offset: number): Uint8Array {
    const bytes = movie({ handlers: ['vide'] });
    bytes.set(u32(offset), text(bytes).indexOf('stco') + 12);
    return bytes;
  }

  function external(): Uint8Array {
    const bytes = movie({ handlers: ['vide'] });
    bytes[text(bytes).indexOf('url ') + 7] = 0;
    return bytes;
  }

  test('texts that begin like a box are none', () => {
    const head = latin1('The free market of Mosul is a place that...');
    expect(container.matches(head, head.length)).toBe(false);
    expect(container.matches(join(u32(16), latin1('wide')), 100)).toBe(true);
  });
});

describe('hostile bytes', () => {
  const whole = movie({ order: 'moov-first' });

  test('cut at every byte: never a throw, and what is called clean is', async () => {
    for (let length = 0; length <= whole.length; length += 3) {
      const result = await outcomeOf(whole.subarray(0, length));
      if (result !== 'cleaned') continue;
      const { bytes } = await clean(whole.subarray(0, length));
      expect(await outcomeOf(bytes)).toBe('already-clean');
    }
  });

  test('flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const seed of [whole, fragmented()]) {
      for (const bytes of flip(seed, 1200)) {
        if ((await outcomeOf(bytes)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
      }
    }
  });

  test('a hundred thousand boxes and more: too large', async () => {
    const many = new Uint8Array(8 * 100_010);
    for (let at = 0; at < many.length; at += 8) many.set(box('free'), at);
    expect(await outcomeOf(join(ftyp, box('moov', many)))).toBe('too-large');
  });

  test('six gigabytes of media: only the tables are read, and it is carried over by range', async () => {
    const size = 6 * 2 ** 30;
    const moovFirst = movie({ order: 'moov-first', handlers: ['vide'], wideOffsets: true, largeMdat: true });
    const at = text(moovFirst).lastIndexOf('mdat');
    moovFirst.set(u64(size - at + 4), at + 4);
    moovFirst.set(u32(size - at - 12 > 0xffffffff ? 0xffffffff : 0), text(moovFirst).indexOf('stsz') + 16);
    const source = countingSource(moovFirst, size);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(source.bytesRead()).toBeLessThan(1 << 20);
    expect(source.longestRead()).toBeLessThan(1 << 19);
    expect(result.pieces.some((piece) => 'start' in piece && piece.end - piece.start > 2 ** 31)).toBe(true);
  });
});
