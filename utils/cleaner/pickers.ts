import { zipName } from './save-zip';

/** Pickers of File System Access, which only Chromium has. */

interface Pickers {
  readonly showDirectoryPicker?: (options: {
    mode: 'read' | 'readwrite';
  }) => Promise<FileSystemDirectoryHandle>;
  readonly showSaveFilePicker?: (options: {
    suggestedName: string;
    types: { accept: Record<string, string[]> }[];
    excludeAcceptAllOption: boolean;
  }) => Promise<FileSystemFileHandle>;
}

function pickers(): Pickers {
  return window as unknown as Pickers;
}

/** Whether folders can be picked to write into, and so to read without the browser asking about an "upload". */
export function picksFolders(): boolean {
  return pickers().showDirectoryPicker !== undefined;
}

/** null: the person closed the picker. Rejects when the browser does not let the folder be used. */
export async function pickFolder(mode: 'read' | 'readwrite'): Promise<FileSystemDirectoryHandle | null> {
  return orNull(pickers().showDirectoryPicker?.({ mode }));
}

/** Where a ZIP file goes; null: the person closed the picker. 'none' where there is no such picker. */
export async function pickZip(): Promise<FileSystemFileHandle | null | 'none'> {
  const { showSaveFilePicker } = pickers();
  if (!showSaveFilePicker) return 'none';
  return orNull(
    // Other kinds of files cannot be chosen: what is chosen is written over, once the browser has asked.
    showSaveFilePicker.call(window, {
      suggestedName: zipName,
      types: [{ accept: { 'application/zip': ['.zip'] } }],
      excludeAcceptAllOption: true,
    }),
  );
}

async function orNull<Handle>(picked: Promise<Handle> | undefined): Promise<Handle | null> {
  try {
    return (await picked) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}
