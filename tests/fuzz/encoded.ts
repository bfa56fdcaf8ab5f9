import { readFileSync } from 'node:fs';
import { folder, isThere, run, type Tool } from '../codecs/tools';
import type { Seed } from './seeds';

/** Seeds of real encoders, tagged, as far as they are on the machine. What they plant is in `secrets.ts`. */

interface Encoded {
  readonly format: string;
  readonly name: string;
  readonly needs: readonly Tool[];
  make(path: string): void;
}

const files = folder();

const tags = [
  ...['-Make=SECRETMAKE', '-Model=SECRETMODEL', '-Artist=SECRETARTIST', '-XMP-dc:Creator=SECRETCREATOR'],
  ...['-GPSLatitude=36.34', '-GPSLatitudeRef=N', '-DateTimeOriginal=2026:11:12 16:32:04'],
];
const metadata = ['title=SECRETTITLE', 'comment=SECRETCOMMENT', 'location=+36.3400+043.1300/'].flatMap(
  (tag) => ['-metadata', tag],
);

const encode = (...args: readonly string[]) => run('ffmpeg', '-v', 'error', '-y', ...args);
const picture = (path: string, ...args: readonly string[]) =>
  encode('-f', 'lavfi', '-i', 'testsrc2=size=64x48', '-frames:v', '1', ...args, path);
const photo = () => files.path('photo.jpg');

function still(format: string, name: string, ...args: readonly string[]): Encoded {
  return {
    format,
    name,
    needs: ['ffmpeg', 'exiftool'],
    make(path) {
      picture(path, ...args);
      run('exiftool', '-q', '-overwrite_original', ...tags, path);
    },
  };
}

function video(format: string, name: string, ...codecs: readonly string[]): Encoded {
  const sources = [
    '-f',
    'lavfi',
    '-i',
    'testsrc=size=64x48:rate=5:duration=1',
    '-f',
    'lavfi',
    '-i',
    'sine=duration=1',
  ];
  return {
    format,
    name,
    needs: ['ffmpeg'],
    make: (path) => void encode(...sources, ...metadata, ...codecs, path),
  };
}

function byTool(
  format: string,
  name: string,
  tool: Tool,
  args: (path: string) => readonly string[],
): Encoded {
  return { format, name, needs: ['ffmpeg', 'exiftool', tool], make: (path) => void run(tool, ...args(path)) };
}

const h264 = ['-c:v', 'libx264', '-c:a', 'aac', '-b:a', '16k'];

const all: readonly Encoded[] = [
  still('jpeg', 'still.jpg'),
  still('png', 'still.png'),
  still('webp', 'still.webp', '-c:v', 'libwebp'),
  still('gif', 'still.gif'),
  still('tiff', 'still.tif', '-compression_algo', 'lzw'),
  byTool('heif', 'tagged.heic', 'heif-enc', (path) => ['-t', '32', photo(), '-o', path]),
  byTool('avif', 'tagged.avif', 'avifenc', (path) => [photo(), path]),
  byTool('avif', 'sequence.avif', 'avifenc', (path) => ['--fps', '2', photo(), photo(), path]),
  byTool('jxl', 'of-jpeg.jxl', 'cjxl', (path) => [photo(), path]),
  video('mp4', 'h264.mp4', ...h264),
  video('mp4', 'fragmented.mp4', ...h264, '-movflags', '+frag_keyframe+empty_moov'),
  video('mp4', 'keys.mov', ...h264, '-movflags', 'use_metadata_tags', '-timecode', '01:02:03:04'),
  video('webm', 'vp8.webm', '-c:v', 'libvpx', '-c:a', 'libopus'),
  video('matroska', 'h264.mkv', ...h264),
  video('avi', 'mpeg4.avi', '-c:v', 'mpeg4', '-c:a', 'pcm_s16le'),
];

/** As many as can be made; those that cannot are said. */
export function encodedSeeds(): readonly Seed[] {
  const there = new Map<Tool, boolean>();
  const has = (tool: Tool) => {
    const known = there.get(tool) ?? isThere(tool);
    there.set(tool, known);
    return known;
  };
  const possible = all.filter(({ needs }) => needs.every(has));
  const missing = [...there].flatMap(([tool, isHere]) => (isHere ? [] : [tool]));
  if (missing.length > 0) console.warn(`SKIPPED for want of ${missing.join(', ')}: seeds of real encoders.`);
  try {
    if (has('ffmpeg') && has('exiftool')) {
      picture(photo(), '-q:v', '5');
      run('exiftool', '-q', '-overwrite_original', ...tags, '-Orientation#=6', photo());
    }
    return possible.map(({ format, name, make }) => {
      make(files.path(name));
      return {
        name: `${format}-by-encoder-${name}`,
        format,
        bytes: new Uint8Array(readFileSync(files.path(name))),
      };
    });
  } finally {
    files.remove();
  }
}
