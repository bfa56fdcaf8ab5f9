import { type ComponentChild, render } from 'preact';

interface Printing {
  /** Whether the browser took it up. */
  readonly begun: boolean;
  /** Takes the sheet away again; once is enough. */
  clear(): void;
}

/** Prints something alone: it stands in the page only as long as that takes, and is never seen on the screen. */
export function printAlone(sheet: ComponentChild): Printing {
  const room = document.createElement('div');
  room.className = 'paper-room';
  document.body.append(room);
  render(sheet, room);
  const life = new AbortController();
  const { signal } = life;
  const clear = () => {
    life.abort();
    render(null, room);
    room.remove();
  };
  let begun = false;
  const begin = () => {
    begun = true;
  };
  window.addEventListener('beforeprint', begin, { signal });
  window.addEventListener('afterprint', clear, { signal });
  window.print();
  return { begun, clear };
}
