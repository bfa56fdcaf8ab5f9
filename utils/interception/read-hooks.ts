import { inputGiven, type LinkEnd } from '../channel/page-link';
import { filesOf, fill } from './input-files';
import { type Method, wrapMethod } from './wrap-method';

/**
 * Page world: files that a page gets by asking for them, not by an event. What `getFile` of a file handle and
 * `getType` of a pasted item give is held like a pick: it goes to share-guard in a file input of ours, and what comes
 * back is in that input. File System Access, 3.4; Clipboard API, 5.
 *
 * A file is asked about once for as long as it stays the same, whatever the page does with its handle. What lies in
 * the site's own private file system is the site's.
 */

const call = Reflect.apply;
const { addEventListener: listen } = EventTarget.prototype;

/** What is told of one file the second time. */
interface Answered {
  readonly size: number;
  readonly lastModified: number;
  readonly answer: Promise<File>;
}

export function installReadHooks(window: Window & typeof globalThis, link: LinkEnd): void {
  const { document, navigator } = window;
  const { DOMException: Exception } = window;
  const { createElement } = document;

  /** What may go of this file; rejects as when the person forbids to read it. */
  function held(file: File): Promise<File> {
    const carrier = call(createElement, document, ['input']) as HTMLInputElement;
    carrier.type = 'file';
    fill(carrier, [file]);
    return new Promise((resolve, reject) => {
      const done = () => {
        const [released] = filesOf(carrier);
        if (released) resolve(released);
        else reject(new Exception('The request is not allowed.', 'NotAllowedError'));
      };
      for (const type of ['change', 'cancel']) call(listen, carrier, [type, done]);
      // share-guard is gone: the site goes on.
      if (!link.hand(inputGiven, carrier)) resolve(file);
    });
  }

  holdClipboard(window, held);
  // Firefox has no handles but those of private file systems.
  if (import.meta.env.FIREFOX || !('FileSystemFileHandle' in window)) return;
  const { resolve } = window.FileSystemDirectoryHandle.prototype;
  const { storage } = navigator;
  const answers = new WeakMap<object, Answered>();

  async function isPrivate(handle: FileSystemHandle): Promise<boolean> {
    try {
      return (await call(resolve, await storage.getDirectory(), [handle])) !== null;
    } catch {
      // A site that may have no private file system keeps nothing there.
      return false;
    }
  }

  wrapMethod(window.FileSystemFileHandle.prototype, 'getFile', async (original, target, args) => {
    const file = (await call(original, target, args)) as File;
    const handle = target as FileSystemFileHandle;
    if (await isPrivate(handle)) return file;
    const { size, lastModified } = file;
    const known = answers.get(handle);
    if (known?.size === size && known.lastModified === lastModified) return known.answer;
    const answer = held(file);
    answers.set(handle, { size, lastModified, answer });
    // Who was told no may ask again.
    answer.catch(() => answers.delete(handle));
    return answer;
  });
}

/** Pictures of items that came from the clipboard; those a page made it knows already. */
function holdClipboard(window: Window & typeof globalThis, held: (file: File) => Promise<File>): void {
  const { Clipboard: clipboard, ClipboardItem: item, File: PlainFile, Blob: PlainBlob } = window;
  if (!clipboard || !item) return;
  const pasted = new WeakSet<object>();

  wrapMethod(clipboard.prototype, 'read', async (original: Method, target, args) => {
    const items = (await call(original, target, args)) as ClipboardItem[];
    for (const one of items) pasted.add(one);
    return items;
  });

  wrapMethod(item.prototype, 'getType', async (original: Method, target, args) => {
    const blob = (await call(original, target, args)) as Blob;
    const { type } = blob;
    if (!pasted.has(target as object) || !type.includes('image/')) return blob;
    const name = `image.${type.slice(type.indexOf('/') + 1)}`;
    const file = new PlainFile([blob], name, { type });
    const released = await held(file);
    return released === file ? blob : new PlainBlob([released], { type: released.type });
  });
}
