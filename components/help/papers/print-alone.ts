import { type ComponentChild, render } from 'preact';

interface Printing {
  /** Whether the browser took it up. */
  readonly begun: boolean;
  /** Takes the sheet away again; once is enough. */
  clear(): void;
}

/**
 * Prints something alone: in this page, where it stands only as long as that takes and is never seen on the screen.
 * Where the browser prints nothing of the place this page is in, such as a side panel, in a window of its own: an
 * empty one, whose address no history keeps.
 */
export function printAlone(sheet: ComponentChild): Printing {
  const room = document.createElement('div');
  room.className = 'paper-room';
  render(sheet, room);
  const life = new AbortController();
  let own: Window | null = null;
  const clear = () => {
    life.abort();
    render(null, room);
    room.remove();
    own?.close();
  };
  document.body.append(room);
  if (printHere(life.signal, clear)) return { begun: true, clear };
  own = window.open('about:blank', '_blank', 'popup,width=820,height=900');
  if (own) printThere(own, room);
  else clear();
  return { begun: own !== null, clear };
}

/** Whether the browser began to print this page. */
function printHere(signal: AbortSignal, onDone: () => void): boolean {
  let begun = false;
  const begin = () => {
    begun = true;
  };
  window.addEventListener('beforeprint', begin, { signal });
  window.addEventListener('afterprint', onDone, { signal });
  window.print();
  return begun;
}

function printThere(own: Window, room: HTMLElement): void {
  const { documentElement, head, body } = own.document;
  documentElement.lang = document.documentElement.lang;
  documentElement.dir = document.documentElement.dir;
  own.document.title = document.title;
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].map(({ href }) => {
    const link = own.document.createElement('link');
    link.rel = 'stylesheet';
    link.href = href;
    return new Promise((loaded) => {
      link.addEventListener('load', loaded);
      link.addEventListener('error', loaded);
      head.append(link);
    });
  });
  body.append(room);
  Promise.all(styles).then(() => own.print(), reportError);
}
