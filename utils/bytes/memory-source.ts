import type { ByteSource } from './byte-source';

/** Bytes that are in memory already. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (start, end) => bytes.subarray(start, Math.max(start, end)) };
}
