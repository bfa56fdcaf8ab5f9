import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inflateHead } from '../../../utils/bytes/inflate-head';

/** Text that repeats, near and far, and does not. */
const text = new TextEncoder().encode(
  Array.from({ length: 3000 }, (_, index) => `${(index * 7919) % 1013} abc\n`).join(''),
);

test.each([0, 1, 6, 9])('the beginning of what zlib deflated at level %i', (level) => {
  const head = gzipSync(text, { level });
  expect(inflateHead(head, 5000)).toEqual(text.subarray(0, 5000));
  expect(inflateHead(head, 1 << 20)).toEqual(text);
  const part = inflateHead(head.subarray(0, 400), 5000) ?? new Uint8Array(0);
  expect(part.length).toBeGreaterThan(100);
  expect(part).toEqual(text.subarray(0, part.length));
});

test('a short one has the fixed code', () => {
  const short = new TextEncoder().encode('<svg/>');
  expect(inflateHead(gzipSync(short), 100)).toEqual(short);
});

test('a header with everything in it is skipped', () => {
  const plain = gzipSync(text);
  const more = [3, 0, 1, 2, 3, ...Buffer.from('name\0comment\0'), 9, 9];
  const full = Uint8Array.from([
    ...plain.subarray(0, 3),
    0x1e,
    ...plain.subarray(4, 10),
    ...more,
    ...plain.subarray(10),
  ]);
  expect(inflateHead(full, 3000)).toEqual(text.subarray(0, 3000));
  expect(inflateHead(full.subarray(0, 16), 3000)).toBeNull();
});

test('what is no gzip is none, and what is broken ends', () => {
  expect(inflateHead(text, 100)).toBeNull();
  expect(inflateHead(new Uint8Array(0), 100)).toBeNull();
  const broken = gzipSync(text);
  for (let at = 10; at < 300; at++) {
    const bytes = Uint8Array.from(broken);
    bytes[at] = 0xff;
    expect(inflateHead(bytes.subarray(0, 600), 4000)?.length).toBeLessThanOrEqual(4000);
  }
});
