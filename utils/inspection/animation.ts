import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { viewOf } from '../bytes/view';
import { readStructure as readGif } from '../metadata/gif-structure';
import { readStructure as readPng } from '../metadata/png-structure';
import { headLength, signatureOf } from '../metadata/signatures';

/** Which pictures move. */

/** RFC 9649, 2.7.1.1: the animation bit of VP8X. */
const animated = 0x02;

const checks: Readonly<Record<string, (source: ByteSource, head: Uint8Array) => Promise<string | null>>> = {
  gif: async (source) => {
    const structure = await readGif(source);
    const images =
      typeof structure === 'string' ? [] : structure.blocks.filter(({ kind }) => kind === 'image');
    return images.length > 1 ? 'image/gif' : null;
  },
  png: async (source) => {
    const structure = await readPng(source);
    const isAnimated = typeof structure !== 'string' && structure.chunks.some(({ type }) => type === 'fcTL');
    return isAnimated ? 'image/png' : null;
  },
  webp: async (_, head) => {
    const isAnimated = latin1Of(head.subarray(12, 16)) === 'VP8X' && ((head[20] ?? 0) & animated) !== 0;
    return isAnimated ? 'image/webp' : null;
  },
  isobmff: async (_, head) => {
    // AVIF 1.1, 6.3: the brand of sequences, the major one or one of the others.
    const end = Math.min(viewOf(head).getUint32(0), 256);
    return /^(?:.{4})*avis/s.test(latin1Of(head.subarray(8, end))) ? 'image/avif' : null;
  },
};

/** The MIME type of an animated picture; null of any other file. */
export async function animationType(source: ByteSource): Promise<string | null> {
  const head = await source.read(0, Math.min(headLength, source.size));
  return checks[signatureOf(head, source.size) ?? '']?.(source, head) ?? null;
}
