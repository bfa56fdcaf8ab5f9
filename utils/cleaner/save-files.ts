import type { ReadyFile } from './file-list';
import { freeName } from './save-names';

/** Ways in which copies leave the page. None of them writes over a file that is there. */

/** The browser is given so much time to begin a download before its address goes, in milliseconds. */
const downloadBegins = 60_000;

/** Is told how saving goes on. */
export interface SaveProgress {
  /** So many bytes more were written. */
  readonly onBytes: (bytes: number) => void;
  readonly onSaved: (id: number, how: 'saved' | 'downloaded') => void;
  readonly onFailed: (id: number) => void;
}

/** Whether a copy can still be read: its original may have changed or gone since. Looks at both of its ends. */
export async function isReadable(copy: Blob): Promise<boolean> {
  try {
    await copy.slice(0, 1).arrayBuffer();
    await copy.slice(-1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** The bytes of a copy, each counted as it goes by. */
export function countedStream(copy: Blob, onBytes: (bytes: number) => void): ReadableStream<Uint8Array> {
  return copy.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onBytes(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );
}

/**
 * Hands a file to the browser's downloads, which give it a free name. Not by `showSaveFilePicker`: that empties the
 * file that is chosen before anything is written, and it may be the original itself.
 */
export function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), downloadBegins);
}

export async function saveAsDownload({ id, copy }: ReadyFile, progress: SaveProgress): Promise<void> {
  if (!(await isReadable(copy))) {
    progress.onFailed(id);
    return;
  }
  download(copy, copy.name);
  progress.onSaved(id, 'downloaded');
}

/** Writes every copy into a folder, under names that are free there. */
export async function saveInFolder(
  files: readonly ReadyFile[],
  folder: FileSystemDirectoryHandle,
  progress: SaveProgress,
  signal: AbortSignal,
): Promise<void> {
  for (const { id, copy } of files) {
    if (signal.aborted) return;
    if (await writeIn(folder, copy, progress.onBytes, signal)) progress.onSaved(id, 'saved');
    else if (!signal.aborted) progress.onFailed(id);
  }
}

async function writeIn(
  folder: FileSystemDirectoryHandle,
  copy: File,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const name = await freeName(copy.name, (tried) => isThere(folder, tried)).catch(() => null);
  if (name === null) return false;
  try {
    const handle = await folder.getFileHandle(name, { create: true });
    await countedStream(copy, onBytes).pipeTo(await handle.createWritable(), { signal });
    return true;
  } catch {
    // A full disk, a copy whose original is gone, or the person stopped it: what was begun goes.
    await folder.removeEntry(name).catch(() => {});
    return false;
  }
}

/** Whether anything of that name is in the folder; rejects when the folder cannot be looked into. */
async function isThere(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    const why = error instanceof DOMException ? error.name : '';
    if (why === 'NotFoundError') return false;
    // A folder has that name.
    if (why === 'TypeMismatchError') return true;
    throw error;
  }
}
