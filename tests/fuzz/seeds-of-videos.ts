import { avih, bitmapFormat, chunk, list, riff, strh, waveFormat } from '../fixtures/avi';
import { join, latin1 } from '../fixtures/jpeg';
import {
  block,
  cluster,
  element,
  group,
  header,
  open,
  openCluster,
  seek,
  segment,
  tag,
  text,
  track,
  uint,
  vorbisPrivate,
} from '../fixtures/matroska';
import { u32le } from '../fixtures/webp';

/** Seeds of Matroska, WebM and AVI. */

type Files = Readonly<Record<string, Uint8Array>>;

const secret = latin1('secret');
const noise = (length: number) => Array.from({ length }, (_, at) => (at * 31) % 251);

const info = element(
  0x1549a966,
  element(0xbf, [1, 2, 3, 4]),
  uint(0x2ad7b1, 1_000_000, 3),
  text(0x7ba9, 'Noor at home'),
  text(0x4d80, 'Lavf59.27.100'),
  text(0x5741, 'Lavf59.27.100'),
  element(0x73a4, latin1('secretsecret-uid')),
  text(0x7384, 'secret.mkv'),
);
const size = element(0xe0, uint(0xb0, 48), uint(0xba, 32), element(0x4abc, secret));
const tracks = element(
  0x1654ae6b,
  track(
    1,
    1,
    'V_VP8',
    element(0x73c5, latin1('secret01')),
    size,
    text(0x536e, "Noor's track"),
    text(0x258688, 'secret codec'),
  ),
  track(
    2,
    2,
    'A_VORBIS',
    text(0x22b59c, 'ckb'),
    element(0x63a2, vorbisPrivate('Lavf59.27', 'ARTIST=Noor Ahmed')),
  ),
  track(3, 17, 'S_TEXT/UTF8', text(0x536e, 'secret name')),
);
const frame = block(1, 1, 2, 3, 4, 5);
const voice = group(2, [9, 9, 9], uint(0x9b, 20), element(0x4abc, secret));
const line = block(3, ...latin1('secret line'));
const tags = element(0x1254c367, tag('ARTIST', 'Noor Ahmed'), tag('LOCATION', '+36.3400+043.1300/'));
const attachments = element(
  0x1941a469,
  element(0x61a7, text(0x466e, "Noor's.jpg"), text(0x4660, 'image/jpeg'), element(0x465c, secret)),
);
const chapters = element(
  0x1043a770,
  element(0x45b9, element(0xb6, element(0x80, text(0x85, 'secret chapter')))),
);
const cue = (number: number) =>
  element(0xbb, uint(0xb3, 0), element(0xb7, uint(0xf7, number), uint(0xf1, 60)));
const cues = element(0x1c53bb6b, cue(1), cue(3));
const seekHead = element(0x114d9b74, seek([0x15, 0x49, 0xa9, 0x66]), seek([0x12, 0x54, 0xc3, 0x67]));
const unknown = element(0x4abc, secret);
const hole = element(0xec, latin1('secret hole'));

function everything(docType: string): Uint8Array {
  const inside = [
    seekHead,
    info,
    tracks,
    chapters,
    hole,
    cluster(frame, line, voice, unknown),
    cues,
    attachments,
    tags,
  ];
  return join(header(docType), segment(...inside), latin1('secret tail'));
}

function live(docType: string): Uint8Array {
  const clusters = [openCluster(frame, line, voice), openCluster(line, frame, unknown)];
  return join(header(docType), open(0x18538067, info, tracks, ...clusters, tags));
}

function longOne(docType: string): Uint8Array {
  const many = Array.from({ length: 40 }, () => cluster(block(1, ...noise(8000)), line, voice));
  return join(header(docType), segment(info, tracks, ...many, tags));
}

export const matroskaSeeds: Files = {
  everything: everything('matroska'),
  live: live('matroska'),
  long: longOne('matroska'),
};

export const webmSeeds: Files = {
  everything: everything('webm'),
  live: live('webm'),
  long: longOne('webm'),
};

const value = (type: string, content: string) => chunk(type, latin1(`${content}\0`));
const infoList = list(
  'INFO',
  value('INAM', 'Noor at home'),
  value('IART', 'by Noor'),
  value('ISFT', 'Camera 9'),
);
const idit = chunk('IDIT', latin1('Thu secret Nov 12\n\0'));
const exif = list('exif', value('emdl', 'Camera 9'));
const priv = chunk('prVt', secret);
const junk = chunk('JUNK', latin1('secret junk'));
const video = list(
  'strl',
  strh('vids', 'MJPG'),
  bitmapFormat,
  chunk('strd', secret),
  value('strn', 'secret name'),
  junk,
);
const sound = list('strl', strh('auds', '\0\0\0\0'), waveFormat);
const texts = list('strl', strh('txts', '\0\0\0\0'), chunk('strf', latin1('secret!')));
const extended = list('odml', chunk('dmlh', join(u32le(7), latin1('secret!!'))));
const headers = list('hdrl', avih, video, sound, texts, extended, idit, priv);
const picture = chunk('00dc', [1, 2, 3, 4, 5]);
const spoken = chunk('01wb', [9, 9, 9, 9]);
const said = chunk('02tx', latin1('secret!'));
const index = chunk('idx1', join(latin1('00dc'), u32le(16), u32le(4), u32le(5)));

export const aviSeeds: Files = {
  everything: join(
    riff(
      'AVI ',
      headers,
      infoList,
      exif,
      junk,
      list(
        'movi',
        picture,
        said,
        list('rec ', picture, spoken),
        priv,
        junk,
        chunk('ix00', new Uint8Array(24)),
        picture,
      ),
      index,
      priv,
    ),
    latin1('secret tail'),
  ),
  two: join(
    riff('AVI ', headers, list('movi', picture, said), index),
    riff('AVIX', list('movi', picture, spoken, said), infoList),
  ),
  long: riff(
    'AVI ',
    headers,
    infoList,
    list('movi', ...Array.from({ length: 40 }, () => [chunk('00dc', noise(8001)), said]).flat()),
    index,
  ),
};
