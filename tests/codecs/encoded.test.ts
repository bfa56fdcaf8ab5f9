import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memorySource } from '../../utils/bytes/memory-source';
import { cleanFile } from '../../utils/metadata/clean-file';
import { pieceSource } from '../../utils/metadata/pieces';
import { folder, isThere, run, type Tool } from './tools';

/**
 * Files as real encoders make them, tagged by exiftool: cleaned, a decoder that is not ours shows the same, and
 * exiftool finds nothing personal.
 */

const files = folder();
afterAll(files.remove);

const tagsOfPicture = [
  '-Make=SECRETMAKE',
  '-Model=SECRETMODEL',
  '-Artist=SECRETARTIST',
  '-GPSLatitude=36.34',
  '-GPSLatitudeRef=N',
  '-GPSLongitude=43.13',
  '-GPSLongitudeRef=E',
  '-DateTimeOriginal=2026:11:12 16:32:04',
  '-XMP-dc:Creator=SECRETCREATOR',
];

const tagsOfVideo = [
  ['title', 'SECRETTITLE'],
  ['artist', 'SECRETARTIST'],
  ['comment', 'SECRETCOMMENT'],
  ['location', '+36.3400+043.1300/'],
  ['creation_time', '2026-11-12T16:32:04Z'],
].flatMap(([name, value]) => ['-metadata', `${name}=${value}`]);

/** What is found nowhere in a cleaned file. */
const secrets = /SECRET[A-Z]+|36\.34|36 deg|2026[:-]11[:-]12/;

interface Encoded {
  /** Type, as files of this kind are sent. */
  readonly type: string;
  readonly name: string;
  readonly needs: readonly Tool[];
  /** Makes the file of this path out of picture.png, picture.jpg or nothing. */
  make(path: string): void;
  /** Tags for exiftool; none for what the encoder has tagged itself. */
  readonly tags?: readonly string[];
  /** Whether what is hidden is compressed, and found by no reader of letters. */
  readonly isCompressed?: boolean;
  /** What is shown, by a checksum of it. */
  shown(path: string): string;
}

const frames = (path: string) => run('ffmpeg', '-v', 'error', '-i', path, '-f', 'framemd5', '-');

/** Pictures and sounds frame by frame, whatever other streams there are. */
const framesAndSound = (path: string) =>
  run('ffmpeg', '-v', 'error', '-i', path, '-map', '0:v?', '-map', '0:a?', '-f', 'framemd5', '-');

function decodedBy(tool: 'heif-convert' | 'avifdec' | 'djxl') {
  return (path: string) => {
    const decoded = `${path}.decoded.png`;
    run(tool, path, decoded);
    return frames(decoded);
  };
}

const picture = () => files.path('picture.png');
const photo = () => files.path('photo.jpg');

function video(type: string, extension: string, label: string, ...codecs: readonly string[]): Encoded {
  return {
    type,
    name: `${label}.${extension}`,
    needs: ['ffmpeg'],
    make: (path) =>
      void run(
        'ffmpeg',
        ...['-v', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=1.5'],
        ...['-f', 'lavfi', '-i', 'sine=frequency=440:duration=1.5'],
        ...tagsOfVideo,
        ...codecs,
        path,
      ),
    shown: framesAndSound,
  };
}

function still(type: string, name: string, ...args: readonly string[]): Encoded {
  return {
    type,
    name,
    needs: ['ffmpeg'],
    make: (path) => void run('ffmpeg', '-v', 'error', '-y', '-i', picture(), ...args, path),
    tags: tagsOfPicture,
    shown: frames,
  };
}

/** Exiftool cannot write these: what is hidden lies behind the end. */
function withTail(type: string, name: string): Encoded {
  return {
    type,
    name,
    needs: ['ffmpeg'],
    make: (path) => {
      run('ffmpeg', '-v', 'error', '-y', '-i', picture(), '-s', '64x48', path);
      appendFileSync(path, 'SECRETTAIL');
    },
    shown: frames,
  };
}

const h264 = ['-c:v', 'libx264', '-c:a', 'aac'];

const all: readonly Encoded[] = [
  still('image/jpeg', 'still.jpg'),
  still('image/png', 'still.png'),
  still('image/webp', 'still.webp', '-c:v', 'libwebp'),
  still('image/gif', 'still.gif'),
  still('image/tiff', 'packbits.tif'),
  still('image/tiff', 'lzw.tif', '-compression_algo', 'lzw', '-pix_fmt', 'rgb48le'),
  still('image/tiff', 'deflate.tif', '-compression_algo', 'deflate', '-pix_fmt', 'pal8'),
  withTail('image/bmp', 'still.bmp'),
  withTail('image/ico', 'still.ico'),
  {
    type: 'image/heif',
    name: 'tagged.heic',
    needs: ['ffmpeg', 'heif-enc', 'heif-convert'],
    make: (path) => void run('heif-enc', '-t', '64', photo(), '-o', path),
    shown: decodedBy('heif-convert'),
  },
  {
    type: 'image/avif',
    name: 'tagged.avif',
    needs: ['ffmpeg', 'avifenc', 'avifdec'],
    make: (path) => void run('avifenc', photo(), path),
    shown: decodedBy('avifdec'),
  },
  {
    type: 'image/avif',
    name: 'sequence.avif',
    needs: ['ffmpeg', 'avifenc', 'avifdec'],
    make: (path) => void run('avifenc', '--fps', '2', photo(), photo(), path),
    shown: decodedBy('avifdec'),
  },
  {
    type: 'image/avif',
    name: 'tiles.avif',
    needs: ['ffmpeg', 'avifenc', 'avifdec'],
    make: (path) => void run('avifenc', '--grid', '1x2', photo(), photo(), path),
    shown: decodedBy('avifdec'),
  },
  {
    type: 'image/jxl',
    name: 'of-jpeg.jxl',
    needs: ['ffmpeg', 'cjxl', 'djxl'],
    make: (path) => void run('cjxl', photo(), path),
    isCompressed: true,
    shown: decodedBy('djxl'),
  },
  {
    type: 'image/jxl',
    name: 'tagged.jxl',
    needs: ['ffmpeg', 'cjxl', 'djxl'],
    make: (path) => void run('cjxl', '--container=1', '-q', '90', picture(), path),
    tags: tagsOfPicture,
    shown: decodedBy('djxl'),
  },
  video('video/mp4', 'mp4', 'h264', ...h264),
  video('video/mp4', 'mp4', 'faststart', ...h264, '-movflags', '+faststart'),
  video('video/mp4', 'mp4', 'fragmented', ...h264, '-movflags', '+frag_keyframe+empty_moov'),
  video('video/mp4', 'mp4', 'dash', ...h264, '-movflags', '+frag_keyframe+default_base_moof+dash'),
  video(
    'video/mp4',
    'mp4',
    'hevc-alac',
    '-c:v',
    'libx265',
    '-tag:v',
    'hvc1',
    '-x265-params',
    'log-level=none',
    '-c:a',
    'alac',
  ),
  video(
    'video/mp4',
    'mov',
    'keys-timecode',
    ...h264,
    '-movflags',
    'use_metadata_tags',
    '-timecode',
    '01:02:03:04',
  ),
  video('video/mp4', 'mov', 'mjpeg-pcm', '-c:v', 'mjpeg', '-c:a', 'pcm_s16le'),
  video('video/mp4', 'mov', 'palette-ima', '-c:v', 'qtrle', '-pix_fmt', 'gray', '-c:a', 'adpcm_ima_qt'),
  video('video/mp4', '3gp', 'h263', '-c:v', 'h263', '-s', '176x144', '-an'),
  video('video/webm', 'webm', 'vp9', '-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-c:a', 'libopus'),
  video('video/webm', 'webm', 'live', '-c:v', 'libvpx', '-c:a', 'libvorbis', '-live', '1'),
  video('video/webm', 'weba', 'sound', '-map', '1:a', '-c:a', 'libopus', '-f', 'webm'),
  video('video/matroska', 'mkv', 'h264', ...h264),
  video('video/matroska', 'mkv', 'cues-in-front', '-c:v', 'mpeg4', '-c:a', 'flac', '-cues_to_front', '1'),
  video('video/avi', 'avi', 'mpeg4', '-c:v', 'mpeg4', '-c:a', 'mp3'),
  video('video/avi', 'avi', 'mjpeg', '-c:v', 'mjpeg', '-c:a', 'pcm_s16le'),
  video('video/mp4', 'm4a', 'sound', '-map', '1:a', '-c:a', 'aac'),
];

const missing = [...new Set(['exiftool', ...all.flatMap(({ needs }) => needs)] as Tool[])].filter(
  (tool) => !isThere(tool),
);
if (missing.length > 0) console.warn(`SKIPPED for want of ${missing.join(', ')}: files of real encoders.`);

beforeAll(() => {
  if (missing.includes('ffmpeg')) return;
  const source = ['-f', 'lavfi', '-i', 'testsrc2=size=160x120', '-frames:v', '1'];
  run('ffmpeg', '-v', 'error', '-y', ...source, picture());
  run('ffmpeg', '-v', 'error', '-y', ...source, '-q:v', '3', photo());
  if (!missing.includes('exiftool'))
    run('exiftool', '-q', '-overwrite_original', ...tagsOfPicture, '-Orientation#=6', photo());
});

describe.each(all)('$type, $name', ({ name, needs, tags = [], isCompressed = false, make, shown }) => {
  const cannot = missing.some((tool) => tool === 'exiftool' || needs.includes(tool));

  test.skipIf(cannot)(
    'shown the same; nothing personal is found by exiftool, nor in the bytes',
    async () => {
      const [path, cleaned] = [files.path(name), files.path(`clean-${name}`)];
      make(path);
      if (tags.length > 0) run('exiftool', '-q', '-overwrite_original', ...tags, path);
      const original = readFileSync(path);
      const found = run('exiftool', '-ee', '-a', path) + original.toString('latin1');
      expect(isCompressed || secrets.test(found)).toBe(true);
      const source = memorySource(original);
      const result = await cleanFile(source, { name, type: '' });
      if (result?.outcome !== 'cleaned') throw new Error(`${name} is ${JSON.stringify(result)}`);
      const pieces = pieceSource(result.pieces, source);
      const bytes = Buffer.from(await pieces.read(0, pieces.size));
      writeFileSync(cleaned, bytes);
      expect(shown(cleaned)).toBe(shown(path));
      expect(run('exiftool', '-ee', '-a', '-G1', '-s', cleaned, '--System:all')).not.toMatch(secrets);
      expect(bytes.toString('latin1')).not.toMatch(secrets);
    },
    60_000,
  );
});
