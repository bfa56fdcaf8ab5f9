import type { HeldShare } from './held-share';

/** Folders that were dropped, read to the last file. File and Directory Entries API, 7. */

/** Deeper lies nothing that a person put there. */
const deepest = 64;

interface Found {
  readonly file: File;
  readonly path: string;
}

/** The share with every file of its folders and the path of each. */
export async function unfold(share: HeldShare): Promise<HeldShare> {
  const { files, entries, paths } = share;
  if (!entries) return { ...share, paths: paths ?? files.map((file) => file.webkitRelativePath) };
  const found: Found[] = [];
  for (const [index, file] of files.entries()) {
    const entry = entries[index];
    if (entry?.isDirectory) found.push(...(await filesIn(entry, deepest)));
    else found.push({ file, path: '' });
  }
  return { ...share, files: found.map(({ file }) => file), paths: found.map(({ path }) => path) };
}

/** What cannot be read is left out: the page could not read it either. */
async function filesIn(entry: FileSystemEntry, depth: number): Promise<readonly Found[]> {
  if (entry.isFile) {
    const read = new Promise<File>((...settle) => (entry as FileSystemFileEntry).file(...settle));
    const file = await read.catch(() => null);
    return file ? [{ file, path: entry.fullPath.replace(/^\//, '') }] : [];
  }
  if (depth === 0) return [];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: Found[] = [];
  for (;;) {
    const read = new Promise<FileSystemEntry[]>((...settle) => reader.readEntries(...settle));
    const some = await read.catch(() => []);
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await filesIn(inner, depth - 1)));
  }
}
