import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../utils/bytes/byte-source';
import { SparseWindow } from '../../../utils/bytes/sparse-window';

const size = 8 << 20;

/** Every byte is a part of its position; what is read is noted. */
function noted() {
  const reads: [number, number][] = [];
  const source: ByteSource = {
    size,
    read: async (start, end) => {
      reads.push([start, end - start]);
      return Uint8Array.from({ length: end - start }, (_, index) => (start + index) % 251);
    },
  };
  return { reads, view: new SparseWindow(source) };
}

describe('a window that hops', () => {
  test('gives the bytes of every position, forward and back', async () => {
    const { view } = noted();
    for (const position of [0, 5, 4090, 9000, 1 << 20, 70, size - 3, 300_000]) {
      const bytes = await view.at(position, 12);
      expect(bytes.length).toBeGreaterThanOrEqual(Math.min(12, size - position));
      expect(bytes[0]).toBe(position % 251);
    }
  });

  test('reads little after long jumps, more and more where it goes on, nothing twice', async () => {
    const { reads, view } = noted();
    const mebibyte = 1 << 20;
    await view.at(0, 12);
    await view.at(100, 12);
    for (let at = mebibyte; at < 2 * mebibyte; at += 500) await view.at(at, 12);
    await view.at(6 * mebibyte, 12);
    await view.at(7 * mebibyte, 4096);
    const lengths = reads.map(([, length]) => length);
    expect(lengths.slice(0, 6)).toEqual([1024, 1024, 4096, 16_384, 65_536, 262_144]);
    expect(lengths.slice(-2)).toEqual([1024, 4096]);
    expect(Math.max(...lengths)).toBe(262_144);
    const read = lengths.slice(1, -2).reduce((sum, length) => sum + length, 0);
    expect(read).toBeLessThan(1.3 * mebibyte);
  });
});
