import { getTools } from './tools.mjs';

/**
 * Encoders and decoders that the tests of real files use, by the Debian package that brings them.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const encoders = {
  ffmpeg: ['ffmpeg'],
  'libheif-examples': ['heif-enc', 'heif-convert'],
  'libavif-bin': ['avifenc', 'avifdec'],
  'libjxl-tools': ['cjxl', 'djxl'],
  'libimage-exiftool-perl': ['exiftool'],
};

/** Gets what is missing, in a line; where that cannot be, the tests say what they skip. */
export async function getEncoders() {
  const missing = await getTools(encoders, 'Encoders for test files');
  if (missing.length > 0) console.log(`Without ${missing.join(', ')} the tests of real files are skipped.`);
}
