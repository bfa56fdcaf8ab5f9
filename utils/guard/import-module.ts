/** A module that has not arrived in so long, in milliseconds, will not. */
const latest = 20_000;

/**
 * Loads a module of the extension into a content script.
 *
 * In Chromium one that is under way when the page is put into the back/forward cache never arrives: when the page comes
 * back it is asked for anew, by another address since the first one stays under way.
 * @param address of the module in the extension
 * @returns what it exports; rejects when it is not there any more, or does not come
 */
export function importModule(window: Window, address: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = new AbortController();
    const ask = (url: string) => {
      import(/* @vite-ignore */ url).then(resolve, reject).finally(() => ended.abort());
    };
    const onReturn = ({ persisted, timeStamp }: PageTransitionEvent) => {
      if (persisted) ask(`${address}?${timeStamp}`);
    };
    window.addEventListener('pageshow', onReturn, { signal: ended.signal });
    window.setTimeout(reject, latest);
    ask(address);
  });
}
