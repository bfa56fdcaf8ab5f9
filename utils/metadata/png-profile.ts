import { bytesOf } from '../bytes/text';
import { deflate, inflate } from '../bytes/zlib';
import { type HiddenData, hiddenItem } from './hidden-data';
import { cleanProfile } from './icc';
import { tidy } from './readable';

/** iCCP, W3C PNG 11.3.2.3: a name of 1 to 79 bytes, a zero byte, compression method 0, a zlib stream. */
const longestName = 79;

/** The name may be that of a monitor; any will do. */
const neutralName = 'icc';

/** Longer than any colour profile, in bytes. */
const longestProfile = 16 << 20;

export interface CleanIccp {
  readonly data: Uint8Array;
  readonly removed: readonly HiddenData[];
}

/**
 * The data of an iCCP chunk under another name, and the profile cleaned.
 * @returns null when no decoder would take it
 */
export async function cleanIccp(data: Uint8Array): Promise<CleanIccp | null> {
  const nameEnd = data.indexOf(0);
  if (nameEnd < 1 || nameEnd > longestName || data[nameEnd + 1] !== 0) return null;
  const stream = data.subarray(nameEnd + 2);
  const inflated = await inflate(stream, longestProfile);
  const cleaned = cleanProfile(inflated.bytes);
  if (!cleaned) return null;
  const removed = [...cleaned.removed];
  const name = String.fromCharCode(...data.subarray(0, nameEnd));
  if (name !== neutralName) removed.push(hiddenItem('other', 'ICC', 'profile name', tidy(name)));
  // The stream stays as it is unless something in it, or behind its end, had to go.
  const same = inflated.whole && cleaned.profile === inflated.bytes;
  const head = bytesOf(`${neutralName}\0\0`);
  const body = same ? stream : await deflate(cleaned.profile);
  const joined = new Uint8Array(head.length + body.length);
  joined.set(head);
  joined.set(body, head.length);
  return { data: joined, removed };
}
