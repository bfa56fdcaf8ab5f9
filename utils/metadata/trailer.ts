import { latin1Of, startsWith } from '../bytes/text';
import { type HiddenData, hiddenItem } from './hidden-data';

/** So much of what follows the end of a picture is looked at to name it, in bytes. */
export const trailerHead = 4096;

/**
 * What lies behind the end of a picture, by how it begins.
 * @param head its first bytes, `trailerHead` at most
 */
export function describeTrailer(head: Uint8Array): HiddenData {
  const text = latin1Of(head);
  if (text.slice(4, 8) === 'ftyp' || text.includes('MotionPhoto'))
    return hiddenItem('other', 'trailer', 'video');
  // IPTC as one program puts it there: captions, names, a preview.
  if (startsWith(head, 'AXS!') || startsWith(head, 'AXS*')) return hiddenItem('text', 'trailer', 'AFCP');
  if (startsWith(head, '\xff\xd8\xff')) return hiddenItem('thumbnail', 'trailer', 'second picture');
  return hiddenItem('other', 'trailer', 'data after the end');
}
