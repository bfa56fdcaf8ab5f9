import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { png as container } from '../../../utils/metadata/png';
import { ofScreen, profile } from '../../fixtures/icc';
import { exifPayload, join, latin1, photoshopPayload, tiff, turned, xmpPacket } from '../../fixtures/jpeg';
import {
  apng,
  chunk,
  everything,
  iccp,
  iend,
  ihdr,
  itxt,
  png,
  rawProfile,
  signature,
  text as textChunk,
  u32,
} from '../../fixtures/png';
import { cleaner, countingSource, flip, latin1Text as text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['Galaxy', 'Samsung', 'Noor', 'Editor 9', 'made at home', 'after school', 'secret', '2026'];

/** Types and CRCs of the chunks of a whole file, by a reader of its own. */
function chunksOf(file: Uint8Array): { type: string; data: Uint8Array; whole: Uint8Array }[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const chunks = [];
  for (let at = 8; at < file.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...file.subarray(at + 4, at + 8));
    chunks.push({
      type,
      data: file.subarray(at + 8, at + 8 + length),
      whole: file.subarray(at, at + 12 + length),
    });
    at += 12 + length;
  }
  return chunks;
}

const typesOf = (file: Uint8Array) => chunksOf(file).map(({ type }) => type);

describe('an animation', () => {
  const frames = [chunk('fcTL', new Uint8Array(26)), chunk('fdAT', latin1('\0\0\0\x01secret'))];
  const control = (letters: string) => chunk('acTL', latin1(letters));

  test('has one control, before the picture: any other goes', async () => {
    const once = png({ before: [control('\0\0\0\x02\0\0\0\0')] });
    const { bytes } = await clean(
      png({ before: [control('\0\0\0\x02\0\0\0\0'), control('secret!!')], after: [control('secret!!')] }),
    );
    expect(Buffer.from(bytes).equals(once)).toBe(true);
  });

  test('without a control is none: frames that nobody sees go', async () => {
    const { bytes, removed } = await clean(png({ after: [...frames, control('secret!!')] }));
    expect(Buffer.from(bytes).equals(png({}))).toBe(true);
    expect(removed.map(({ label }) => label)).toEqual(['fcTL', 'fdAT', 'acTL']);
  });

  test('has CRCs of its own numbers, and nothing else in their place', async () => {
    const whole = apng();
    const at = text(whole).indexOf('fcTL') + 4 + 26;
    const wrong = whole.slice();
    wrong.set(latin1('Noor'), at);
    const { bytes } = await clean(wrong);
    expect(Buffer.from(bytes).equals(whole)).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('of a file that breaks off within such a frame, the picture gets its end', async () => {
    const cut = png({ after: frames }).subarray(0, -18);
    expect(Buffer.from((await clean(cut)).bytes).equals(png())).toBe(true);
  });

  test.each<[string, Uint8Array]>([
    ['of another length', chunk('acTL', [0, 0, 0, 2])],
    ['of no frames', control('\0\0\0\0\0\0\0\0')],
  ])('with a control %s is none, and its parts may have any length', async (_, wrong) => {
    const file = png({ before: [wrong, chunk('fcTL', [1, 2])], after: [...frames, chunk('fdAT', [1])] });
    expect(Buffer.from((await clean(file)).bytes).equals(png())).toBe(true);
  });
});

describe('reads', () => {
  test('place, time, device, person, text and editing, with values for people', async () => {
    const { removed } = await clean(png({ before: everything, tail: latin1('secret') }));
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('Model')).toBe('Galaxy A14');
    expect(value('creator')).toBe('Noor Ahmed');
    expect(value('Author')).toBe('Noor');
    expect(value('Comment')).toBe('made at home');
    expect(value('Description')).toBe('after school');
    expect(value('Title')).toBe('سرّ secret-extension');
    expect(value('tIME')).toBe('2026-11-12 16:32');
    expect(value('profile name')).toBe("Noor's monitor");
    const keys = removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`);
    expect(keys).toContain('edit-history JUMBF caBX');
    expect(keys).toContain('other trailer data after the end');
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('profiles that ImageMagick writes as hex digits', async () => {
    const { removed } = await clean(
      png({
        before: [
          rawProfile('exif', exifPayload()),
          rawProfile('iptc', photoshopPayload().subarray(14)),
          rawProfile('xmp', latin1(xmpPacket('Sara'))),
        ],
      }),
    );
    const value = (label: string) => removed.find((hidden) => hidden.label === label)?.value;
    expect(value('GPSLatitude')).toBe('36.34, 43.13');
    expect(value('City')).toBe('Qayyarah');
    expect(value('creator')).toBe('Sara');
  });

  test('bare IPTC among them, without image resources around it', async () => {
    const bare = photoshopPayload().subarray(14 + 12);
    const { removed } = await clean(png({ before: [rawProfile('iptc', bare)] }));
    expect(removed.find(({ kind }) => kind === 'place')?.value).toBe('Qayyarah');
  });

  test.each([
    ['author', 'person'],
    ['SOFTWARE', 'device'],
    ['create-date', 'time'],
    ['exif:Model', 'device'],
    ['exif:GPSLatitude', 'place'],
    ['dc:subject', 'text'],
    ['anything', 'text'],
  ])('keywords in small letters and of other groups: %s tells of %s', async (keyword, kind) => {
    const { removed } = await clean(png({ before: [textChunk(keyword, 'x')] }));
    expect(removed).toEqual([{ kind, source: 'PNG', label: keyword, value: 'x' }]);
  });

  test('inspect tells the same as clean removes', async () => {
    const bytes = png({ before: everything });
    const inspection = await container.inspect(memorySource(bytes));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(bytes)).removed });
  });

  test('old picture data behind the end is called an earlier picture', async () => {
    const tail = join(chunk('IDAT', latin1('old pixels')), iend);
    const { bytes, removed } = await clean(png({ tail }));
    expect(removed).toEqual([{ kind: 'edit-history', source: 'trailer', label: 'earlier picture' }]);
    expect(Buffer.from(bytes).equals(png())).toBe(true);
    const middle = await clean(png({ tail: join(latin1('x'.repeat(9000)), tail) }));
    expect(middle.removed.map(({ label }) => label)).toEqual(['earlier picture']);
  });

  test('a text of a gigabyte, deflated, is read only so far', async () => {
    const { removed } = await clean(png({ before: [itxt('Title', 'x'.repeat(50_000_000), true)] }));
    expect(removed[0]?.value?.length).toBe(200);
  });

  test('what cannot be read is named by its chunk', async () => {
    const { removed } = await clean(
      png({
        before: [
          chunk('zTXt', latin1('Comment\0\0not deflated')),
          chunk('iTXt', [1, 2, 3]),
          itxt('XML:com.adobe.xmp', '<x:xmpmeta/>'),
        ],
      }),
    );
    expect(removed.map(({ kind, source, label }) => [kind, source, label])).toEqual([
      ['text', 'PNG', 'Comment'],
      ['text', 'PNG', 'iTXt'],
      ['other', 'XMP', 'XML:com.adobe.xmp'],
    ]);
  });
});

describe('cleans', () => {
  const files: [string, Uint8Array][] = [
    ['everything before the picture', png({ before: everything })],
    ['everything behind the picture', png({ after: everything })],
    ['everything between the parts of the picture', png({ parts: 3, between: everything })],
    ['an animation, everything between its frames', apng({ between: everything })],
    ['a palette', png({ colour: 'palette', before: [textChunk('Author', 'Noor')] })],
    ['data behind the end', png({ tail: latin1('secret') })],
    ['data inside IEND', join(png().subarray(0, -12), chunk('IEND', latin1('secret')))],
  ];

  for (const [name, bytes] of files) {
    test(`${name}: nothing of it is left anywhere in the bytes`, async () => {
      const cleaned = await clean(bytes);
      for (const secret of secrets) expect(text(cleaned.bytes)).not.toContain(secret);
      expect(cleaned.removed.length).toBeGreaterThan(0);
    });

    test(`${name}: every byte of picture and frames is carried over, in order`, async () => {
      const coded = (file: Uint8Array) =>
        chunksOf(file)
          .filter(({ type }) => ['IHDR', 'PLTE', 'IDAT', 'acTL', 'fcTL', 'fdAT'].includes(type))
          .map(({ whole }) => text(whole));
      expect(coded((await clean(bytes)).bytes)).toEqual(coded(bytes));
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = await clean(bytes);
      expect(await outcomeOf(once.bytes)).toBe('already-clean');
      expect(await container.inspect(memorySource(once.bytes))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  const drawn = [
    chunk('gAMA', u32(45_455)),
    chunk('cHRM', new Uint8Array(32).fill(1)),
    chunk('sRGB', [0]),
    chunk('sBIT', [8, 8, 8]),
    chunk('cICP', [1, 13, 0, 1]),
    chunk('mDCV', new Uint8Array(24)),
    chunk('cLLI', new Uint8Array(8)),
    chunk('tRNS', [0, 1, 0, 2, 0, 3]),
    chunk('bKGD', [0, 1, 0, 2, 0, 3]),
    chunk('pHYs', [0, 0, 11, 19, 0, 0, 11, 19, 1]),
  ];

  test('colour, transparency and density stay, byte for byte; such a file is clean', async () => {
    expect(await outcomeOf(png({ before: drawn }))).toBe('already-clean');
    const { bytes } = await clean(png({ before: [textChunk('Author', 'Noor'), ...drawn] }));
    expect(Buffer.from(bytes).equals(png({ before: drawn }))).toBe(true);
  });

  test.each(['gAMA', 'cHRM', 'sRGB', 'sBIT', 'cICP', 'mDCV', 'cLLI', 'tRNS', 'bKGD', 'pHYs'])(
    '%s of another length, with a bad CRC, twice, or behind the picture goes: decoders leave it out',
    async (type) => {
      const good = drawn.find((bytes) => text(bytes).slice(4, 8) === type) ?? new Uint8Array();
      const data = good.subarray(8, -4);
      const long = chunk(type, join(data, latin1('secret'.repeat(60))));
      const broken = chunk(type, data, 1);
      for (const wrong of [png({ before: [long] }), png({ before: [broken] }), png({ after: [good] })]) {
        expect(Buffer.from((await clean(wrong)).bytes).equals(png())).toBe(true);
      }
      const twice = await clean(png({ before: [broken, good, good] }));
      expect(Buffer.from(twice.bytes).equals(png({ before: [good] }))).toBe(true);
    },
  );

  test('the colour profile stays as it is, under another name', async () => {
    const { bytes } = await clean(png({ before: [iccp('Color LCD of Noor')] }));
    expect(Buffer.from(bytes).equals(png({ before: [iccp('icc')] }))).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('a profile of one very screen stays without its name and serial number', async () => {
    const { bytes } = await clean(png({ before: [iccp('icc', profile(ofScreen))] }));
    const kept = chunksOf(bytes).find(({ type }) => type === 'iCCP');
    const inflated = inflateSync(kept?.data.subarray(5) ?? new Uint8Array());
    expect(inflated.toString('latin1').replaceAll('\0', '')).not.toMatch(/Noor|secret|noor/);
    expect(inflated.length).toBe(profile({ ...ofScreen, tail: new Uint8Array(0) }).length);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('what stands behind the deflated profile goes', async () => {
    const data = iccp('icc').subarray(8, -4);
    const { bytes } = await clean(png({ before: [chunk('iCCP', join(data, latin1('secret')))] }));
    expect(text(bytes)).not.toContain('secret');
    const kept = chunksOf(bytes).find(({ type }) => type === 'iCCP');
    expect(inflateSync(kept?.data.subarray(5) ?? new Uint8Array())).toEqual(Buffer.from(profile()));
  });

  test('a profile that no decoder takes goes', async () => {
    const nameless = chunk('iCCP', latin1('\0\0secret'));
    const method = chunk('iCCP', latin1('name\0\x01secret'));
    const endless = chunk('iCCP', latin1('n'.repeat(80)));
    const words = iccp('icc', latin1('secret'));
    const cut = chunk('iCCP', iccp('icc').subarray(8, -40));
    for (const bad of [nameless, method, endless, words, cut]) {
      expect(typesOf((await clean(png({ before: [bad] }))).bytes)).toEqual(['IHDR', 'IDAT', 'IEND']);
    }
  });

  test.each([2, 3, 4, 5, 6, 7, 8] as const)(
    'orientation %i stays, alone, in its place',
    async (orientation) => {
      const small = chunk('eXIf', turned(orientation));
      for (const place of ['before', 'after'] as const) {
        const { bytes } = await clean(png({ [place]: [chunk('eXIf', tiff({ orientation }))] }));
        expect(Buffer.from(bytes).equals(png({ [place]: [small] }))).toBe(true);
        expect(await outcomeOf(bytes)).toBe('already-clean');
      }
    },
  );

  test.each([
    ['upright', chunk('eXIf', tiff({ orientation: 1 })), false],
    ['without an orientation', chunk('eXIf', tiff()), false],
    ['nonsense', chunk('eXIf', latin1('nonsense')), false],
    ['with a bad CRC', chunk('eXIf', tiff({ orientation: 3 }), 1), true],
  ])(
    'of two eXIf chunks the first one decides, unless decoders leave it out: %s',
    async (_, first, takesSecond) => {
      const second = chunk('eXIf', tiff({ orientation: 6 }));
      const { bytes } = await clean(png({ before: [first, second] }));
      expect(Buffer.from(bytes).equals(png({ before: takesSecond ? [chunk('eXIf', turned(6))] : [] }))).toBe(
        true,
      );
    },
  );

  const rawText = (name: string, orientation: number) => {
    const bytes =
      Buffer.from(turned(orientation))
        .toString('hex')
        .match(/.{1,72}/g) ?? [];
    return textChunk(`Raw profile type ${name}`, `\n${name}\n      26\n${bytes.join('\n')}\n`);
  };

  test.each(['exif', 'app1'])('an orientation that is carried as a text stays one: %s', async (name) => {
    for (const place of ['before', 'after'] as const) {
      const { bytes, removed } = await clean(
        png({ [place]: [textChunk('Author', 'Noor'), rawProfile(name, tiff({ orientation: 6 }))] }),
      );
      expect(Buffer.from(bytes).equals(png({ [place]: [rawText(name, 6)] }))).toBe(true);
      expect(removed.map(({ kind }) => kind)).toContain('place');
      expect(await outcomeOf(bytes)).toBe('already-clean');
    }
    const identified = await clean(png({ before: [rawProfile(name, exifPayload({ orientation: 6 }))] }));
    expect(text(identified.bytes)).toContain('      32\n457869660000');
  });

  test('a text that says upright goes, and of two the first one counts', async () => {
    expect(typesOf((await clean(png({ before: [rawText('exif', 1)] }))).bytes)).not.toContain('tEXt');
    const { bytes } = await clean(png({ before: [rawText('exif', 6), rawText('app1', 3)] }));
    expect(Buffer.from(bytes).equals(png({ before: [rawText('exif', 6)] }))).toBe(true);
  });

  test('of two eXIf chunks the first one counts; an upright one goes altogether', async () => {
    const first = chunk('eXIf', tiff({ orientation: 6 }));
    const { bytes } = await clean(png({ before: [first], after: [chunk('eXIf', tiff({ orientation: 3 }))] }));
    expect(Buffer.from(bytes).equals(png({ before: [chunk('eXIf', turned(6))] }))).toBe(true);
    expect(typesOf((await clean(png({ before: [chunk('eXIf', tiff())] }))).bytes)).not.toContain('eXIf');
  });

  test('a file that is clean is left alone', async () => {
    expect(await outcomeOf(png())).toBe('already-clean');
    expect(await outcomeOf(apng())).toBe('already-clean');
    expect(await outcomeOf(png({ parts: 7 }))).toBe('already-clean');
  });

  test('a bad CRC of a critical chunk is carried over as it is', async () => {
    const body = png().subarray(8 + 25, -12);
    const broken = join(signature, ihdr(48, 32).with(-1, 0), body, textChunk('Author', 'Noor'), iend);
    const { bytes } = await clean(broken);
    expect(Buffer.from(bytes).equals(join(signature, ihdr(48, 32).with(-1, 0), body, iend))).toBe(true);
  });

  test('a chunk that is not critical and of no type goes', async () => {
    const wrong = chunk('a\0bc', latin1('secret Noor'));
    for (const bytes of [png({ before: [wrong] }), png({ after: [wrong] })])
      expect(Buffer.from((await clean(bytes)).bytes).equals(png())).toBe(true);
  });

  test('a file without its end gets one', async () => {
    const { bytes } = await clean(png({ before: everything }).subarray(0, -12));
    expect(Buffer.from(bytes.subarray(-12)).equals(iend)).toBe(true);
    expect(text(bytes)).not.toContain('Noor');
  });

  test.each<[string, number]>([
    ['within the coded picture', 30],
    ['within a CRC', 14],
  ])('a file that breaks off %s stays so far: decoders show it', async (_, missing) => {
    for (const whole of [png({ parts: 2 }), apng()]) {
      const cut = whole.subarray(0, -missing);
      expect(await outcomeOf(cut)).toBe('already-clean');
      const dirty = join(cut.subarray(0, 33), textChunk('Author', 'Noor'), cut.subarray(33));
      expect(Buffer.from((await clean(dirty)).bytes).equals(cut)).toBe(true);
    }
  });

  test.each<[string, Uint8Array]>([
    ['what is no chunk', join(chunk('A\0bc'), latin1('secret'))],
    ['a length over 2^31', join([0xff, 0xff, 0xff, 0xff], latin1('tEXtsecret'))],
    ['half a text', textChunk('Author', 'secret Noor').subarray(0, -6)],
    ['half a head', new Uint8Array([0, 0, 1])],
  ])('%s behind the picture ends it', async (_, wrong) => {
    const { bytes, removed } = await clean(join(png().subarray(0, -12), wrong));
    expect(Buffer.from(bytes).equals(png())).toBe(true);
    expect(removed).toHaveLength(1);
  });
});

describe('refuses', () => {
  test.each<[string, Uint8Array]>([
    ['an empty file', new Uint8Array(0)],
    ['only the signature', signature],
    ['no picture', join(signature, ihdr(1, 1), iend)],
    ['no header', join(signature, png().subarray(33))],
    ['the header not first', join(signature, textChunk('Author', 'x'), png().subarray(8))],
    ['two headers', png({ before: [ihdr(9, 9)] })],
    ['a header of another length', join(signature, chunk('IHDR', [1, 2, 3]), png().subarray(33))],
    [
      'a chunk before the picture that reaches past the end',
      join(signature, ihdr(1, 1), u32(99), latin1('tEXt')),
    ],
    [
      'a file that breaks off with the head of the picture',
      join(signature, ihdr(1, 1), u32(99), latin1('IDAT')),
    ],
    ['a critical type that is none', png({ before: [chunk('A\0bc')] })],
    ['a length over 2^31', png({ before: [join([0xff, 0xff, 0xff, 0xff], latin1('tEXt'))] })],
    ['a frame control of another length', apng({ before: [chunk('fcTL', [1, 2])] })],
    ['frame data without a number', apng({ between: [chunk('fdAT', [1, 2])] })],
    [
      'a header that no decoder takes',
      join(signature, chunk('IHDR', latin1('secret header')), png().subarray(33)),
    ],
  ])('%s: corrupt', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toBe('corrupt');
  });

  test('a critical chunk that nobody knows, such as that of Apple’s own PNG: unsupported', async () => {
    expect(await outcomeOf(join(signature, chunk('CgBI', [0, 0, 0, 0]), png().subarray(8)))).toBe(
      'unsupported',
    );
    expect(await outcomeOf(png({ before: [chunk('JUNK')] }))).toBe('unsupported');
  });

  test('fifty thousand chunks and more: too large', async () => {
    const many = Buffer.concat(Array.from({ length: 50_001 }, () => chunk('tIME')));
    expect(await outcomeOf(png({ before: [many] }))).toBe('too-large');
  });

  test('a colour profile longer than any: too large', async () => {
    const huge = Buffer.concat([Buffer.from([2, 0, 0, 0]), latin1('iCCP'), Buffer.alloc((2 << 24) + 4)]);
    expect(await outcomeOf(Buffer.concat([signature, ihdr(1, 1), huge, chunk('IDAT'), iend]))).toBe(
      'too-large',
    );
  });
});

describe('hostile bytes', () => {
  const whole = apng({ before: everything, between: [textChunk('Author', 'Noor')] });

  test('cut at every byte: never a throw, never a secret in what is called clean', {
    timeout: 60_000,
  }, async () => {
    for (let length = 0; length <= whole.length; length++) {
      const cut = whole.subarray(0, length);
      if ((await outcomeOf(cut)) !== 'cleaned') continue;
      const bytes = text((await clean(cut)).bytes);
      for (const secret of secrets) expect(bytes.includes(secret)).toBe(false);
    }
  });

  test('two thousand flipped bytes: never a throw, and what is clean stays clean', {
    timeout: 60_000,
  }, async () => {
    for (const bytes of flip(whole, 2000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('a picture of half a gigabyte is not read, and carried over by one range', async () => {
    const head = join(signature, ihdr(1, 1), textChunk('Author', 'Noor'));
    const size = head.length + 12 + (512 << 20);
    const source = countingSource(join(head, u32(512 << 20), latin1('IDAT')), size);
    const result = await container.clean(source);
    expect(source.bytesRead()).toBeLessThan(2 << 20);
    if (result.outcome !== 'cleaned') throw new Error(result.outcome);
    expect(result.pieces.filter((piece) => !(piece instanceof Uint8Array)).at(-1)).toMatchObject({
      end: size,
    });
    expect(result.pieces.length).toBeLessThan(5);
  });
});
