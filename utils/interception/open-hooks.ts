import { type Method, wrapMethod } from './wrap-method';

/**
 * Page world: `document.open`, and `write` in a document that is finished, take every listener off the window, ours
 * too, and what is written then may run scripts at once, whose own listeners would come first. HTML, 8.4.1 and 8.4.3.
 * @param listenAgain is called after the document was opened, before anything is written to it
 */
export function installOpenHooks(
  window: Window & typeof globalThis,
  listenAgain: (document: Document) => void,
): void {
  const call = Reflect.apply;
  const { prototype } = window.Document;

  wrapMethod(prototype, 'open', (original, target, args) => {
    const opened = call(original, target, args);
    listenAgain(target as Document);
    return opened;
  });

  let write: Method | null = null;
  for (const name of ['write', 'writeln']) {
    const original = wrapMethod(prototype, name, (native, target, args) => {
      const document = target as Document;
      if (write && document.readyState !== 'loading') {
        // Writing nothing opens it just as well, or is ignored just as well, and runs nothing.
        call(write, document, []);
        listenAgain(document);
      }
      return call(native, target, args);
    });
    write ??= original;
  }
}
