/**
 * The first bytes of what is coded in a WebP file. A decoder that does not take these draws nothing of it, so that what
 * follows is no picture but any bytes at all. The same is asked as by libwebp, which browsers have.
 */

/** Of the longest head, in bytes. */
export const bitstreamHead = 10;

const lossless = { head: 5, signature: 0x2f } as const;

/** RFC 6386, 9.1: behind the frame tag of a key frame. */
const startCode = [0x9d, 0x01, 0x2a] as const;
const latestProfile = 3;
const sideMask = 0x3fff;

/** RFC 9649, 2.7.1.2: raw, or as a lossless picture. */
const latestAlphaCompression = 1;

/**
 * Whether a decoder takes the data of a chunk.
 * @param head its first bytes, as far as there are any
 * @param length of all of it, in bytes, with what a file that breaks off lacks
 */
export function isTaken(type: string, head: Uint8Array, length: number): boolean {
  if (type === 'VP8 ') return isLossy(head, length);
  if (type === 'VP8L') return isLossless(head);
  return type !== 'ALPH' || ((head[0] ?? 0) & 3) <= latestAlphaCompression;
}

/** RFC 6386, 9.1: a key frame that is shown, its first partition within the data, and not empty. */
function isLossy(head: Uint8Array, length: number): boolean {
  if (head.length < bitstreamHead) return false;
  const view = new DataView(head.buffer, head.byteOffset, bitstreamHead);
  const tag = view.getUint16(0, true) | (view.getUint8(2) << 16);
  const isKeyFrame = (tag & 1) === 0;
  const isShown = ((tag >> 4) & 1) === 1;
  if (!isKeyFrame || !isShown || ((tag >> 1) & 7) > latestProfile || tag >> 5 >= length) return false;
  if (startCode.some((byte, at) => view.getUint8(3 + at) !== byte)) return false;
  return (view.getUint16(6, true) & sideMask) > 0 && (view.getUint16(8, true) & sideMask) > 0;
}

/** RFC 9649, 3.4: the signature; the version, in the three bits behind both sides and alpha, is zero. */
function isLossless(head: Uint8Array): boolean {
  if (head.length < lossless.head) return false;
  return head[0] === lossless.signature && (head[lossless.head - 1] ?? 0) >> 5 === 0;
}
