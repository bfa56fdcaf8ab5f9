/** Files and whole folders that a person gives the cleaner, read to the last file within bounds. */

/** More files are not taken at once. */
export const mostFiles = 10_000;

/** Deeper lies nothing that a person put there, in folders. */
const deepest = 64;

/** Folders without end are not walked through, in entries that were seen. */
const mostEntries = 50_000;

export interface Gathered {
  readonly files: readonly File[];
  /** How many were taken when there were too many; null when all were. */
  readonly tooMany: number | null;
  /** How many files or folders could not be read. */
  readonly unread: number;
}

/** A file or folder, whichever interface it comes by. */
type Place =
  | { readonly name: string; readonly file: () => Promise<File> }
  | { readonly name: string; readonly inside: () => Promise<readonly Place[]> };

/** File and Directory Entries API, 7: what was dropped. */
function placeOfEntry(entry: FileSystemEntry): Place {
  const { name } = entry;
  if (entry.isFile) {
    return { name, file: () => new Promise((...settle) => (entry as FileSystemFileEntry).file(...settle)) };
  }
  return { name, inside: () => entriesIn(entry as FileSystemDirectoryEntry) };
}

/** They come by the hundred, until none come. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<readonly Place[]> {
  const reader = folder.createReader();
  const found: Place[] = [];
  while (found.length < mostEntries) {
    const some = await new Promise<FileSystemEntry[]>((...settle) => reader.readEntries(...settle));
    if (some.length === 0) return found;
    found.push(...some.map(placeOfEntry));
  }
  return found;
}

/** File System Access: what was picked in Chromium. */
function placeOfHandle(handle: FileSystemHandle): Place {
  const { name } = handle;
  if (handle.kind === 'file') return { name, file: () => (handle as FileSystemFileHandle).getFile() };
  return { name, inside: () => handlesIn(handle as FileSystemDirectoryHandle) };
}

async function handlesIn(folder: FileSystemDirectoryHandle): Promise<readonly Place[]> {
  const found: Place[] = [];
  for await (const handle of folder.values()) {
    found.push(placeOfHandle(handle));
    if (found.length >= mostEntries) break;
  }
  return found;
}

const byName = new Intl.Collator('en', { numeric: true });

/** Goes through folders by name, files and folders as they stand. */
async function walk(places: readonly Place[], signal: AbortSignal): Promise<Gathered> {
  const files: File[] = [];
  let unread = 0;
  let seen = 0;
  let tooMany = false;

  async function visit(place: Place, depth: number): Promise<void> {
    if (signal.aborted) return;
    seen += 1;
    if (files.length >= mostFiles || seen > mostEntries || depth > deepest) {
      tooMany = true;
      return;
    }
    try {
      if ('file' in place) {
        files.push(await place.file());
        return;
      }
      const inside = [...(await place.inside())].sort((a, b) => byName.compare(a.name, b.name));
      for (const inner of inside) await visit(inner, depth + 1);
    } catch {
      // Gone, or not ours to read: it is counted and told.
      unread += 1;
    }
  }

  for (const place of places) await visit(place, 0);
  return { files, tooMany: tooMany ? files.length : null, unread };
}

/** Files as they are, without folders. */
export function gatherFiles(files: readonly File[]): Gathered {
  return {
    files: files.slice(0, mostFiles),
    tooMany: files.length > mostFiles ? mostFiles : null,
    unread: 0,
  };
}

/** What was dropped, folders too. To be called while the event is heard: later its items are gone. */
export function gatherDropped(data: DataTransfer, signal: AbortSignal): Promise<Gathered> {
  const places = [...data.items].flatMap((item): Place[] => {
    if (item.kind !== 'file') return [];
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory) return [placeOfEntry(entry)];
    const file = item.getAsFile();
    return file ? [{ name: file.name, file: async () => file }] : [];
  });
  return walk(places, signal);
}

export function gatherFolder(folder: FileSystemDirectoryHandle, signal: AbortSignal): Promise<Gathered> {
  return walk([placeOfHandle(folder)], signal);
}
