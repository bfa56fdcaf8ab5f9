import type { Fold } from './retold-event';
import { type Method, wrapMethod } from './wrap-method';

/**
 * Page world: what a page asks of the items of a drop that was held and is told again. A browser has entries and
 * handles only for what was dropped by hand; these tell of the files that were released.
 * File and Directory Entries API, 7; File System Access, 3.
 */

/** By name. */
type Folder = Map<string, Content>;
type Content = File | Folder;

const call = Reflect.apply;

export function installDroppedHooks(window: Window & typeof globalThis): Fold {
  const contents = new WeakMap<object, Content>();
  const { get, set } = WeakMap.prototype;
  const { prototype } = window.DataTransferItem;
  const { getAsFile } = prototype;

  function wrap(name: string, answer: (content: Content, name: string) => unknown): void {
    wrapMethod(prototype, name, (original: Method, item, args) => {
      const file = call(getAsFile, item, []);
      const content = file && (call(get, contents, [file]) as Content | undefined);
      return content ? answer(content, file.name) : call(original, item, args);
    });
  }

  wrap('webkitGetAsEntry', (content, name) => entryOf(content, `/${name}`));
  // In Firefox nothing of the kind is dropped.
  if (!import.meta.env.FIREFOX)
    wrap('getAsFileSystemHandle', async (content, name) => handleOf(content, name));

  return (files, paths) => {
    const root: Folder = new Map();
    for (const [index, file] of files.entries()) {
      const folders = paths[index]?.split('/') ?? [];
      folders.pop();
      let at = root;
      for (const name of folders) {
        const known = at.get(name);
        const folder: Folder = known instanceof Map ? known : new Map();
        at.set(name, folder);
        at = folder;
      }
      // Of the same name there may be several; no folder has a slash in its own.
      at.set(at === root ? `/${index}` : file.name, file);
    }
    return [...root].map(([name, content]) => {
      const shown = content instanceof Map ? new window.File([], name) : content;
      call(set, contents, [shown, content]);
      return shown;
    });
  };
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function entryOf(content: Content, fullPath: string): object {
  const isDirectory = content instanceof Map;
  const shared = { isFile: !isDirectory, isDirectory, name: nameOf(fullPath), fullPath, filesystem: null };
  if (!isDirectory) return { ...shared, file: (done: (file: File) => void) => later(done, content) };
  return {
    ...shared,
    createReader() {
      let rest = [...content].map(([name, inner]) => entryOf(inner, `${fullPath}/${name}`));
      return {
        readEntries(done: (entries: readonly object[]) => void) {
          later(done, rest);
          rest = [];
        },
      };
    },
  };
}

/** Such calls are never answered at once. */
function later<Value>(done: ((value: Value) => void) | undefined, value: Value): void {
  if (done) setTimeout(done, 0, value);
}

function handleOf(content: Content, name: string): object {
  const isFolder = content instanceof Map;
  const { prototype } = isFolder ? FileSystemDirectoryHandle : FileSystemFileHandle;
  const inner = () =>
    [...(isFolder ? content : [])].map(([name, one]) => [name, handleOf(one, name)] as const);
  const members = isFolder
    ? {
        entries: () => inLine(inner()),
        keys: () => inLine(inner().map(([name]) => name)),
        values: () => inLine(inner().map(([, handle]) => handle)),
        [Symbol.asyncIterator]: () => inLine(inner()),
      }
    : { getFile: async () => content };
  const own = { kind: isFolder ? 'directory' : 'file', name, ...members };
  return Object.create(prototype, Object.getOwnPropertyDescriptors(own));
}

async function* inLine<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}
