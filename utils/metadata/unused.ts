import type { ByteSource } from '../bytes/byte-source';
import type { Range } from './clean-result';
import { type HiddenData, hiddenItem } from './hidden-data';
import { isZero } from './pieces';
import { describeTrailer, trailerHead } from './trailer';

/** Bytes of a file that no part of its structure claims: what was deleted or put there, and what a crop left. */

/** Into so many gaps is looked; with more of them something is taken to be there. */
const maximumGaps = 1000;

/**
 * What lies outside all claims: zeros tell nothing.
 * @param claimed in any order; they may overlap
 * @param carrier the name of the format
 */
export async function describeUnused(
  claimed: readonly Range[],
  source: ByteSource,
  carrier: string,
): Promise<readonly HiddenData[]> {
  const gaps = gapsBetween(claimed, source.size);
  const items: HiddenData[] = [];
  const last = gaps.at(-1);
  const tail = last?.end === source.size ? gaps.pop() : undefined;
  if (gaps.length > maximumGaps || (await holdsAnything(gaps, source)))
    items.push(hiddenItem('other', carrier, 'unused bytes'));
  if (tail && !(await isZero(source, tail.start, tail.end)))
    items.push(describeTrailer(await source.read(tail.start, Math.min(tail.start + trailerHead, tail.end))));
  return items;
}

async function holdsAnything(gaps: readonly Range[], source: ByteSource): Promise<boolean> {
  for (const { start, end } of gaps) if (!(await isZero(source, start, end))) return true;
  return false;
}

function gapsBetween(claimed: readonly Range[], size: number): Range[] {
  const gaps: Range[] = [];
  let at = 0;
  for (const { start, end } of [...claimed].sort((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: Math.min(start, size) });
    at = Math.max(at, end);
  }
  if (at < size) gaps.push({ start: at, end: size });
  return gaps;
}
