import type { ByteSource } from './byte-source';

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  // Not a Buffer, whose `slice` would share the memory that others write to.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    size: plain.length,
    read: async (start, end) => plain.subarray(start, Math.max(start, end)),
  };
}
