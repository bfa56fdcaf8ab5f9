import type { ByteSource } from '../bytes/byte-source';
import { inflateHead } from '../bytes/inflate-head';
import { gunzip, gzip } from '../bytes/zlib';
import type { RefusalReason } from './clean-result';
import type { Container } from './container';
import { type Plan, planned } from './plan';
import { signatureOf } from './signatures';
import { cleanDocument } from './svg-document';

/**
 * SVG (SVG 2, SVG 1.1), plain and compressed by gzip.
 *
 * A text, read whole and written anew as UTF-8: what draws stays as written, down to the white space; metadata,
 * comments, titles, scripts, what belongs to editors, outside links and names that nothing refers to go, by an
 * allow-list of namespaces, elements and attributes. Pictures in it are cleaned as such. A compressed one stays so.
 */

/** Longest text that is read, in bytes. */
const longestText = 32 << 20;

/** So far a compressed text is read that something follows, which engines take for a broken one, in bytes. */
const longestBroken = 2 << 20;

/** Of compressed bytes too few are at hand to tell more than how the text begins. */
const longestHead = 2048;

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function matches(head: Uint8Array, size: number): boolean {
  if (!isGzip(head)) return signatureOf(head, size) === 'svg';
  const inner = inflateHead(head, longestHead);
  return inner !== null && signatureOf(inner, inner.length) === 'svg';
}

async function inflated(bytes: Uint8Array, limit: number): Promise<Uint8Array> {
  const { bytes: text, whole } = await gunzip(bytes, limit);
  const isRight = whole || text.length >= limit;
  return (isRight ? null : inflateHead(bytes, longestBroken)) ?? text;
}

async function planFor(source: ByteSource): Promise<Plan | RefusalReason> {
  if (source.size > longestText) return 'too-large';
  const original = await source.read(0, source.size);
  const isCompressed = isGzip(original);
  // One byte more than may be, to see that there are more.
  const text = isCompressed ? await inflated(original, longestText + 1) : original;
  if (text.length > longestText) return 'too-large';
  const cleaned = await cleanDocument(text);
  if (typeof cleaned === 'string') return cleaned;
  const { bytes, hidden } = cleaned;
  const whole = [{ start: 0, end: source.size }];
  const pieces = isCompressed ? [await gzip(bytes)] : bytes === text ? whole : [bytes];
  return { pieces, hidden: async () => hidden };
}

export const svg: Container = planned(
  { name: 'svg', types: ['image/svg+xml'], extensions: ['svg', 'svgz'], matches },
  planFor,
);
