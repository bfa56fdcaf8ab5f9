import type { Upload } from './widget';

/** What a room writes down, in the page: what it saw of a share, and what its widget handed to its upload. */

/** A file as it was handed over: read at once, whole. */
export interface HandedFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly lastModified: number;
  readonly webkitRelativePath: string;
  readonly sha256: string;
  /** Base64. */
  readonly bytes: string;
}

export interface RoomRecord {
  /** Events of a pick, a drop or a paste that window heard of, each with how many files could be seen in it. */
  readonly events: { type: string; files: number }[];
  /** How often code of the page began to read a file. */
  reads: number;
  /** Calls of the upload, in order. */
  readonly uploads: (readonly HandedFile[])[];
  /** Calls whose files are still being read. */
  uploading: number;
  /** What went wrong in the page. */
  readonly errors: string[];
}

const watched = ['input', 'change', 'cancel', 'dragenter', 'dragover', 'dragleave', 'drop', 'paste'];

/** All that begins to read a blob, by owner: methods of the blob itself, or such that are given one. */
const readers = {
  arrayBuffer: Blob.prototype,
  text: Blob.prototype,
  stream: Blob.prototype,
  slice: Blob.prototype,
  readAsArrayBuffer: FileReader.prototype,
  readAsDataURL: FileReader.prototype,
  readAsText: FileReader.prototype,
  readAsBinaryString: FileReader.prototype,
  createObjectURL: URL,
  createImageBitmap: window,
} as const;

/** Taken before they are watched. */
const { arrayBuffer } = Blob.prototype;
const { send } = XMLHttpRequest.prototype;

function filesIn(event: Event): number {
  if (event instanceof DragEvent) return event.dataTransfer?.files.length ?? 0;
  if (event instanceof ClipboardEvent) return event.clipboardData?.files.length ?? 0;
  const [target] = event.composedPath();
  return target instanceof HTMLInputElement ? (target.files?.length ?? 0) : 0;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function readWhole(file: File): Promise<HandedFile> {
  const { name, type, size, lastModified, webkitRelativePath } = file;
  const buffer: ArrayBuffer = await Reflect.apply(arrayBuffer, file, []);
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', buffer)));
  const bytes = btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''));
  return { name, type, size, lastModified, webkitRelativePath, sha256, bytes };
}

/** From now on; `upload` writes down what it is called with, as a request with files does by itself. */
export function watchRoom(): { readonly record: RoomRecord; readonly upload: Upload } {
  const record: RoomRecord = { events: [], reads: 0, uploads: [], uploading: 0, errors: [] };

  for (const type of watched) {
    window.addEventListener(type, (event) => record.events.push({ type, files: filesIn(event) }), true);
  }
  window.addEventListener('error', ({ message }) => record.errors.push(message));
  window.addEventListener('unhandledrejection', ({ reason }) => record.errors.push(String(reason)));

  for (const [name, owner] of Object.entries(readers)) {
    const read: unknown = Reflect.get(owner, name);
    if (typeof read !== 'function') throw new Error(`This browser has no ${name}.`);
    Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
      if (this instanceof File || args[0] instanceof File) record.reads += 1;
      return Reflect.apply(read, this, args);
    });
  }

  const upload: Upload = (files) => {
    const place = record.uploads.push([]) - 1;
    record.uploading += 1;
    Promise.all(files.map(readWhole))
      .then((handed) => record.uploads.splice(place, 1, handed))
      .catch((error) => record.errors.push(String(error)))
      .finally(() => {
        record.uploading -= 1;
      });
  };

  XMLHttpRequest.prototype.send = function (body) {
    const values = body instanceof FormData ? [...body.values()] : [body];
    const files = values.filter((value) => value instanceof File);
    if (files.length > 0) upload(files);
    send.call(this, body);
  };

  return { record, upload };
}
