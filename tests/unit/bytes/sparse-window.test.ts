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

  test('reads little after long jumps, much where it goes on, nothing twice', async () => {
    const { reads, view } = noted();
    await view.at(0, 12);
    await view.at(100, 12);
    await view.at(1 << 20, 12);
    await view.at((1 << 20) + 5000, 12);
    await view.at((1 << 20) + 200_000, 12);
    expect(reads).toEqual([
      [0, 4096],
      [1 << 20, 4096],
      [(1 << 20) + 5000, 1 << 18],
    ]);
  });
});
