/** FLAC in containers of others, RFC 9639, 8: metadata blocks, of which decoders need the first. */

/** 8.1: block types that are kept. */
const streamInfo = 0;
const padding = 1;

/** More blocks than any FLAC stream has. */
const maximumBlocks = 1000;

/**
 * Makes every block but STREAMINFO one of PADDING, of the same length, and zeros what follows the last one.
 * @returns false when a block is longer than what is there
 */
export function blankBlocks(bytes: Uint8Array): boolean {
  let at = 0;
  for (let block = 0; at + 4 <= bytes.length && block < maximumBlocks; block++) {
    const head = bytes[at] ?? 0;
    const end = at + 4 + (((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (end > bytes.length) return false;
    if ((head & 0x7f) !== streamInfo || block > 0) {
      bytes[at] = (head & 0x80) | padding;
      bytes.fill(0, at + 4, end);
    }
    at = end;
    if (head & 0x80) break;
  }
  bytes.fill(0, at);
  return true;
}
