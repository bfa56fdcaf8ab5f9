import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { readStructure as readGif } from '../metadata/gif-structure';
import { readStructure as readPng } from '../metadata/png-structure';
import { readStructure as readWebp } from '../metadata/webp-structure';

/** The major brands of sequences, ISO/IEC 23008-12 and AVIF 1.1, after length and type of the first box. */
const sequences: readonly string[] = ['avis', 'hevc', 'msf1'];
const brandStart = 8;
const brandEnd = 12;

/**
 * Whether a picture moves, so that covering what it shows first would leave the rest.
 *
 * @param format the registry's name of its container
 */
export async function moves(source: ByteSource, format: string): Promise<boolean> {
  switch (format) {
    case 'gif': {
      const gif = await readGif(source);
      return typeof gif !== 'string' && gif.blocks.filter(({ kind }) => kind === 'image').length > 1;
    }
    case 'png': {
      const png = await readPng(source);
      return typeof png !== 'string' && png.chunks.some(({ type }) => type === 'acTL');
    }
    case 'webp': {
      const webp = await readWebp(source);
      return typeof webp !== 'string' && webp.chunks.some(({ type }) => type === 'ANMF');
    }
    case 'avif':
    case 'heif':
      return sequences.includes(latin1Of(await source.read(brandStart, brandEnd)));
    default:
      return false;
  }
}
