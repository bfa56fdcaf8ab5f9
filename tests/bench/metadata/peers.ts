import { copyFile, open, readFile, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import piexif from 'piexifjs';
import { writePieces } from '../../../scripts/write-pieces.mjs';
import { fileHandleSource } from '../../../utils/bytes/file-handle-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { isThere, run } from '../command';
import type { Contender } from '../measure';
import type { ExifToolServer } from './exiftool-server';

/** Safi, what it is compared with, and the floor: what it costs to read or to copy the file. */

/** One way to do it. */
export interface Way extends Contender {
  /** Where the file is afterwards; null when nothing is written. */
  readonly output: string | null;
  /** Whether nothing is cleaned: how fast it could be at best. */
  readonly isFloor: boolean;
}

/** Cleans; with a path, writes too. */
async function safi(file: string, output: string | null): Promise<void> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const result = await cleanFile(fileHandleSource(handle, size), { name: file, type: '' });
    if (result?.outcome !== 'cleaned') throw new Error(`${file} is ${JSON.stringify(result)}`);
    if (output) await writePieces(output, result.pieces, handle, () => {});
  } finally {
    await handle.close();
  }
}

/** As its documentation says: the file as a text of bytes, without its EXIF. */
async function removedByPiexif(file: string): Promise<string> {
  return piexif.remove((await readFile(file)).toString('latin1'));
}

/** Longer files Node does not read whole, in bytes. */
const longestRead = 2 ** 31 - 1;

/** Every way that is there on this machine. */
export function waysFor(file: string, size: number, exiftool: ExifToolServer | null): readonly Way[] {
  const extension = extname(file);
  const isJpeg = extension === '.jpg';
  const isVideo = ['.mp4', '.mkv'].includes(extension);
  const out = (name: string) => `${file}.${name}${extension}`;
  const none = () => Promise.resolve();
  const ways: (Way | false)[] = [
    size < longestRead && { name: 'read (readFile)', isFloor: true, output: null, run: () => readFile(file) },
    { name: 'cp (copyFile)', isFloor: true, output: out('copy'), run: () => copyFile(file, out('copy')) },
    { name: 'Safi, pieces known', isFloor: false, output: null, run: () => safi(file, null) },
    { name: 'Safi, written', isFloor: false, output: out('safi'), run: () => safi(file, out('safi')) },
    isJpeg && { name: 'piexifjs, in memory', isFloor: false, output: null, run: () => removedByPiexif(file) },
    isJpeg && {
      name: 'piexifjs, written',
      isFloor: false,
      output: out('piexifjs'),
      run: async () => writeFile(out('piexifjs'), await removedByPiexif(file), 'latin1'),
    },
    // It writes no Matroska.
    exiftool !== null &&
      extension !== '.mkv' && {
        name: 'exiftool -stay_open',
        isFloor: false,
        output: out('exiftool'),
        prepare: () => rm(out('exiftool'), { force: true }),
        run: () => exiftool.run('-api', 'LargeFileSupport=1', '-all=', '-o', out('exiftool'), file),
      },
    // It knows nothing of HEIC and AVIF that it could write, and writes neither MP4 nor Matroska.
    ['.jpg', '.png', '.webp'].includes(extension) &&
      isThere('exiv2') && {
        name: 'exiv2 rm (in place)',
        isFloor: false,
        output: out('exiv2'),
        prepare: () => copyFile(file, out('exiv2')),
        run: () => run('exiv2', 'rm', out('exiv2')).catch(none),
      },
    ...['', '-L'].map(
      (option): Way | false =>
        extension !== '.mkv' &&
        isThere('mat2') && {
          name: `mat2 ${option}`.trim(),
          isFloor: false,
          output: file.replace(/(\.[^.]+)$/, '.cleaned$1'),
          prepare: () => rm(file.replace(/(\.[^.]+)$/, '.cleaned$1'), { force: true }),
          run: () => run('mat2', ...(option ? [option] : []), file).catch(none),
        },
    ),
    !isVideo &&
      isThere('convert-im6.q16') && {
        name: 'ImageMagick -strip',
        isFloor: false,
        output: out('magick'),
        prepare: () => rm(out('magick'), { force: true }),
        run: () => run('convert-im6.q16', file, '-strip', out('magick')).catch(none),
      },
  ];
  return ways.filter((way) => way !== false);
}
