import { blobSource } from '../bytes/blob-source';
import type { Verdict } from '../channel/guard-channel';
import { cleanFile } from '../metadata/clean-file';

/** What is asked of files right before they go: they lie on a disk, where anything may happen meanwhile. */

/** Whether none of these was changed, moved or thrown away on its disk since it was chosen. */
export async function allReadable(files: readonly File[]): Promise<boolean> {
  try {
    await Promise.all(files.map((file) => file.slice(0, 1).arrayBuffer()));
    return true;
  } catch {
    // NotReadableError; looked at anew, the file is refused as unreadable.
    return false;
  }
}

/**
 * Whether what would go is clean at this very moment: its pieces lie in the files on the disk, and not every browser
 * refuses to read on in a file that was written anew.
 */
export async function allClean(verdict: Verdict): Promise<boolean> {
  if (verdict.choice !== 'clean') return true;
  for (const file of verdict.files) {
    if (!(file instanceof File)) continue;
    const result = await cleanFile(blobSource(file), file).catch(() => null);
    if (result?.outcome !== 'already-clean') return false;
  }
  return true;
}
