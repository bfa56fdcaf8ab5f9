import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { tiff as container } from '../../../utils/metadata/tiff';
import { ofScreen, profile } from '../../fixtures/icc';
import {
  app0Jfif,
  app14Adobe,
  com,
  join,
  jpeg,
  latin1,
  makePhoto,
  photoshopPayload,
  segment,
  xmpPacket,
} from '../../fixtures/jpeg';
import {
  ascii,
  bytes,
  type Fields,
  type Form,
  grey,
  greyRows,
  long,
  pagesOf,
  rational,
  secretFields,
  short,
  tiffFile,
} from '../../fixtures/tiff';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = /Galaxy|Samsung|Noor|Editor|secret|2026|Qayyarah|thumb|made at home/;

const shown: Fields = { ...grey, 274: short(6), 282: rational(300, 1), 296: short(2), 297: short(0, 1) };
const secretOnes = secretFields(profile(), xmpPacket(), photoshopPayload());
const gap = latin1('secret old directory');
const thumbnail = { fields: { ...grey, 254: long(1) }, blocks: [latin1('thumbnail'), latin1('secret')] };
const full = { fields: { ...shown, ...secretOnes } };

const forms: [string, Form][] = [
  ['little-endian', {}],
  ['big-endian', { littleEndian: false }],
  ['BigTIFF', { big: true }],
  ['BigTIFF, big-endian', { big: true, littleEndian: false }],
];
const everything = (form: Form) =>
  tiffFile({ ...form, pages: [full, thumbnail, { fields: shown }], gap, tail: latin1('secret tail') });

/** Colours of a page whose strips are JPEG streams. */
const jpegFields: Fields = {
  256: short(48),
  257: short(32),
  258: short(8, 8, 8),
  259: short(7),
  262: short(6),
  277: short(3),
};
const stream = jpeg();

/** A stream with segments behind its SOI. */
const withSegments = (...segments: readonly Uint8Array[]) =>
  join(stream.subarray(0, 2), ...segments, stream.subarray(2));

describe('reads', () => {
  test.each(forms)(
    '%s: fields, Exif, GPS, XMP, IPTC and Photoshop, with values for people',
    async (_, form) => {
      const { removed } = await clean(everything(form));
      const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
      expect(value('GPSLatitude')).toBe('36.34, 43.13');
      expect(value('Model')).toBe('Galaxy A14');
      expect(value('Artist')).toBe('Noor Ahmed');
      expect(value('HostComputer')).toBe("Noor's phone");
      expect(value('DateTimeOriginal')).toBe('2026-11-12 16:32');
      expect(value('creator')).toBe('Noor Ahmed');
      expect(value('City')).toBe('Qayyarah');
      const keys = removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`);
      expect(keys).toContain('place TIFF ModelTiepoint');
      expect(keys).toContain('text TIFF DocumentName');
      expect(keys).toContain('text TIFF InkNames');
      expect(keys).toContain('other TIFF tag 65000');
      expect(keys).toContain('thumbnail TIFF reduced-resolution image');
      expect(keys).toContain('edit-history Photoshop image resources');
      expect(keys).toContain('other TIFF unused bytes');
      expect(keys).toContain('other trailer data after the end');
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  test('inspect tells the same as clean removes', async () => {
    const file = everything({});
    const inspection = await container.inspect(memorySource(file));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(file)).removed });
  });

  test('a thumbnail is not told of as unused bytes', async () => {
    const { removed } = await clean(tiffFile({ pages: [{}, thumbnail] }));
    expect(removed.map(({ label }) => label)).toEqual(['reduced-resolution image']);
  });

  test('what cannot be read is named by its carrier', async () => {
    const fields = {
      ...grey,
      700: bytes(latin1('nonsense')),
      34853: long(1 << 30),
      34675: bytes(latin1('none')),
    };
    const { removed } = await clean(tiffFile({ pages: [{ fields }] }));
    expect(removed.map(({ label }) => label)).toEqual(['XMP', 'ICCProfile', 'GPSLatitude']);
  });
});

describe('cleans', () => {
  for (const [name, form] of forms) {
    test(`${name}: what draws is carried over, nothing else is left`, async () => {
      const cleaned = (await clean(everything(form))).bytes;
      const [first, second, ...others] = pagesOf(cleaned);
      expect(others).toEqual([]);
      const drawn = [256, 257, 258, 259, 262, 273, 274, 277, 278, 279, 282, 296, 297];
      expect(first?.tags).toEqual([...drawn, 34675]);
      expect(second?.tags).toEqual(drawn);
      for (const page of [first, second]) {
        expect(page?.blocks).toEqual(greyRows.map((row) => [...row]));
        expect(page?.values[274]).toEqual([6]);
        expect(page?.values[282]).toEqual([300, 1]);
      }
      expect(first?.values[34675]).toEqual([...profile()]);
      expect(text(cleaned)).not.toMatch(secrets);
      expect([...cleaned.subarray(0, 4)]).toEqual([...everything(form).subarray(0, 4)]);
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = await clean(everything(form));
      expect(await outcomeOf(once.bytes)).toBe('already-clean');
      expect(await container.inspect(memorySource(once.bytes))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  test('tiles stay in their order, wherever they lie; those that share data share it', async () => {
    const fields = { ...grey, 322: short(2), 323: short(1) };
    const file = tiffFile({
      pages: [{ fields, tiled: true, blocks: [latin1('ab'), latin1('cd'), latin1('ef')] }],
    });
    const [start = 0] = pagesOf(file)[0]?.values[324] ?? [];
    const shuffled = tiffFile({
      pages: [
        {
          fields: { ...fields, 324: long(start + 4, start, start + 4, 0), 325: long(2, 2, 2, 0) },
          tiled: true,
          blocks: [latin1('ab'), latin1('cd'), latin1('ef')],
        },
      ],
    });
    const cleaned = (await clean(shuffled)).bytes;
    const letters = pagesOf(cleaned)[0]?.blocks.map((block) => String.fromCharCode(...block));
    expect(letters).toEqual(['ef', 'ab', 'ef', '']);
    expect(text(cleaned)).not.toContain('cd');
    expect(await outcomeOf(cleaned)).toBe('already-clean');
  });

  test('what a strip has behind its uncompressed rows is left behind', async () => {
    const blocks = greyRows.map((row) => join(row, latin1('secret')));
    const cleaned = (await clean(tiffFile({ pages: [{ blocks }] }))).bytes;
    expect(pagesOf(cleaned)[0]?.blocks).toEqual(greyRows.map((row) => [...row]));
    expect(text(cleaned)).not.toContain('secret');
  });

  test('more strips than the picture has rows for are left behind', async () => {
    const cleaned = (await clean(tiffFile({ pages: [{ blocks: [...greyRows, latin1('secret')] }] }))).bytes;
    expect(pagesOf(cleaned)[0]?.blocks).toHaveLength(2);
    expect(text(cleaned)).not.toContain('secret');
  });

  test('without byte counts the size tells how long uncompressed strips are', async () => {
    const file = tiffFile({ pages: [{ fields: { ...grey, 279: ascii('none') } }] });
    expect(pagesOf((await clean(file)).bytes)[0]?.blocks).toEqual(greyRows.map((row) => [...row]));
  });

  test('a text where a number should be, and more numbers than there may be, go', async () => {
    const fields = { ...grey, 266: ascii('secret'), 274: short(1, 0x6573, 0x7263, 0x7465) };
    const [page] = pagesOf((await clean(tiffFile({ pages: [{ fields }] }))).bytes);
    expect(page?.values[274]).toEqual([1]);
    expect(page?.tags).not.toContain(266);
  });

  test('a profile of one very screen stays without its name', async () => {
    const file = tiffFile({ pages: [{ fields: { ...grey, 34675: bytes(profile(ofScreen)) } }] });
    const cleaned = await clean(file);
    expect(text(cleaned.bytes).replaceAll('\0', '')).not.toMatch(/Noor|secret|noor/);
    expect(cleaned.removed.find(({ label }) => label === 'desc')?.value).toBe("Noor's monitor");
    expect(pagesOf(cleaned.bytes)[0]?.tags).toContain(34675);
  });

  test("JPEG strips lose their segments but Adobe's and JFIF's, and what follows their end", async () => {
    const adobe = app14Adobe(1);
    const long14 = segment(0xee, join(adobe.subarray(4), latin1('secret')));
    const dirty = join(makePhoto().subarray(0, 2), long14, makePhoto().subarray(2), latin1('secret tail'));
    const file = tiffFile({ pages: [{ fields: jpegFields, blocks: [dirty] }] });
    const cleaned = await clean(file);
    const [block = []] = pagesOf(cleaned.bytes)[0]?.blocks ?? [];
    expect(text(Uint8Array.from(block))).not.toMatch(secrets);
    expect(text(Uint8Array.from(block))).toContain('Adobe');
    const labels = cleaned.removed.map(({ source, label }) => `${source} ${label}`);
    expect(labels).toContain('EXIF GPSLatitude');
    expect(labels).toContain('JPEG data after the end');
    expect(await outcomeOf(cleaned.bytes)).toBe('already-clean');
  });

  test('JPEG strips that follow each other, clean and not: coded data stays, byte for byte', async () => {
    const blocks = [stream, withSegments(com()), withSegments(app0Jfif(), com(), com()), stream];
    const fields = { ...jpegFields, 257: short(128), 278: short(32) };
    const cleaned = (await clean(tiffFile({ pages: [{ fields, blocks }] }))).bytes;
    const found = pagesOf(cleaned)[0]?.blocks.map((block) => Buffer.from(block).toString('hex'));
    const hex = (part: Uint8Array) => Buffer.from(part).toString('hex');
    expect(found).toEqual([stream, stream, stream, stream].map(hex));
    expect(await outcomeOf(cleaned)).toBe('already-clean');
  });

  test('the tables that JPEG strips share lose their comments', async () => {
    const tables = join([0xff, 0xd8], com('secret'), [0xff, 0xd9], latin1('secret'));
    const file = tiffFile({ pages: [{ fields: { ...jpegFields, 347: bytes(tables) }, blocks: [stream] }] });
    const cleaned = await clean(file);
    expect(pagesOf(cleaned.bytes)[0]?.values[347]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
    expect(cleaned.removed.map(({ label }) => label)).toContain('comment');
  });

  test('a mask stays, a page that is a copy of another goes', async () => {
    const mask = { fields: { ...grey, 254: long(4) }, blocks: greyRows };
    const pages = pagesOf((await clean(tiffFile({ pages: [thumbnail, {}, mask] }))).bytes);
    expect(pages.map(({ values }) => values[254])).toEqual([undefined, [4]]);
  });

  test('a picture that says it is a copy stays when there is no other', async () => {
    expect(pagesOf((await clean(tiffFile({ pages: [thumbnail] }))).bytes)).toHaveLength(1);
  });

  test('a chain that leads back to itself, or out of the file, ends there', async () => {
    for (const next of [8, 1 << 28]) {
      const file = tiffFile({ pages: [{}] });
      const view = new DataView(file.buffer);
      const first = view.getUint32(4, true);
      view.setUint32(file.length - 4, next === 8 ? first : next, true);
      expect(pagesOf((await clean(file)).bytes)).toHaveLength(1);
    }
  });

  test('a strip that the end of the file cuts is carried as far as it goes', async () => {
    const whole = (await clean(tiffFile({ pages: [{}] }))).bytes;
    const cleaned = (await clean(whole.subarray(0, -3))).bytes;
    expect(pagesOf(cleaned)[0]?.blocks).toEqual([[10, 20, 30, 40], [50]]);
    expect(await outcomeOf(cleaned)).toBe('already-clean');
  });
});

describe('refuses', () => {
  const page = (fields: Fields, blocks?: readonly Uint8Array[]) =>
    tiffFile({ pages: [{ fields: { ...grey, ...fields }, ...(blocks ? { blocks } : {}) }] });
  const cr2 = join(tiffFile({ pages: [{ blocks: [latin1('CR\x02\0'), latin1('1234')] }] }));

  test.each<[string, Uint8Array]>([
    ['a DNG', page({ 50706: bytes(Uint8Array.of(1, 4, 0, 0), 1) })],
    ['a CR2', cr2],
    ['samples behind colour filters', page({ 262: short(32803) })],
    ['a raw picture in a SubIFD', page({ 330: { directory: { ...grey, 262: short(34892) } } })],
    ['a thumbnail whose picture is in a SubIFD', page({ 254: long(1), 330: { directory: grey } })],
    ['a filter pattern', page({ 33422: bytes(Uint8Array.of(0, 1, 1, 2), 1) })],
    ['JPEG 2000', page({ 259: short(34712) })],
    ['WebP', page({ 259: short(50001) })],
    ['old-style JPEG', page({ 259: short(6) })],
    ["Nikon's compression", page({ 259: short(34713) })],
    ['volumes', page({ 32997: short(2) })],
    ['hierarchical JPEG', page({ ...jpegFields }, [join([0xff, 0xd8], segment(0xde, [1, 2]), [0xff, 0xd9])])],
  ])('%s: unsupported', async (_, file) => {
    expect(await outcomeOf(file)).toBe('unsupported');
  });

  test.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array(0)],
    ['a header alone', latin1('II*\0\x08\0\0\0')],
    ['a directory outside', latin1('II*\0\xff\xff\0\0')],
    ['no width', page({ 256: short(0) })],
    ['no strips', tiffFile({ pages: [{ blocks: [] }] })],
    ['strips outside the file', page({ 273: long(1 << 28, 1 << 28) })],
    ['no rows in a strip', page({ 278: short(0) })],
    ['compressed strips without byte counts', page({ 259: short(5), 279: ascii('none') })],
    ['a strip over the header', page({ 273: long(2, 2) })],
    ['a strip over a text', page({ 259: short(5), 270: ascii('secret scene'), 279: long(4, 400) })],
    ['a JPEG strip that is none', page({ ...jpegFields })],
    ['a BigTIFF of other offsets', tiffFile({ big: true, pages: [{}] }).with(4, 4)],
    [
      'a compression that is no whole number',
      tiffFile({ pages: [{ fields: { ...grey, 259: { type: 11, values: [7] } }, blocks: greyRows }] }),
    ],
  ])('%s: corrupt', async (_, file) => {
    expect(await outcomeOf(file)).toBe('corrupt');
  });

  test('a compression of a signed type is read as every reader does', async () => {
    const fields = { ...grey, 259: { type: 8, values: [1] } };
    expect(await outcomeOf(tiffFile({ pages: [{ fields, blocks: greyRows }] }))).toBe('cleaned');
  });

  test('strips that share a part of a JPEG stream: unsupported', async () => {
    const file = tiffFile({ pages: [{ fields: jpegFields, blocks: [stream] }] });
    const [start = 0] = pagesOf(file)[0]?.values[273] ?? [];
    const other = { fields: { ...grey, 273: long(start + 2, start + 8) } };
    const both = tiffFile({ pages: [{ fields: jpegFields, blocks: [stream] }, other] });
    expect(await outcomeOf(both)).toBe('unsupported');
  });

  test('ten thousand pages and more: too large', async () => {
    const pages = Array.from({ length: 10_001 }, () => ({ fields: { 256: short(1) }, blocks: [] }));
    expect(await outcomeOf(tiffFile({ pages }))).toBe('too-large');
  });

  test('more strips than there may be: too large', async () => {
    const blocks = new Uint8Array(4 * 300_000);
    const fields = { ...grey, 257: long(300_000), 273: bytes(blocks, 4), 279: bytes(blocks, 4) };
    expect(await outcomeOf(tiffFile({ pages: [{ fields, blocks: [] }] }))).toBe('too-large');
  });

  test('pages that share one long value: too large', async () => {
    const map = { fields: { ...grey, 320: bytes(new Uint8Array(60_000).fill(1), 3) } };
    const [at = 0] = [text(tiffFile({ pages: [map] })).indexOf('\x01'.repeat(1000))];
    const sharing = { fields: { ...grey, 320: { type: 3, count: 30_000, at } } };
    expect(await outcomeOf(tiffFile({ pages: [map, sharing] }))).toBe('cleaned');
    expect(await outcomeOf(tiffFile({ pages: [map, sharing, sharing, sharing] }))).toBe('too-large');
  });
});

describe('hostile bytes', () => {
  const files = [
    everything({}),
    everything({ big: true, littleEndian: false }),
    tiffFile({ pages: [{ fields: jpegFields, blocks: [withSegments(com('secret'), app14Adobe(1))] }] }),
  ];

  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (const whole of files) {
      const cleaned = (await clean(whole)).bytes;
      for (const file of [whole, cleaned]) {
        for (let length = 0; length <= file.length; length++) {
          const cut = file.subarray(0, length);
          if ((await outcomeOf(cut)) !== 'cleaned') continue;
          expect(text((await clean(cut)).bytes)).not.toMatch(secrets);
        }
      }
    }
  });

  test('three thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const whole of files) {
      for (const file of flip(whole, 1000)) {
        if ((await outcomeOf(file)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(file)).bytes)).toBe('already-clean');
      }
    }
  });

  test('three gigabytes in one strip are not read, and carried over by one range', async () => {
    const fields = {
      256: long(1 << 16),
      257: long(48_000),
      258: short(8),
      259: short(1),
      262: short(1),
      277: short(1),
    };
    const length = 65_536 * 48_000;
    const start = 1 << 12;
    const all = {
      ...fields,
      273: long(start),
      278: long(48_000),
      279: long(length),
      315: ascii('Noor Ahmed'),
    };
    const head = tiffFile({ pages: [{ fields: all, blocks: [] }] });
    const source = countingSource(join(head, new Uint8Array(start - head.length)), start + length);
    const result = await container.clean(source);
    expect(source.bytesRead()).toBeLessThan(1 << 20);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(result.pieces.filter((piece) => !(piece instanceof Uint8Array))).toHaveLength(1);
  });

  test('a hundred thousand strips that lie apart take little time', async () => {
    const count = 100_000;
    const array = (value: (index: number) => number) => {
      const numbers = new Uint32Array(count).map((_, index) => value(index));
      return bytes(new Uint8Array(numbers.buffer), 4);
    };
    const head = 2 << 20;
    const fields = {
      ...grey,
      257: long(count),
      259: short(5),
      273: array((index) => head + (count - index) * 16),
      279: array(() => 9),
    };
    const file = tiffFile({ pages: [{ fields, blocks: [] }] });
    const source = countingSource(join(file, new Uint8Array(head - file.length)), head + (count + 1) * 16);
    const began = performance.now();
    const result = await container.clean(source);
    expect(result.outcome).toBe('cleaned');
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
