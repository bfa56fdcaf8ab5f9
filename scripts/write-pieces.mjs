import { readSync, writeSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes a file out of new bytes and ranges of another one, a block at a time, without leaving the thread: nothing else
 * waits for it, and the way to another one takes as long as a block.
 *
 * @typedef {import('../utils/metadata/clean-result').Piece} Piece
 * @typedef {import('node:fs/promises').FileHandle} FileHandle
 */

/** So much is held at a time, in bytes. */
const blockLength = 1 << 20;

const block = Buffer.alloc(blockLength);
const zeros = Buffer.alloc(blockLength);

/**
 * Holes stay holes: a block of zeros is not written, the file is only made longer.
 *
 * @param {FileHandle} target
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function writeAt(target, bytes, at) {
  if (bytes.length <= zeros.length && Buffer.compare(bytes, zeros.subarray(0, bytes.length)) === 0) return;
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(target.fd, bytes, written, bytes.length - written, at + written);
  }
}

/**
 * Writes the pieces to a file of this path, which has it whole or not at all.
 *
 * @param {string} path
 * @param {readonly Piece[]} pieces
 * @param {FileHandle} source
 * @param {(fraction: number) => void} onProgress from 0 to 1
 * @returns {Promise<number>} bytes written
 */
export async function writePieces(path, pieces, source, onProgress) {
  const lengths = pieces.map((piece) => {
    if (piece instanceof Uint8Array) return piece.length;
    return 'zeros' in piece ? piece.zeros : piece.end - piece.start;
  });
  const size = lengths.reduce((sum, length) => sum + length, 0);
  const part = `${path}.safi-part`;
  const target = await open(part, 'w');
  try {
    let at = 0;
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) {
        writeAt(target, piece, at);
        at += piece.length;
        continue;
      }
      if ('zeros' in piece) {
        at += piece.zeros;
        continue;
      }
      for (let from = piece.start; from < piece.end; ) {
        const wanted = Math.min(blockLength, piece.end - from);
        const bytesRead = readSync(source.fd, block, 0, wanted, from);
        if (bytesRead === 0) throw new Error('the file became shorter while it was read');
        writeAt(target, block.subarray(0, bytesRead), at);
        from += bytesRead;
        at += bytesRead;
        onProgress(at / size);
      }
    }
    await target.truncate(size);
    await target.close();
    await rename(part, path);
    return size;
  } catch (error) {
    await target.close().catch(() => {});
    await rm(part, { force: true });
    throw error;
  }
}
