import type { ByteSource } from '../bytes/byte-source';
import { ByteWindow } from '../bytes/byte-window';
import { latin1Of, startsWith } from '../bytes/text';
import type { RefusalReason } from './clean-result';

/**
 * The structure of a PNG file, W3C PNG (third edition) 5: signature, then chunks of length, type, data and CRC.
 * Chunks of coded picture data that follow each other are one run here.
 */

export const pngSignature = '\x89PNG\r\n\x1a\n';

/** Length and type before the data, the CRC after it, in bytes. */
export const chunkHead = 8;
export const chunkFrame = 12;

export interface Chunk {
  readonly type: string;
  /** Position of its length field. */
  readonly start: number;
  /** Position after its CRC, or after that of the last one of a run. */
  readonly end: number;
}

export interface PngStructure {
  /** IHDR first, then every chunk up to IEND, which is left out. */
  readonly chunks: readonly Chunk[];
  /** Where IEND ends and whether it is as it should be; null when there is none. */
  readonly iend: Chunk | null;
  /** Behind the last chunk. */
  readonly end: number;
  /** Whether the file breaks off within the last chunk, one of coded data: nothing can be written behind it then. */
  readonly isCut: boolean;
}

/** Coded data comes in very many chunks; so many headers are read, 12 bytes apart at the least. */
const maximumHeaders = 2_000_000;

/** More chunks than any animation has, runs of coded data counted as one. */
const maximumChunks = 50_000;

/** 5.3: lengths are below 2^31. */
const maximumLength = 0x7fffffff;

/** Coded data. */
export const runTypes: readonly string[] = ['IDAT', 'fdAT'];

/** So much of the last chunk is worth to be kept: the first byte of coded data, behind a number in fdAT. */
const leastOf: Readonly<Record<string, number>> = { IDAT: chunkHead + 1, fdAT: chunkFrame + 4 };

/** Four letters (5.3). */
function isChunkType(type: string): boolean {
  return /^[A-Za-z]{4}$/.test(type);
}

/** 5.4: bit 5 of the first byte, its case; without such a chunk a decoder cannot do. */
export function isCritical(type: string): boolean {
  return (type.charCodeAt(0) & 0x20) === 0;
}

/**
 * Reads the structure of a file; only heads of chunks are read.
 * @returns the structure, or why there is none
 */
export async function readStructure(source: ByteSource): Promise<PngStructure | RefusalReason> {
  const view = new ByteWindow(source);
  if (!startsWith(await view.at(0, pngSignature.length), pngSignature)) return 'corrupt';
  const chunks: Chunk[] = [];
  let position = pngSignature.length;

  for (let count = 0; count < maximumHeaders; count++) {
    // Decoders show what came before the file breaks off, or before what is no chunk.
    const endless = () => withIdat({ chunks, iend: null, end: position, isCut: false });
    const head = await view.at(position, chunkHead);
    if (head.length < chunkHead) return endless();
    const length = new DataView(head.buffer, head.byteOffset, chunkHead).getUint32(0);
    const type = latin1Of(head.subarray(4, chunkHead));
    const whole = position + chunkFrame + length;
    if (length > maximumLength || (!isChunkType(type) && isCritical(type))) return endless();
    const known = runTypes.includes(type) ? source.codedEnd?.(position) : null;
    const isCut = whole > source.size || known === source.size;
    if (isCut && source.size - position < (leastOf[type] ?? Number.POSITIVE_INFINITY)) return endless();
    const end = isCut ? source.size : (known ?? whole);
    const chunk = { type, start: position, end };
    if (type === 'IEND') return withIdat({ chunks, iend: chunk, end, isCut: false });
    const last = chunks.at(-1);
    if (last && runTypes.includes(type) && last.type === type) {
      chunks[chunks.length - 1] = { ...last, end };
    } else {
      if (chunks.length === maximumChunks) return 'too-large';
      chunks.push(chunk);
    }
    if (isCut) return withIdat({ chunks, iend: null, end, isCut });
    position = end;
  }
  return 'too-large';
}

function withIdat(structure: PngStructure): PngStructure | RefusalReason {
  return structure.chunks.some(({ type }) => type === 'IDAT') ? structure : 'corrupt';
}
