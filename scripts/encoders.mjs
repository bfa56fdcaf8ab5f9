import { aptInstall, canUseApt } from './apt.mjs';
import { run } from './run.mjs';

/**
 * Encoders and decoders that the tests of real files use, by the Debian package that brings them.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const tools = {
  ffmpeg: ['ffmpeg'],
  'libheif-examples': ['heif-enc', 'heif-convert'],
  'libavif-bin': ['avifenc', 'avifdec'],
  'libjxl-tools': ['cjxl', 'djxl'],
  'libimage-exiftool-perl': ['exiftool'],
};

/** @param {string} tool */
async function isThere(tool) {
  return (await run(tool, [tool === 'exiftool' ? '-ver' : '--help'], { quiet: true })).code !== null;
}

/** Gets what is missing, in a line; where that cannot be, the tests say what they skip. */
export async function getEncoders() {
  const missing = [];
  for (const [name, commands] of Object.entries(tools)) {
    const there = await Promise.all(commands.map(isThere));
    if (there.includes(false)) missing.push(name);
  }
  if (missing.length === 0) return;
  if (await canUseApt()) {
    console.log(`Encoders for test files are missing: installing ${missing.join(', ')} by apt.`);
    if (await aptInstall(missing)) return;
  }
  console.log(`Without ${missing.join(', ')} the tests of real files are skipped.`);
}
