import { existsSync } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { longMatroska } from '../../fixtures/long-matroska';
import { longMovie } from '../../fixtures/long-movie';
import { isThere, run } from '../command';
import { writeSparse } from './sparse-file';

/** Pictures and videos made by real encoders, or by code where only their structure counts, each with secrets in it. */

/** Found in no cleaned file. */
export const secrets = /SECRET[A-Z]+/;

export interface Sample {
  readonly label: string;
  readonly name: string;
  /** Programs that make it. */
  readonly needs: readonly string[];
  make(path: string): Promise<unknown>;
}

const ffmpeg = ['-v', 'error', '-y'];

/** A pattern with the noise of a phone's sensor, so that it takes as many bytes as a photo. */
const pattern = (size: string, more = '') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=size=${size}${more},noise=alls=18:allf=t`,
];

const pictureTags = [
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

const videoTags = ['title=SECRETTITLE', 'comment=SECRETCOMMENT', 'location=+36.3400+043.1300/'].flatMap(
  (tag) => ['-metadata', tag],
);

async function tag(path: string): Promise<void> {
  await run('exiftool', '-q', '-overwrite_original', ...pictureTags, path);
}

/** Encodes by ffmpeg and tags. */
function encoded(label: string, name: string, size: string, ...args: readonly string[]): Sample {
  return {
    label,
    name,
    needs: ['ffmpeg', 'exiftool'],
    async make(path) {
      await run('ffmpeg', ...ffmpeg, ...pattern(size), '-frames:v', '1', ...args, path);
      await tag(path);
    },
  };
}

/** Encodes a picture in two steps: ffmpeg's JPEG, tagged, and another encoder that takes the tags over. */
function reencoded(
  label: string,
  name: string,
  command: string,
  args: (from: string, to: string) => string[],
): Sample {
  return {
    label,
    name,
    needs: ['ffmpeg', 'exiftool', command],
    async make(path) {
      const from = `${path}.from.jpg`;
      if (!existsSync(from)) {
        await run('ffmpeg', ...ffmpeg, ...pattern('4000x3000'), '-frames:v', '1', '-q:v', '3', from);
        await tag(from);
      }
      await run(command, ...args(from, path));
    },
  };
}

export const pictures: readonly Sample[] = [
  encoded('JPEG, 3 MB', '3-mb.jpg', '3000x2250', '-q:v', '3'),
  encoded('JPEG, 12 MP', '12-mp.jpg', '4000x3000', '-q:v', '3'),
  encoded('JPEG, 50 MP', '50-mp.jpg', '8192x6144', '-q:v', '3'),
  encoded('PNG, 12 MP', '12-mp.png', '4000x3000', '-compression_level', '1'),
  encoded('WebP, 12 MP', '12-mp.webp', '4000x3000', '-c:v', 'libwebp', '-q:v', '90'),
  reencoded('HEIC, 12 MP', '12-mp.heic', 'heif-enc', (from, to) => [
    ...['-q', '60', '-p', 'x265:preset=ultrafast', from],
    ...['-o', to],
  ]),
  reencoded('AVIF, 12 MP', '12-mp.avif', 'avifenc', (from, to) => ['-s', '10', from, to]),
];

/** Ten seconds of 20 megabits each, four times over. */
function filmed(label: string, name: string): Sample {
  return {
    label,
    name,
    needs: ['ffmpeg'],
    async make(path) {
      const once = join(path, '..', 'ten-seconds.mp4');
      if (!existsSync(once)) {
        const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=10', '-c:a', 'aac'];
        const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', '20M'];
        await run(
          'ffmpeg',
          ...ffmpeg,
          ...pattern('1920x1080', ':rate=30:duration=10'),
          ...sound,
          ...codec,
          once,
        );
      }
      await run('ffmpeg', ...ffmpeg, '-stream_loop', '3', '-i', once, '-c', 'copy', ...videoTags, path);
    },
  };
}

export const videos: readonly Sample[] = [
  filmed('MP4, 100 MB', '100-mb.mp4'),
  filmed('Matroska, 100 MB', '100-mb.mkv'),
];

const twentyMinutes = 1200;

/** Recordings in 4K: the heads and tables of a real recording, the coded pictures a hole. */
export const longVideos: readonly Sample[] = [
  {
    label: 'MP4, 4.5 GiB',
    name: 'long.mp4',
    needs: [],
    make: (path) => writeSparse(path, longMovie(twentyMinutes)),
  },
  {
    label: 'Matroska, 4.5 GiB',
    name: 'long.mkv',
    needs: [],
    make: (path) => writeSparse(path, longMatroska(twentyMinutes)),
  },
];

/**
 * The path of a sample, which is made unless an earlier run has.
 * @returns null when what makes it is missing
 */
export async function madeSample(
  sample: Sample,
  folder: string,
  say: (line: string) => void,
): Promise<string | null> {
  const missing = sample.needs.filter((command) => !isThere(command));
  if (missing.length > 0) {
    say(`MISSING: ${missing.join(', ')}. There is no ${sample.label}.`);
    return null;
  }
  await mkdir(folder, { recursive: true });
  const path = join(folder, sample.name);
  if (existsSync(path)) return path;
  say(`making ${sample.label}`);
  const part = join(folder, `part-${process.pid}${extname(sample.name)}`);
  await sample.make(part);
  await rename(part, path);
  return path;
}

export async function lengthOf(path: string): Promise<number> {
  return (await stat(path)).size;
}
