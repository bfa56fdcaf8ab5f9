import { describe, expect, test } from 'vitest';
import { memorySource } from '../../../utils/bytes/memory-source';
import { readHead, voidHead } from '../../../utils/metadata/ebml';
import { matroska as container } from '../../../utils/metadata/matroska';
import { join, latin1 } from '../../fixtures/jpeg';
import {
  block,
  cluster,
  element,
  group,
  header,
  hole,
  holeOf,
  open,
  openCluster,
  seek,
  segment,
  tag,
  text,
  track,
  uint,
  vorbisPrivate,
} from '../../fixtures/matroska';
import { cleaner, countingSource, flip, latin1Text } from './cleaning';

const { clean, outcomeOf } = cleaner(container);

const secrets = ['secret', 'Noor', 'Camera 9', '2026', '36.34', 'Lavf'];

const ebml = header('matroska');
const scale = uint(0x2ad7b1, 1_000_000, 3);
const title = text(0x7ba9, 'Noor at home');
/** 2026-11-12 16:32:04, in nanoseconds since 2001. */
const date = element(0x4461, [0x0b, 0x53, 0xb4, 0x0c, 0xab, 0xda, 0x28, 0x00]);
const apps = (name: string) => join(text(0x4d80, name), text(0x5741, name));
const info = (...parts: readonly Uint8Array[]) => element(0x1549a966, ...parts);
const tracks = (...parts: readonly Uint8Array[]) => element(0x1654ae6b, ...parts);
const crc = element(0xbf, [1, 2, 3, 4]);

const uid = (value: number) => uint(0x73c5, value, 8);
const size = element(0xe0, uint(0xb0, 48), uint(0xba, 32));
const video = track(1, 1, 'V_VP8', uid(1), size);
const sound = track(2, 2, 'A_OPUS', uid(2), text(0x22b59c, 'ckb'));
const subtitle = track(3, 17, 'S_TEXT/UTF8', text(0x536e, 'secret name'));
const frame = block(1, 1, 2, 3, 4, 5);
const voice = block(2, 9, 9, 9);
const line = block(3, ...latin1('secret line'));

const tags = element(
  0x1254c367,
  tag('ARTIST', 'Noor'),
  tag('LOCATION', '+36.3400+043.1300/'),
  tag('DATE', '2026'),
);
const attachments = element(
  0x1941a469,
  element(0x61a7, text(0x466e, 'Noor.jpg'), text(0x4660, 'image/jpeg'), element(0x465c, latin1('secret'))),
);
const chapter = element(0x45b9, element(0xb6, element(0x80, text(0x85, 'secret chapter'))));
const chapters = element(0x1043a770, chapter);
const unknown = element(0x4abc, latin1('secret'));
const full = latin1('secret');

const point = (number: number) =>
  element(0xbb, uint(0xb3, 0), element(0xb7, uint(0xf7, number), uint(0xf1, 60)));
const cues = (...parts: readonly Uint8Array[]) => element(0x1c53bb6b, ...parts);
const seekHead = (...parts: readonly Uint8Array[]) => element(0x114d9b74, ...parts);
const seekInfo = seek([0x15, 0x49, 0xa9, 0x66]);
const seekTags = seek([0x12, 0x54, 0xc3, 0x67]);

const whole = join(
  ebml,
  segment(
    seekHead(seekInfo, seekTags),
    info(crc, scale, title, date, apps('Lavf59'), uint(0x73a4, 77, 16)),
    tracks(video, sound, subtitle),
    chapters,
    element(0xec, full),
    cluster(frame, line, voice, unknown),
    cues(point(1), point(3)),
    attachments,
    tags,
  ),
);
const wholeCleaned = join(
  ebml,
  segment(
    seekHead(seekInfo, holeOf(seekTags)),
    info(holeOf(crc), scale, holeOf(title), holeOf(date), apps('\0\0\0\0\0\0'), hole(19)),
    tracks(video, sound, holeOf(subtitle)),
    holeOf(chapters),
    hole(8),
    cluster(frame, holeOf(line), voice, holeOf(unknown)),
    cues(point(1), holeOf(point(3))),
    holeOf(attachments),
    holeOf(tags),
  ),
);

/** What MediaRecorder writes: no size of Segment and Clusters. */
const live = join(
  ebml,
  open(
    0x18538067,
    info(scale, title, apps('Lavf59')),
    tracks(video, subtitle),
    openCluster(frame, line, frame),
    openCluster(unknown, frame),
    tags,
  ),
);

const file = (...parts: readonly Uint8Array[]) => join(ebml, segment(info(scale), ...parts));

describe('reads', () => {
  test('what a file says, with values for people', async () => {
    const { removed } = await clean(whole);
    const told = removed.map(({ kind, label, value }) => [kind, label, value]);
    for (const item of [
      ['text', 'Title', 'Noor at home'],
      ['time', 'DateUTC', '2026-11-12 16:32'],
      ['device', 'MuxingApp', 'Lavf59'],
      ['person', 'ARTIST', 'Noor'],
      ['place', 'LOCATION', '36.34, 43.13'],
      ['time', 'DATE', '2026'],
      ['thumbnail', 'AttachedFile', 'Noor.jpg'],
      ['text', 'Chapters', 'secret chapter'],
      ['text', 'subtitle track', undefined],
      ['text', 'Name', 'secret name'],
      ['other', 'Void', undefined],
      ['other', '0x4abc', undefined],
      ['other', 'SegmentUUID', undefined],
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

  test('the comments of Vorbis, by their keys', async () => {
    const setup = element(0x63a2, vorbisPrivate('Lavf59', 'ARTIST=Noor', 'mood=secret'));
    const { removed } = await clean(file(tracks(track(2, 2, 'A_VORBIS', uid(1), setup)), cluster(voice)));
    expect(removed).toEqual([
      { kind: 'device', source: 'Vorbis', label: 'vendor', value: 'Lavf59' },
      { kind: 'person', source: 'Vorbis', label: 'ARTIST', value: 'Noor' },
      { kind: 'text', source: 'Vorbis', label: 'mood', value: 'secret' },
    ]);
  });

  test('WebM is not this', () => {
    expect(container.matches(header('webm'), header('webm').length)).toBe(false);
    expect(container.matches(ebml, ebml.length)).toBe(true);
  });
});

describe('cleans', () => {
  const alpha = element(0x75a1, element(0xa6, uint(0xee, 1), element(0xa5, [7, 7])));
  const timecode = element(0xa6, uint(0xee, 121), element(0xa5, full));
  const blocks = (...parts: readonly Uint8Array[]) => file(tracks(video, subtitle), cluster(...parts));
  const cleanBlocks = (...parts: readonly Uint8Array[]) =>
    file(tracks(video, holeOf(subtitle)), cluster(...parts));
  const named = track(1, 1, 'V_VP8', uid(77_777), text(0x536e, 'Noor'), text(0x22b59c, 'x-secret'), unknown);
  const mapping = (type: number) => element(0x41e4, uint(0x41e7, type), text(0x41a4, 'secret'));

  const files: [string, Uint8Array, Uint8Array][] = [
    ['everything', whole, wholeCleaned],
    [
      'a recording that was live, of no known sizes',
      live,
      join(
        ebml,
        open(
          0x18538067,
          info(scale, holeOf(title), apps('\0\0\0\0\0\0')),
          tracks(video, holeOf(subtitle)),
          openCluster(frame, holeOf(line), frame),
          openCluster(holeOf(unknown), frame),
          holeOf(tags),
        ),
      ),
    ],
    [
      'block groups: subtitles go, alpha stays, time codes and blocks beside the first go',
      blocks(
        group(3, [...full], uint(0x9b, 1)),
        group(1, [1], alpha, unknown),
        group(1, [2], element(0x75a1, timecode)),
        group(1, [3], element(0xa1, [0x81, 0, 0, 0, ...full])),
        block(9, ...full),
      ),
      cleanBlocks(
        holeOf(group(3, [...full], uint(0x9b, 1))),
        group(1, [1], alpha, holeOf(unknown)),
        group(1, [2], holeOf(element(0x75a1, timecode))),
        group(1, [3], holeOf(element(0xa1, [0x81, 0, 0, 0, ...full]))),
        holeOf(block(9, ...full)),
      ),
    ],
    [
      'a track: name, odd language, UID, unknown',
      file(tracks(named), cluster(frame)),
      file(
        tracks(
          track(
            1,
            1,
            'V_VP8',
            uid(1),
            holeOf(text(0x536e, 'Noor')),
            holeOf(text(0x22b59c, 'x-secret')),
            holeOf(unknown),
          ),
        ),
        cluster(frame),
      ),
    ],
    [
      'block additions: their names, and those of time codes',
      file(tracks(track(1, 1, 'V_VP9', uid(1), mapping(4), mapping(121))), cluster(frame)),
      file(
        tracks(
          track(
            1,
            1,
            'V_VP9',
            uid(1),
            element(0x41e4, uint(0x41e7, 4), holeOf(text(0x41a4, 'secret'))),
            holeOf(mapping(121)),
          ),
        ),
        cluster(frame),
      ),
    ],
    [
      'a number that is too long to be one',
      file(tracks(video), element(0x1f43b675, uint(0xe7, 0), element(0xab, latin1('a secret!')), frame)),
      file(tracks(video), element(0x1f43b675, uint(0xe7, 0), hole(11), frame)),
    ],
    [
      'a second Tracks',
      file(tracks(video), tracks(named), cluster(frame)),
      file(tracks(video), holeOf(tracks(named)), cluster(frame)),
    ],
    [
      'a SeekHead that is left without entries',
      file(seekHead(seekTags), tracks(video), cluster(frame)),
      file(holeOf(seekHead(seekTags)), tracks(video), cluster(frame)),
    ],
    [
      'what follows the end',
      join(file(tracks(video), cluster(frame)), full),
      file(tracks(video), cluster(frame)),
    ],
    [
      'a Void before the Segment, and what the header does not need',
      join(
        element(0x1a45dfa3, text(0x4282, 'matroska'), unknown),
        element(0xec, full),
        segment(tracks(video)),
      ),
      join(element(0x1a45dfa3, text(0x4282, 'matroska'), holeOf(unknown)), hole(8), segment(tracks(video))),
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

  test('Vorbis: one empty comment header of the same length', async () => {
    const setup = (bytes: Uint8Array) =>
      file(tracks(track(2, 2, 'A_VORBIS', uid(1), element(0x63a2, bytes))), cluster(voice));
    const { bytes } = await clean(setup(vorbisPrivate('Lavf59', 'ARTIST=Noor')));
    expect(Buffer.from(bytes).equals(setup(vorbisPrivate('\0'.repeat(21))))).toBe(true);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('FLAC: metadata blocks become padding', async () => {
    const setup = (type: number, data: Uint8Array) =>
      join(latin1('fLaC'), [0, 0, 0, 3, 7, 7, 7], [type, 0, 0, data.length], data);
    const flac = (bytes: Uint8Array) =>
      file(tracks(track(2, 2, 'A_FLAC', uid(1), element(0x63a2, bytes))), cluster(voice));
    const { bytes, removed } = await clean(flac(setup(0x84, full)));
    expect(Buffer.from(bytes).equals(flac(setup(0x81, new Uint8Array(6))))).toBe(true);
    expect(removed.map(({ source }) => source)).toEqual(['FLAC']);
  });

  test('UIDs stay where tracks are made of others', async () => {
    const operation = element(0xe2, element(0xe9, uint(0xed, 77, 8)));
    const joined = file(
      tracks(track(1, 1, 'V_VP8', uid(77)), track(2, 1, 'V_VP8', uid(78), operation)),
      cluster(frame),
    );
    expect(await outcomeOf(joined)).toBe('already-clean');
  });

  test('a Void can be of every length', () => {
    for (const length of [2, 3, 127, 128, 129, 130, 16_384, 16_385, 16_386, 2_097_155, 2 ** 33]) {
      expect(readHead(voidHead(length), 0)).toMatchObject({ id: 0xec, end: length });
    }
  });

  test.each<[string, Uint8Array]>([
    [
      'a recording that broke off in a block',
      whole.subarray(0, latin1Text(whole).indexOf(latin1Text(voice)) + 4),
    ],
    ['one that was live', live.subarray(0, -tags.length - 3)],
    ['zeros after it', join(live, new Uint8Array(500))],
  ])('%s is cleaned, and cut where it makes no sense any more', async (_, bytes) => {
    const cleaned = await clean(bytes);
    expect(latin1Text(cleaned.bytes)).toContain(latin1Text(frame));
    for (const secret of secrets) expect(latin1Text(cleaned.bytes)).not.toContain(secret);
    expect(await outcomeOf(cleaned.bytes)).toBe('already-clean');
  });
});

describe('garbage between clusters', () => {
  const two = (cluster_: typeof cluster, garbage: Uint8Array) =>
    file(tracks(video, sound), cluster_(frame), garbage, cluster_(frame, voice));

  test.each<[string, typeof cluster, Uint8Array]>([
    ['of no element', cluster, join([0, 0, 1], full)],
    ['of an element longer than the file', cluster, join([0xa3, 0x1f, 0xff, 0xff, 0xff], full)],
    ['that looks like an element with the next cluster in it', cluster, join([0x4a, 0xbc, 0xa0], full)],
    ['with the ID of a cluster in it', cluster, join([0], [0x1f, 0x43, 0xb6, 0x75], full)],
    ['in a recording that was live', openCluster, join([0, 0, 1], full)],
  ])('%s becomes a Void; the pictures behind it stay', async (_, made, garbage) => {
    const dirty = two(made, garbage);
    const { bytes, removed } = await clean(dirty);
    expect(Buffer.from(bytes).toString('hex')).toBe(
      Buffer.from(two(made, hole(garbage.length))).toString('hex'),
    );
    expect(removed).toHaveLength(1);
    expect(await outcomeOf(bytes)).toBe('already-clean');
  });

  test('of one byte has no room for a Void', async () => {
    expect(await outcomeOf(two(cluster, Uint8Array.of(0)))).toBe('corrupt');
  });

  test('of more than anybody looks through ends soon', async () => {
    const head = join(ebml, open(0x18538067, tracks(video), cluster(frame), [0, 0]));
    const source = countingSource(head, 2 ** 31);
    const result = await container.clean(source);
    expect(result.outcome === 'refused' && result.reason).toBe('corrupt');
    expect(source.bytesRead()).toBeLessThan(80 << 20);
  });
});

describe('refuses', () => {
  const encryption = (data: Uint8Array) => track(1, 1, 'V_VP8', element(0x6d80, element(0x6240, data)));

  test.each<[string, string, Uint8Array]>([
    ['corrupt', 'an empty file', new Uint8Array(0)],
    ['corrupt', 'a header alone', ebml],
    ['corrupt', 'no tracks', file(tags)],
    ['corrupt', 'an element that reaches past its parent', file(tracks(element(0xae, [0xd7, 0x90])))],
    ['corrupt', 'two tracks of one number', file(tracks(video, track(1, 17, 'S_TEXT/UTF8')))],
    ['corrupt', 'a track of two types', file(tracks(track(1, 1, 'V_VP8', uint(0x83, 17))))],
    [
      'corrupt',
      'a broken cluster with others after it',
      file(tracks(video), cluster(element(0xa3, [0x81]).with(1, 0)), cluster(frame)),
    ],
    ['corrupt', 'Vorbis without its headers', file(tracks(track(2, 2, 'A_VORBIS', element(0x63a2, full))))],
    ['unsupported', 'another DocType', join(header('secret'), segment(tracks(video)))],
    ['unsupported', 'a cluster before the tracks', file(cluster(frame), tracks(video))],
    ['unsupported', 'subtitles alone', file(tracks(subtitle))],
    ['unsupported', 'two Segments', join(file(tracks(video)), segment(tags))],
    ['unsupported', 'a codec that is none', file(tracks(track(1, 1, 'V_VP8\0secret')))],
    ['encrypted', 'an encrypted track', file(tracks(encryption(element(0x5035))))],
    ['encrypted', 'one that says so by its type', file(tracks(encryption(uint(0x5033, 1))))],
    ['encrypted', 'an encrypted block', file(tracks(video), cluster(element(0xaf, full)))],
  ])('%s: %s', async (reason, _, bytes) => {
    expect(await outcomeOf(bytes)).toBe(reason);
  });
});

describe('hostile bytes', () => {
  test('cut at every byte: never a throw, never a secret in what is called clean', async () => {
    for (const bytes of [whole, live]) {
      for (let length = 0; length <= bytes.length; length++) {
        const cut = bytes.subarray(0, length);
        if ((await outcomeOf(cut)) !== 'cleaned') continue;
        const cleaned = await clean(cut);
        for (const secret of secrets) expect(latin1Text(cleaned.bytes).includes(secret)).toBe(false);
        expect(await outcomeOf(cleaned.bytes)).toBe('already-clean');
      }
    }
  });

  test('four thousand flipped bytes: never a throw, and what is clean stays clean', async () => {
    for (const bytes of [whole, live]) {
      for (const flipped of flip(bytes, 2000)) {
        if ((await outcomeOf(flipped)) !== 'cleaned') continue;
        expect(await outcomeOf((await clean(flipped)).bytes)).toBe('already-clean');
      }
    }
  });

  test('masters in masters, and a hundred thousand small elements, end soon', async () => {
    let deep = tag('ARTIST', 'Noor');
    for (let depth = 0; depth < 300; depth++)
      deep = join([0x67, 0xc8, 0x08, 0, 0, 0, deep.length >> 8, deep.length & 0xff], deep);
    const many = Uint8Array.from({ length: 100_000 }, (_, index) => (index % 2 ? 0x80 : 0xee));
    const started = performance.now();
    expect(
      await outcomeOf(file(tracks(video), element(0x1254c367, element(0x7373, deep)), cluster(frame))),
    ).toBe('cleaned');
    expect(await outcomeOf(file(tracks(video), many, cluster(frame)))).toBe('cleaned');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('four gigabytes of big blocks: little is read, all is carried over by few ranges', async () => {
    const start = join(ebml, open(0x18538067, info(scale, title), tracks(video), openCluster()));
    const blockLength = 1 << 24;
    const count = 256;
    const head = join([0xa3, 0x11, 0, 0, 0], [0x81, 0, 0, 0]);
    const size = start.length + count * (5 + blockLength);
    const counting = countingSource(start, size);
    const source = {
      size,
      read: async (from: number, to: number) => {
        const bytes = await counting.read(from, to);
        const index = Math.max(0, Math.floor((from - start.length) / (5 + blockLength)));
        for (const at of [index, index + 1].map((block) => start.length + block * (5 + blockLength))) {
          for (const [offset, byte] of head.entries()) {
            if (at + offset >= from && at + offset < from + bytes.length) bytes[at + offset - from] = byte;
          }
        }
        return bytes;
      },
    };
    const result = await container.clean(source);
    if (result.outcome !== 'cleaned') throw new Error(JSON.stringify(result));
    expect(result.pieces.length).toBeLessThan(10);
    expect(counting.bytesRead()).toBeLessThan(8 << 20);
    expect(counting.longestRead()).toBeLessThan(1 << 20);
  });
});
