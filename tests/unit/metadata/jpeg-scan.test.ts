import { describe, expect, test } from 'vitest';
import type { ByteSource } from '../../../utils/bytes/byte-source';
import { ByteWindow } from '../../../utils/bytes/byte-window';
import { memorySource } from '../../../utils/bytes/memory-source';
import { findMarkerIn, findScanEnd } from '../../../utils/metadata/jpeg-scan';

/** Where coded data ends, byte by byte: what the fast way must agree with. */
function plainly(bytes: Uint8Array): number {
  for (const [at, byte] of bytes.entries()) {
    const next = bytes[at + 1];
    const isData = next === 0 || next === 0xff || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (byte === 0xff && !isData) return at;
  }
  return -1;
}

/** Numbers that look random, always the same ones. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(state / 65_536) % limit;
  };
}

describe('the marker that ends coded data', () => {
  const follow = [0x00, 0x01, 0xc4, 0xcf, 0xd0, 0xd7, 0xd8, 0xd9, 0xfe, 0xff];

  test.each(follow)('0xFF and %d at every place of a buffer, wherever that begins', (code) => {
    const memory = new Uint8Array(100);
    for (let start = 0; start < 5; start++) {
      for (const fill of [0x00, 0x12, 0xfe]) {
        for (let at = 0; at + start < 96; at++) {
          const bytes = memory.subarray(start).fill(fill);
          bytes.set([0xff, code], at);
          expect(findMarkerIn(bytes)).toBe(plainly(bytes));
        }
      }
    }
  });

  test('in ten thousand buffers of the bytes that matter', () => {
    const random = numbers(4);
    const interesting = [0xff, 0xff, 0x00, 0xfe, 0xd0, 0x80, 0x7f];
    const memory = new Uint8Array(200);
    for (let round = 0; round < 10_000; round++) {
      const start = random(4);
      const bytes = memory.subarray(start, start + random(190));
      for (let at = 0; at < bytes.length; at++)
        bytes[at] = bytes[at - 1] === 0xff ? 0 : (interesting[random(7 - (round % 3))] ?? 0);
      if (bytes.length > 2) bytes.set([0xff, follow[random(10)] ?? 0], random(bytes.length - 1));
      expect(findMarkerIn(bytes)).toBe(plainly(bytes));
    }
  });
});

describe('a scan longer than any window', () => {
  const length = 700_000;
  const scan = Uint8Array.from({ length }, (_, at) => (at % 97 === 5 ? 0xff : at % 97 === 6 ? 0 : at % 251));

  function sourcesOf(bytes: Uint8Array): readonly ByteSource[] {
    const source = memorySource(bytes);
    const readInto = async (target: Uint8Array, start: number) => {
      const part = bytes.subarray(start, start + target.length);
      target.set(part);
      return part.length;
    };
    return [source, { ...source, readInto }];
  }

  test.each([262_143, 262_144, 262_145, 524_287, 600_001, length - 2, length - 1])(
    'ends at the marker at %d',
    async (at) => {
      const bytes = scan.slice();
      bytes.set([0x11, 0xff, 0xd9].slice(0, length - at + 1), at - 1);
      for (const source of sourcesOf(bytes)) {
        // A 0xFF that nothing follows is data here.
        const end = at === length - 1 ? length : at;
        expect(await findScanEnd(source, new ByteWindow(source), 0, length)).toBe(end);
      }
    },
  );

  test('ends where it is told to', async () => {
    for (const source of sourcesOf(scan))
      expect(await findScanEnd(source, new ByteWindow(source), 3, 300_000)).toBe(300_000);
  });

  test('what is known of it is not read again, but what follows it is', async () => {
    const bytes = scan.slice();
    bytes.set([0xff, 0xd9], 600_000);
    let read = 0;
    const source: ByteSource = {
      size: length,
      codedEnd: (start) => (start === 10 ? 500_000 : null),
      read: async (start, end) => {
        read += end - start;
        return bytes.subarray(start, end);
      },
    };
    expect(await findScanEnd(source, new ByteWindow(source), 10, length)).toBe(600_000);
    expect(read).toBeLessThan(300_000);
    // A fill byte at its end, and behind that a code, which may be a new neighbour.
    bytes.set([0xff, 0xd9], 499_999);
    expect(await findScanEnd(source, new ByteWindow(source), 10, length)).toBe(499_999);
  });
});
