import type { ByteSource } from '../bytes/byte-source';
import { withIdentifier } from './exif';
import { type HiddenData, hiddenItem } from './hidden-data';
import { readValues, tidy } from './readable';
import { type Chunk, chunkHead } from './webp-structure';
import { identifiedXmp } from './xmp';

/** What the chunks of a WebP that are not needed for drawing say about a person. */

/** Of so many chunks the values are read, and of each so many bytes; the rest is named, not read. */
const maximumRead = 16;
const longestRead = 1 << 20;

/** Everything hidden in these dropped chunks. */
export async function describeChunks(
  chunks: readonly Chunk[],
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const items: HiddenData[] = [];
  for (const [index, { type, start, end }] of chunks.entries()) {
    const readTo = index < maximumRead ? Math.min(end, start + chunkHead + longestRead) : start + chunkHead;
    const data = await source.read(start + chunkHead, readTo);
    const told = data.length > 0 ? await describeData(type, data) : null;
    items.push(...(told && told.length > 0 ? told : [hiddenItem('other', sourceOf(type), tidy(type))]));
  }
  return items;
}

function describeData(type: string, data: Uint8Array): Promise<readonly HiddenData[] | null> | null {
  if (type === 'EXIF') return readValues(withIdentifier(data));
  return type === 'XMP ' ? readValues(identifiedXmp(data)) : null;
}

function sourceOf(type: string): string {
  if (type === 'EXIF') return 'EXIF';
  return type === 'XMP ' ? 'XMP' : 'WebP';
}
