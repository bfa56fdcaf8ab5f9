import { open } from 'node:fs/promises';
import type { LongPart } from '../../fixtures/long-movie';

/** Writes the parts of a long recording; coded pictures and sounds become holes, which take no room on the disk. */
export async function writeSparse(path: string, parts: readonly LongPart[]): Promise<void> {
  const handle = await open(path, 'w');
  try {
    let at = 0;
    for (const part of parts) {
      if (typeof part === 'number') at += part;
      else at += (await handle.write(part, 0, part.length, at)).bytesWritten;
    }
    await handle.truncate(at);
  } finally {
    await handle.close();
  }
}
