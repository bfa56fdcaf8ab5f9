import type { ByteSource } from '../bytes/byte-source';
import { latin1Of } from '../bytes/text';
import { type Extension, label } from './gif-structure';
import { type HiddenData, hiddenItem } from './hidden-data';
import { readValues, tidy } from './readable';
import { identifiedXmp } from './xmp';

/** What the extensions of a GIF that are not needed for drawing say about a person. */

const xmpApplication = 'XMP DataXMP';

/** XMP Part 3, 1.1.2: the packet lies bare, and 258 bytes behind it let sub-blocks come to their end. */
const magicTrailer = 258;

/** Of each extension so many bytes are read, at most. */
const longestRead = 1 << 20;

export async function describeExtension(
  { label: code, application, data, end }: Extension,
  source: ByteSource,
): Promise<readonly HiddenData[]> {
  const bytes = await source.read(data, Math.min(end, data + longestRead));
  if (code === label.comment) return [hiddenItem('text', 'GIF', 'comment', textOf(bytes))];
  if (code === label.plainText) return [hiddenItem('text', 'GIF', 'plain text')];
  if (code !== label.application) return [hiddenItem('other', 'GIF', 'extension')];
  if (application !== xmpApplication) return [hiddenItem('other', 'GIF', tidy(application) || 'application')];
  const packet = bytes.subarray(0, Math.max(0, bytes.length - magicTrailer));
  return (await readValues(identifiedXmp(packet))) ?? [hiddenItem('other', 'XMP', 'XMP')];
}

/** The letters of the sub-blocks, their lengths left out. */
function textOf(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length && text.length < 400; at += (bytes[at] ?? 0) + 1) {
    if (bytes[at] === 0) break;
    text += latin1Of(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  }
  return tidy(text);
}
