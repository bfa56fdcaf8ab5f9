import { makeZip } from 'client-zip';
import type { ReadyFile } from './file-list';
import { countedStream, download, isReadable, type SaveProgress } from './save-files';

/** All copies as one ZIP file, stored without compression: pictures and videos are compressed already. */

/** Tells nothing of what is in it. */
export const zipName = 'photos.zip';

/** The same for every file, so that nothing tells when it was cleaned. The first day that ZIP knows, in its own clock. */
const noDate = new Date(1980, 0, 1);

/**
 * The bytes of a ZIP file with these copies, made while it is read: none of them is held in memory. What cannot be
 * read is left out and told.
 * @param onPacked is told of each file that is in it
 */
export function zipOf(
  files: readonly ReadyFile[],
  { onBytes, onFailed }: Pick<SaveProgress, 'onBytes' | 'onFailed'>,
  onPacked: (id: number) => void,
): ReadableStream<Uint8Array> {
  async function* entries() {
    for (const { id, copy } of files) {
      if (!(await isReadable(copy))) {
        onFailed(id);
        continue;
      }
      yield { name: copy.name, lastModified: noDate, input: countedStream(copy, onBytes) };
      onPacked(id);
    }
  }
  return makeZip(entries());
}

/**
 * Saves all as one ZIP file.
 * @param target where the person wants it; null: in the downloads, put together by the browser first
 */
export async function saveAsZip(
  files: readonly ReadyFile[],
  target: FileSystemFileHandle | null,
  progress: SaveProgress,
  signal: AbortSignal,
): Promise<void> {
  const packed: number[] = [];
  const zip = zipOf(files, progress, (id) => packed.push(id));
  try {
    if (target) await zip.pipeTo(await target.createWritable(), { signal });
    else await downloadZip(zip, signal);
  } catch {
    // A full disk, a copy whose original went meanwhile, or the person stopped it: there is no ZIP file.
    await removed(target);
    if (!signal.aborted) for (const { id } of files) progress.onFailed(id);
    return;
  }
  for (const id of packed) progress.onSaved(id, target ? 'saved' : 'downloaded');
}

/** The picker has made an empty file. Where the browser cannot take it away, it stays empty. */
async function removed(
  target: (FileSystemFileHandle & { remove?: () => Promise<void> }) | null,
): Promise<void> {
  await target?.remove?.().catch(() => {});
}

async function downloadZip(zip: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<void> {
  const stoppable = zip.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
  const file = await new Response(stoppable, { headers: { 'Content-Type': 'application/zip' } }).blob();
  download(file, zipName);
}
