import { drawnOfJpeg } from './drawn-jpeg';
import type { Part, Range } from './parts/part';

/** What a TIFF is drawn by, TIFF 6.0: numbers, where they stand, and strips and tiles. */

/** Fields of numbers that are no text whatever is written there, as in `utils/metadata/tiff-tags.ts` but read off TIFF 6.0. */
const numbers: ReadonlySet<string> = new Set(
  (
    '254 255 256 257 258 259 262 266 273 274 277 278 279 280 281 282 283 284 286 287 290 291 292 293 296 297 301 317 318 ' +
    '319 320 321 322 323 324 325 332 334 336 338 339 340 341 342 347 512 513 514 515 517 518 519 520 521 529 530 531 532 ' +
    '32995 32996 32997 37439 50674 34675'
  ).split(' '),
);

export function drawnOfTiff(bytes: Uint8Array, parts: readonly Part[]): readonly Range[] {
  const directories = parts.filter(({ type }) => type === 'directory');
  const values = directories
    .flatMap(({ children }) => children)
    .filter(({ type }) => numbers.has(type))
    .flatMap(({ children }) => children.filter(({ type }) => type === 'value'));
  const heads = [{ start: 0, end: 16 }, ...directories.map(({ start, next }) => ({ start, end: next }))];
  return [...heads, ...values, ...directories.flatMap((directory) => drawnOfBlocks(bytes, directory))];
}

/** Blocks are drawn from whole; those that are JPEG streams have parts of their own. */
function drawnOfBlocks(bytes: Uint8Array, { children }: Part): readonly Range[] {
  const blocks = children.filter(({ type }) => type === 'block');
  return isJpeg(bytes, children) ? blocks.flatMap((block) => drawnOfStream(bytes, block)) : blocks;
}

/** Compression: 6 and 7. */
function isJpeg(bytes: Uint8Array, fields: readonly Part[]): boolean {
  const [value] = fields.find(({ type }) => type === '259')?.children ?? [];
  return value !== undefined && [6, 7].includes((bytes[value.start] ?? 0) | (bytes[value.start + 1] ?? 0));
}

function drawnOfStream(bytes: Uint8Array, { start, end }: Range): readonly Range[] {
  const inside = drawnOfJpeg(bytes.subarray(start, end));
  return inside.map((range) => ({ start: start + range.start, end: start + range.end }));
}
