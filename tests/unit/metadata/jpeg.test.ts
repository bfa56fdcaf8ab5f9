import { decode } from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { windowLength } from '../../../utils/bytes/byte-window';
import { memorySource } from '../../../utils/bytes/memory-source';
import { jpeg as container } from '../../../utils/metadata/jpeg';
import { pieceSource } from '../../../utils/metadata/pieces';
import { ofScreen, profile } from '../../fixtures/icc';
import {
  app0Jfif,
  app14Adobe,
  com,
  eoi,
  exif,
  extendedXmp,
  hills,
  icc,
  join,
  jpeg,
  latin1,
  makePhoto,
  motionVideo,
  mpf,
  photoshop,
  photoshopPayload,
  segment,
  soi,
  turnedSegment,
  xmp,
} from '../../fixtures/jpeg';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const secrets = [
  'Galaxy A14',
  'Samsung',
  'A145FXXU4BWL1',
  'Noor',
  '2026:11:12',
  'Editor 9',
  'Qayyarah',
  'after school',
  'made at home',
  'secret-extension',
  'secret-video',
  'thumb',
];

const { clean, outcomeOf } = cleaner(container);

function pixels(bytes: Uint8Array): Buffer {
  return Buffer.from(decode(bytes, { formatAsRGBA: false, tolerantDecoding: false }).data);
}

const everything = [
  app0Jfif(new Uint8Array(12 * 3)),
  exif({ thumbnail: jpeg({ pixels: hills(16, 16) }) }),
  xmp(),
  extendedXmp(),
  photoshop(),
  mpf(),
  segment(0xe3, latin1('Meta\0\0secret-extension')),
  segment(0xeb, latin1('JP\0\x01 c2pa secret-extension')),
  segment(0xec, latin1('Ducky')),
  segment(0xef, latin1('maker')),
  com(),
];

describe('reads', () => {
  test('place, time, device, person, text, thumbnails and editing, each once, with values for people', async () => {
    const { removed } = await clean(jpeg({ before: everything, after: motionVideo }));
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('DateTimeOriginal')).toBe('2026-11-12 16:32');
    expect(value('Model')).toBe('Galaxy A14');
    expect(value('creator')).toBe('Noor Ahmed');
    expect(value('City')).toBe('Qayyarah');
    expect(value('comment')).toBe('made at home');
    expect(new Set(removed.map(({ kind }) => kind))).toEqual(
      new Set(['place', 'time', 'device', 'person', 'text', 'thumbnail', 'edit-history', 'other']),
    );
    const keys = removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('other trailer video');
    expect(keys).toContain('thumbnail EXIF IFD1');
  });

  test('inspect tells the same as clean removes', async () => {
    const bytes = makePhoto();
    const inspection = await container.inspect(memorySource(bytes));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(bytes)).removed });
  });

  test('image resources that go on in the next segment', async () => {
    const payload = photoshopPayload();
    const parts = [payload.subarray(0, 40), join(latin1('Photoshop 3.0\0'), payload.subarray(40))];
    const { removed } = await clean(jpeg({ before: parts.map((part) => segment(0xed, part)) }));
    expect(removed.find(({ kind }) => kind === 'place')?.value).toBe('Qayyarah');
    expect(removed.map(({ kind }) => kind)).toContain('thumbnail');
  });

  test('names of faces, and depth maps that are only announced', async () => {
    const face = (name: string) =>
      `<rdf:li rdf:parseType="Resource"><mwg:Name>${name}</mwg:Name><mwg:Type>Face</mwg:Type></rdf:li>`;
    const packet =
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description xmlns:mwg="http://www.metadataworkinggroup.com/schemas/regions/" ' +
      'xmlns:GDepth="http://ns.google.com/photos/1.0/depthmap/" GDepth:Mime="image/png">' +
      `<mwg:Regions rdf:parseType="Resource"><mwg:RegionList><rdf:Bag>${face('Noor')}${face('Sara')}</rdf:Bag>` +
      '</mwg:RegionList></mwg:Regions></rdf:Description></rdf:RDF></x:xmpmeta>';
    const { removed } = await clean(
      jpeg({ before: [segment(0xe1, latin1(`http://ns.adobe.com/xap/1.0/\0${packet}`))] }),
    );
    expect(removed.find(({ label }) => label === 'Regions')).toMatchObject({
      kind: 'person',
      value: 'Noor, Sara',
    });
    expect(removed).toContainEqual({ kind: 'thumbnail', source: 'XMP', label: 'depth map' });
  });

  test('values are one line, without control characters, at most 200 characters', async () => {
    const { removed } = await clean(jpeg({ before: [com(`a\0b\nc\u0007${'x'.repeat(500)}`)] }));
    const [comment] = removed;
    expect(comment?.value).toMatch(/^a b c x+$/);
    expect(comment?.value?.length).toBe(200);
  });

  test('what draws the picture is not called hidden', async () => {
    const { removed } = await clean(
      jpeg({
        before: [app0Jfif(), turnedSegment(6), app14Adobe(1), ...icc(profile(), 2)],
      }),
    );
    expect(removed).toEqual([]);
  });
});

describe('cleans', () => {
  const files: [string, Uint8Array][] = [
    ['a phone’s picture', makePhoto()],
    ['everything at once', jpeg({ before: everything, after: motionVideo })],
    ['grey', makePhoto({ components: 1 })],
    ['restart intervals', makePhoto({ restartInterval: 3 })],
    ['progressive', makePhoto({ progressive: true })],
    [
      'segments between scans',
      makePhoto({ progressive: true, between: [com(), exif(), segment(0xe9, latin1('Noor'))] }),
    ],
    ['fill bytes before markers', join(soi, [0xff, 0xff, 0xff], exif(), jpeg().subarray(2))],
    ['a second picture behind the end', jpeg({ before: [exif(), mpf()], after: makePhoto() })],
  ];

  for (const [name, bytes] of files) {
    test(`${name}: nothing of it is left anywhere in the bytes`, async () => {
      const cleaned = await clean(bytes);
      for (const secret of secrets) expect(text(cleaned.bytes)).not.toContain(secret);
      expect(cleaned.removed.length).toBeGreaterThan(0);
    });

    test(`${name}: decoded pixels unchanged`, async () => {
      const cleaned = await clean(bytes);
      expect(pixels(cleaned.bytes).equals(pixels(bytes))).toBe(true);
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = await clean(bytes);
      expect(await outcomeOf(once.bytes)).toBe('already-clean');
      expect(await container.inspect(memorySource(once.bytes))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  test('CMYK: every byte of tables, frame, scan and Adobe transform is carried over', async () => {
    const plain = jpeg({ components: 4, before: [app14Adobe(2)] });
    const { bytes } = await clean(jpeg({ components: 4, before: [exif(), app14Adobe(2), com()] }));
    expect(Buffer.from(bytes).equals(plain)).toBe(true);
  });

  test.each([9, 10, 11])(
    'an arithmetic-coded frame (SOF%i) with its conditioning is carried over',
    async (frame) => {
      const arithmetic = (...extra: Uint8Array[]) => {
        const plain = jpeg({ before: [] });
        const at = plain.findIndex((byte, index) => byte === 0xff && plain[index + 1] === 0xc0);
        plain[at + 1] = 0xc0 + frame;
        return join(soi, ...extra, segment(0xcc, [0, 16]), plain.subarray(2));
      };
      expect(Buffer.from((await clean(arithmetic(exif()))).bytes).equals(arithmetic())).toBe(true);
    },
  );

  test('DNL and 12-bit frames are carried over', async () => {
    const twelve = (...extra: Uint8Array[]) => {
      const plain = jpeg({ before: [] });
      const at = plain.findIndex((byte, index) => byte === 0xff && plain[index + 1] === 0xc0);
      plain.set([0xc1, plain[at + 2] ?? 0, plain[at + 3] ?? 0, 12], at + 1);
      return join(soi, ...extra, plain.subarray(2, -2), segment(0xdc, [0, 32]), eoi);
    };
    expect(Buffer.from((await clean(twelve(com()))).bytes).equals(twelve())).toBe(true);
  });

  test('the ICC profile stays, chunk by chunk; a broken set goes', async () => {
    const chunks = icc(profile(), 4);
    const kept = await clean(jpeg({ before: [exif(), ...chunks] }));
    for (const chunk of chunks) expect(text(kept.bytes)).toContain(text(chunk));
    const broken = await clean(jpeg({ before: [exif(), ...chunks.slice(0, 3)] }));
    expect(text(broken.bytes)).not.toContain('ICC_PROFILE');
  });

  test('a profile of one very screen stays without its name, in as many segments as it takes', async () => {
    const { bytes, removed } = await clean(jpeg({ before: [exif(), ...icc(profile(ofScreen), 3)] }));
    expect(text(bytes).replaceAll('\0', '')).not.toMatch(/Noor|secret|noor/);
    expect(text(bytes).split('ICC_PROFILE').length - 1).toBe(1);
    expect(removed.find(({ source, label }) => source === 'ICC' && label === 'desc')?.kind).toBe('device');
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a profile whose chunks stand in another order stays', async () => {
    const [first = soi, second = soi] = icc(profile(), 2);
    expect(await outcomeOf(jpeg({ before: [second, first] }))).toBe('already-clean');
    const { bytes } = await clean(jpeg({ before: [...icc(profile({ header: true }), 2).reverse()] }));
    expect(text(bytes)).toContain(text(profile()).slice(100));
  });

  test('density stays, the JFIF thumbnail goes', async () => {
    const { bytes } = await clean(jpeg({ before: [app0Jfif(new Uint8Array(30))] }));
    expect(text(bytes)).toContain(text(app0Jfif()));
  });

  test.each([2, 3, 4, 5, 6, 7, 8])('orientation %i stays, alone', async (orientation) => {
    const { bytes } = await clean(makePhoto({ orientation }));
    expect(text(bytes)).toContain(text(turnedSegment(orientation)));
    expect(text(bytes)).not.toContain('Galaxy');
    expect(text(bytes).split('Exif').length - 1).toBe(1);
  });

  test.each([
    { type: 3, littleEndian: true },
    { type: 4, littleEndian: true },
    { type: 4, littleEndian: false },
    { type: 8, littleEndian: true },
    { type: 9, littleEndian: false },
  ])('an orientation is said the way it was: type $type, little-endian $littleEndian', async (way) => {
    const said = turnedSegment(6, way);
    expect(await outcomeOf(jpeg({ before: [said] }))).toBe('already-clean');
    const withMore = join(said.with(3, said.length + 14), latin1('secret-extension'));
    const { bytes } = await clean(jpeg({ before: [withMore] }));
    expect(Buffer.from(bytes).equals(jpeg({ before: [said] }))).toBe(true);
  });

  test.each([
    ['a type that is none', turnedSegment(6, { type: 1 })],
    ['a value that is none', turnedSegment(9)],
    ['two values', turnedSegment(6).with(27, 2)],
  ])('an orientation of %s goes: no reader follows it', async (_, said) => {
    expect(text((await clean(jpeg({ before: [said] }))).bytes)).not.toContain('Exif');
  });

  test('an identifier whose last byte is another one is EXIF as well, as browsers read it', async () => {
    const said = turnedSegment(6).with(9, 7);
    expect(await outcomeOf(jpeg({ before: [said] }))).toBe('already-clean');
    const { bytes, removed } = await clean(jpeg({ before: [exif({ orientation: 6 }).with(9, 7)] }));
    expect(hex(bytes)).toBe(hex(jpeg({ before: [said] })));
    expect(removed.map(({ kind }) => kind)).toContain('place');
  });

  test('an upright picture keeps no EXIF at all', async () => {
    expect(text((await clean(makePhoto({ orientation: 1 }))).bytes)).not.toContain('Exif');
  });

  test('of two EXIF segments readers take the first: so does the orientation', async () => {
    const upright = await clean(jpeg({ before: [exif(), exif({ orientation: 6 })] }));
    expect(text(upright.bytes)).not.toContain('Exif');
    const turned = await clean(jpeg({ before: [exif({ orientation: 6 }), exif({ orientation: 3 })] }));
    expect(text(turned.bytes)).toContain(text(turnedSegment(6)));
  });

  test('a file that is clean is left alone', async () => {
    expect(await outcomeOf(jpeg())).toBe('already-clean');
    expect(await outcomeOf(jpeg({ before: [app0Jfif(), turnedSegment(6)] }))).toBe('already-clean');
  });

  test('a download that broke off breaks off where it did: with an end marker browsers show it otherwise', async () => {
    const whole = makePhoto();
    const { bytes } = await clean(whole.subarray(0, -10));
    const complete = (await clean(whole)).bytes;
    expect(hex(bytes)).toBe(hex(complete.subarray(0, -10)));
    expect(text(bytes)).not.toContain('Galaxy');
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test.each<[string, Uint8Array | readonly number[]]>([
    ['another picture', soi],
    ['a reserved marker', [0xff, 0x02]],
    ['a segment shorter than its own length field', [0xff, 0xe1, 0, 1]],
  ])('decoders stop at %s, so the picture gets its end marker there', async (_, wrong) => {
    const whole = jpeg();
    const { bytes } = await clean(join(whole.subarray(0, -2), wrong, latin1('secret'), eoi));
    expect(hex(bytes)).toBe(hex(whole));
  });

  test('junk before the beginning goes', async () => {
    const { bytes, removed } = await clean(join(latin1('junk secret-video '), jpeg()));
    expect(Buffer.from(bytes).equals(jpeg())).toBe(true);
    expect(removed).toHaveLength(1);
  });

  test('the end is found by walking the scans, not by the last end marker', async () => {
    const hidden = join(jpeg({ before: [exif({ thumbnail: jpeg() })] }), latin1('secret-video'), eoi);
    expect(text((await clean(hidden)).bytes)).not.toContain('secret-video');
  });
});

test('tables between scans that are none end the picture, as they do for decoders', async () => {
  const dirty = jpeg({ progressive: true, between: [segment(0xc4, latin1('secret table'))] });
  const { bytes } = await clean(dirty);
  expect(text(bytes)).not.toContain('secret');
  expect(bytes.subarray(0, 200)).toEqual(dirty.subarray(0, 200));
  expect(await outcomeOf(bytes)).toBe('already-clean');
});

describe('refuses the corrupt', () => {
  const body = jpeg({ before: [] });
  test.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array(0)],
    ['only SOI', soi],
    ['SOI and EOI', join(soi, eoi)],
    ['no scan', join(soi, app0Jfif(), eoi)],
    ['a scan before any frame', join(soi, segment(0xda, [1, 1, 0, 0, 63, 0]), [1, 2, 3], eoi)],
    ['a segment shorter than its own length field', join(soi, [0xff, 0xe1, 0, 1], body.subarray(2))],
    ['a segment that reaches past the end', join(soi, [0xff, 0xe1, 0xff, 0xff, 1, 2])],
    ['a text under the marker of Huffman tables', jpeg({ before: [segment(0xc4, latin1('secret'))] })],
    [
      'a text behind a quantization table',
      jpeg({ before: [segment(0xdb, [0, ...new Uint8Array(64), 1, 2])] }),
    ],
    ['a restart interval that is a text', jpeg({ before: [segment(0xdd, latin1('secret'))] })],
    ['EXIF under the marker of a frame', jpeg({ before: [segment(0xc1, exif().subarray(4))] })],
    ['two frames', jpeg({ before: [segment(0xc1, [8, 0, 1, 0, 1, 1, 1, 17, 0])] })],
  ])('%s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });

  test.each([0xde, 0xdf, 0xf7, 0xf8])(
    'hierarchical and JPEG-LS markers (%i) are unsupported',
    async (code) => {
      expect(await outcomeOf(join(soi, segment(code, [0, 0]), body.subarray(2)))).toBe('unsupported');
    },
  );

  test('twenty thousand comments and more are too much', async () => {
    const comments = new Uint8Array(5 * 20_001);
    for (let at = 0; at < comments.length; at += 5) comments.set([0xff, 0xfe, 0, 3, 65], at);
    expect(await outcomeOf(join(soi, comments, body.subarray(2)))).toBe('too-large');
  });
});

describe('hostile bytes', () => {
  const whole = makePhoto({ pixels: hills(16, 16), progressive: true, between: [com()] });

  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (let length = 0; length <= whole.length; length++) {
      const source = memorySource(whole.subarray(0, length));
      const result = await container.clean(source);
      if (result.outcome === 'refused') continue;
      const cleaned = result.outcome === 'cleaned' ? pieceSource(result.pieces, source) : source;
      const bytes = text(await cleaned.read(0, cleaned.size));
      for (const secret of ['Galaxy A14', 'Noor', 'made at home']) expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('three thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 3000)) {
      const source = memorySource(bytes);
      const result = await container.clean(source);
      if (result.outcome !== 'cleaned') continue;
      const again = await container.clean(pieceSource(result.pieces, source));
      expect(again.outcome).toBe('already-clean');
    }
  });

  test('half a gigabyte of scan data is walked in small reads, and carried over by one range', async () => {
    const head = join(soi, exif(), jpeg({ before: [] }).subarray(2, -2));
    const size = 512 << 20;
    const source = countingSource(head, size);
    const result = await container.clean(source);
    expect(source.longestRead()).toBeLessThanOrEqual(windowLength);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    const ranges = result.pieces.filter((piece) => !(piece instanceof Uint8Array));
    expect(ranges.at(-1)).toMatchObject({ end: size });
    expect(result.pieces.length).toBeLessThan(5);
  });
});
