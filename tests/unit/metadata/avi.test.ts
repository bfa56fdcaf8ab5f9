import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { avi as container } from '../../../utils/metadata/avi';
import { avih, bitmapFormat, chunk, junkOf, list, riff, strh, waveFormat } from '../../fixtures/avi';
import { join, latin1, xmpPacket } from '../../fixtures/jpeg';
import { u32le } from '../../fixtures/webp';
import { cleaner, countingSource, flip, latin1Text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['secret', 'Noor', 'Camera 9', '2026', '36.34'];

const full = latin1('secret!');
const value = (type: string, text: string) => chunk(type, latin1(`${text}\0`));
const info = list(
  'INFO',
  value('INAM', 'Noor at home'),
  value('IART', 'Noor'),
  value('ICRD', '2026-11-12'),
  value('ISFT', 'Camera 9'),
);
const idit = chunk('IDIT', latin1('Thu Nov 12 16:32:04 2026\n\0'));
const xmp = chunk('_PMX', latin1(xmpPacket('Noor Ahmed')));
const exif = list('exif', value('emdl', 'Camera 9'));
const unknown = chunk('prVt', full);
const junk = chunk('JUNK', full);
const strn = value('strn', 'secret name');
const strd = chunk('strd', full);

const video = (...more: readonly Uint8Array[]) => list('strl', strh('vids', 'MJPG'), bitmapFormat, ...more);
const sound = list('strl', strh('auds', '\0\0\0\0'), waveFormat);
const texts = (format: Uint8Array) => list('strl', strh('txts', '\0\0\0\0'), format);
const textFormat = chunk('strf', full);
const index = chunk('idx1', join(latin1('00dc'), u32le(16), u32le(4), u32le(5)));

const frame = chunk('00dc', [1, 2, 3, 4, 5]);
const voice = chunk('01wb', [9, 9, 9, 9]);
const line = (data: Uint8Array) => chunk('02tx', data);
const zeros = (length: number) => new Uint8Array(length);

const extended = (reserved: Uint8Array) => list('odml', chunk('dmlh', join(u32le(7), reserved)));

const whole = riff(
  'AVI ',
  list(
    'hdrl',
    avih,
    video(strd, strn, junk),
    sound,
    texts(textFormat),
    extended(latin1('secret!!')),
    idit,
    unknown,
  ),
  info,
  xmp,
  exif,
  junk,
  list('movi', frame, line(full), list('rec ', frame, voice), unknown, junk, chunk('ix00', zeros(24)), frame),
  index,
  unknown,
);
const wholeCleaned = riff(
  'AVI ',
  list(
    'hdrl',
    avih,
    video(junkOf(strd), junkOf(strn), junkOf(junk)),
    sound,
    texts(chunk('strf', zeros(7))),
    extended(zeros(8)),
    junkOf(idit),
    junkOf(unknown),
  ),
  junkOf(info),
  junkOf(xmp),
  junkOf(exif),
  junkOf(junk),
  list(
    'movi',
    frame,
    line(zeros(7)),
    list('rec ', frame, voice),
    junkOf(unknown),
    junkOf(junk),
    chunk('ix00', zeros(24)),
    frame,
  ),
  index,
  junkOf(unknown),
);

const headers = list('hdrl', avih, video());
const file = (...chunks: readonly Uint8Array[]) => riff('AVI ', headers, ...chunks);
const movi = list('movi', frame, frame);

describe('reads', () => {
  test('what a file says, with values for people', async () => {
    const { removed } = await clean(join(whole, full));
    const told = removed.map(({ kind, source, label, value }) => [kind, source, label, value]);
    for (const item of [
      ['text', 'INFO', 'INAM', 'Noor at home'],
      ['person', 'INFO', 'IART', 'Noor'],
      ['time', 'INFO', 'ICRD', '2026-11-12'],
      ['device', 'INFO', 'ISFT', 'Camera 9'],
      ['time', 'AVI', 'IDIT', '2026-11-12 16:32'],
      ['person', 'XMP', 'creator', 'Noor Ahmed'],
      ['device', 'exif', 'emdl', 'Camera 9'],
      ['text', 'AVI', 'strn', 'secret name'],
      ['other', 'AVI', 'strd', undefined],
      ['other', 'AVI', 'prVt', undefined],
      ['other', 'AVI', 'JUNK', undefined],
      ['other', 'AVI', 'dmlh', undefined],
      ['text', 'AVI', 'stream txts', undefined],
      ['other', 'trailer', 'data after the end', undefined],
    ]) {
      expect(told).toContainEqual(item);
    }
    expect(new Set(removed.map(({ kind, source, label }) => `${kind} ${source} ${label}`)).size).toBe(
      told.length,
    );
  });

  test('inspect tells the same as clean removes', async () => {
    const inspection = await container.inspect(memorySource(whole));
    expect(inspection).toEqual({ outcome: 'inspected', hidden: (await clean(whole)).removed });
  });
});

const second = (...chunks: readonly Uint8Array[]) => riff('AVIX', list('movi', frame), ...chunks);

describe('cleans', () => {
  /** The length of the RIFF, and of `movi` in it. */
  const lengths = (bytes: Uint8Array, riffLength: readonly number[], moviLength: readonly number[]) => {
    const changed = bytes.slice();
    changed.set(riffLength, 4);
    changed.set(moviLength, latin1Text(bytes).indexOf('movi') - 4);
    return changed;
  };
  const open = file(movi, info);

  const files: [string, Uint8Array, Uint8Array][] = [
    ['everything', whole, wholeCleaned],
    ['what follows the end', join(file(movi), full), file(movi)],
    [
      'a file of two RIFFs',
      join(file(movi), second(unknown, info)),
      join(file(movi), second(junkOf(unknown), junkOf(info))),
    ],
    [
      'a RIFF of no length',
      lengths(open, u32le(0), u32le(movi.length - 8)),
      lengths(file(movi, junkOf(info)), u32le(0), u32le(movi.length - 8)),
    ],
    [
      'a RIFF and a movi that are too long',
      lengths(open, [0, 0, 0, 255], [0, 0, 0, 127]),
      lengths(file(movi, junkOf(info)), [0, 0, 0, 255], [0, 0, 0, 127]),
    ],
    [
      'a recording that broke off before room for more',
      join(lengths(file(movi), u32le(0), u32le(0)), zeros(600)),
      lengths(file(movi), u32le(0), u32le(0)),
    ],
    [
      'a recording that broke off within a frame',
      lengths(file(movi), u32le(0), u32le(0)).subarray(0, -3),
      lengths(file(movi), u32le(0), u32le(0)).subarray(0, -3),
    ],
    [
      'a second index',
      file(movi, index, chunk('idx1', full)),
      file(movi, index, junkOf(chunk('idx1', full))),
    ],
    [
      'headers that are longer than they are',
      riff('AVI ', list('hdrl', chunk('avih', join(zeros(56), full)), video()), movi),
      riff('AVI ', list('hdrl', chunk('avih', zeros(63)), video()), movi),
    ],
    [
      'a chunk of no stream',
      file(list('movi', frame, chunk('07dc', full))),
      file(list('movi', frame, junkOf(chunk('07dc', full)))),
    ],
  ];

  for (const [name, bytes, expected] of files) {
    test(`${name}: what shows is carried over, nothing moves, nothing else is left`, async () => {
      const cleaned = await clean(bytes);
      expect(Buffer.from(cleaned.bytes).toString('hex')).toBe(Buffer.from(expected).toString('hex'));
      for (const secret of secrets) expect(latin1Text(cleaned.bytes)).not.toContain(secret);
    });

    test(`${name}: cleaning twice equals once`, async () => {
      const once = await clean(bytes);
      expect(await outcomeOf(once.bytes)).toBe('already-clean');
      expect(await container.inspect(memorySource(once.bytes))).toEqual({ outcome: 'inspected', hidden: [] });
    });
  }

  test('a file that is clean is left alone', async () => {
    expect(await outcomeOf(file(movi, index))).toBe('already-clean');
  });

  test('subtitles that say they are video go too', async () => {
    const subtitles = list('strl', strh('vids', 'DXSB'), bitmapFormat);
    const { bytes } = await clean(
      riff('AVI ', list('hdrl', avih, video(), subtitles), list('movi', frame, chunk('01sb', full))),
    );
    expect(latin1Text(bytes)).not.toContain('secret');
    expect(latin1Text(bytes)).toContain(latin1Text(frame));
  });
});

describe('an index', () => {
  const entry = (type: string, start: number, length: number) =>
    join(latin1(type), u32le(16), u32le(start), u32le(length));
  const blank = zeros(16);

  test('loses entries of no chunk, those that point out of the file, and what follows the last one', async () => {
    const good = entry('00dc', 4, 5);
    const bad = [
      latin1('secret and hidden'.slice(1)),
      entry('00dc', 0x72636573, 1),
      entry('00dc', 4, 0x72636573),
    ];
    const dirty = file(movi, chunk('idx1', join(good, ...bad, good, latin1('secret'))));
    const { bytes, removed } = await clean(dirty);
    const cleaned = chunk('idx1', join(good, blank, blank, blank, good, zeros(6)));
    expect(Buffer.from(bytes).equals(file(movi, cleaned))).toBe(true);
    expect(removed.map(({ label }) => label)).toEqual(['idx1']);
  });

  test('that is too long ends where the next RIFF begins', async () => {
    const long = chunk('idx1', join(entry('00dc', 4, 5), zeros(600))).slice(0, 24);
    const { bytes } = await clean(join(file(movi, long), second(info)));
    expect(Buffer.from(bytes).equals(join(file(movi, long), second(junkOf(info))))).toBe(true);
  });

  test('of OpenDML loses reserved fields, unused entries and those that point out of the file', async () => {
    const head = (kind: number, used: number, base: Uint8Array | number[], reserved: Uint8Array) =>
      join([kind === 0 ? 4 : 2, 0, 0, kind], u32le(used), latin1('00dc'), base, reserved);
    const far = [...u32le(0x72636573), ...u32le(0x72636573)];
    const standard = (reserved: Uint8Array, last: readonly number[]) =>
      chunk('ix00', join(head(1, 2, zeros(8), reserved), u32le(8), u32le(5), last, last));
    const dirty = file(list('movi', frame, standard(latin1('secr'), far)));
    const { bytes } = await clean(dirty);
    const cleaned = standard(zeros(4), new Array(8).fill(0));
    expect(Buffer.from(bytes).equals(file(list('movi', frame, cleaned)))).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('of OpenDML that is none goes', async () => {
    const none = chunk('ix00', latin1('secret and hidden somewhere'));
    const { bytes } = await clean(file(list('movi', frame, none)));
    expect(Buffer.from(bytes).equals(file(list('movi', frame, junkOf(none))))).toBe(true);
  });
});

describe('refuses', () => {
  test.each<[string, string, Uint8Array]>([
    ['corrupt', 'an empty file', new Uint8Array(0)],
    ['corrupt', 'no movi', file(info)],
    ['corrupt', 'no streams', riff('AVI ', list('hdrl', avih), movi)],
    ['corrupt', 'subtitles alone', riff('AVI ', list('hdrl', avih, texts(textFormat)), movi)],
    [
      'corrupt',
      'a chain that is broken, in a file that broke off',
      file(list('movi', frame, join(latin1('prVt'), u32le(9000), frame)))
        .with(7, 1)
        .with(headers.length + 19, 1),
    ],
    ...[second(unknown), info, list('rec ', frame), frame].map((behind): [string, string, Uint8Array] => [
      'corrupt',
      `a frame longer than a file that broke off, before ${latin1Text(behind.subarray(0, 4))}`,
      join(
        file(list('movi', frame, frame.with(6, 1)))
          .with(7, 1)
          .with(headers.length + 19, 1),
        behind,
      ),
    ]),
    [
      'corrupt',
      'a stream without its header',
      riff('AVI ', list('hdrl', avih, list('strl', bitmapFormat)), movi),
    ],
    ['corrupt', 'a stream of two headers', riff('AVI ', list('hdrl', video(strh('txts', 'abcd'))), movi)],
    ['corrupt', 'a chunk that reaches past its list', file(list('movi', frame.with(4, 99)), index)],
    ['corrupt', 'what is no chunk', file(list('movi', frame.with(0, 0)), index)],
    ['unsupported', 'a chunk of a picture that is unknown', file(list('movi', chunk('00zz', full)))],
    ['unsupported', 'two headers', file(movi, headers)],
  ])('%s: %s', async (reason, _, bytes) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (let length = 0; length <= whole.length; length++) {
      const cut = whole.subarray(0, length);
      if ((await outcomeOf(cut)) !== 'cleaned') continue;
      const cleaned = await clean(cut);
      for (const secret of secrets) expect(latin1Text(cleaned.bytes).includes(secret)).toBe(false);
      expect(await outcomeOf(cleaned.bytes)).toBe('already-clean');
    }
  });

  test('three thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of flip(whole, 3000)) {
      if ((await outcomeOf(bytes)) !== 'cleaned') continue;
      expect(await outcomeOf((await clean(bytes)).bytes)).toBe('already-clean');
    }
  });

  test('a hundred thousand bytes of small chunks end soon', async () => {
    const many = Buffer.concat(Array.from({ length: 12_500 }, () => chunk('prVt', [])));
    const started = performance.now();
    expect(await outcomeOf(file(list('movi', frame), many))).toBe('cleaned');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('a picture of two gigabytes is not read, and carried over by few ranges', async () => {
    const length = 2 ** 31;
    const head = join(
      latin1('RIFF'),
      u32le(0),
      latin1('AVI '),
      headers,
      info,
      latin1('LIST'),
      u32le(length + 12),
      latin1('movi00dc'),
      u32le(length),
    );
    const source = countingSource(head, head.length + length);
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(JSON.stringify(result));
    expect(result.pieces.length).toBeLessThan(6);
    expect(source.bytesRead()).toBeLessThan(2 << 20);
  });
});
