import type { HeldShare } from './held-share';
import type { Listen } from './listen';
import { carrierOf, type Retell, type Retold, type RetoldType, stringsIn } from './retold-event';
import { innermostAt } from './shadow';

/**
 * Drag and drop, from the isolated world: a trusted drop with files is stopped at window, ahead of every listener
 * of the page, which hears a `dragleave` instead, so that its drop zone goes. At release the way is gone again:
 * `dragenter`, `dragover` until the page takes it, `drop`. A drop without files is never touched.
 */

/** A browser tells `dragover` over and over; so do we, so often, in milliseconds. */
const overEvery = 60;

/** A page that shows its drop zone only while something is dragged has so many of them to show it again. */
const overs = 20;

/** Where and with which keys a drop happened. */
const placeFields = [
  'clientX',
  'clientY',
  'screenX',
  'screenY',
  'button',
  'buttons',
  'ctrlKey',
  'shiftKey',
  'altKey',
  'metaKey',
] as const satisfies readonly (keyof DragEvent & keyof DragEventInit)[];

export function watchDrops(
  window: Window & typeof globalThis,
  listen: Listen,
  onHeld: (share: HeldShare) => void,
  onWarm: () => void,
  retell: Retell,
): void {
  const { document } = window;

  function onDragEnter({ isTrusted, dataTransfer }: DragEvent): void {
    if (isTrusted && dataTransfer?.types.includes('Files')) onWarm();
  }

  function onDrop(event: DragEvent): void {
    const { dataTransfer, clientX, clientY } = event;
    const [outermost] = event.composedPath();
    const files = [...(dataTransfer?.files ?? [])];
    if (!event.isTrusted || !dataTransfer || !outermost || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const strings = stringsIn(dataTransfer);
    const entries = [...dataTransfer.items]
      .filter(({ kind }) => kind === 'file')
      .map((item) => item.webkitGetAsEntry());
    const { effectAllowed, dropEffect } = dataTransfer;
    const effects = { effectAllowed, dropEffect };
    const place = Object.fromEntries(placeFields.map((field) => [field, event[field]]));
    const target = innermostAt(outermost, clientX, clientY);
    /** The same element, or the one that stands in its place since the page drew anew. */
    const at = () => {
      if ((target as Partial<Node>).isConnected) return target;
      const now = document.elementFromPoint(clientX, clientY);
      return now && innermostAt(now, clientX, clientY);
    };
    /** Before the drop itself a page sees that files are dragged, and of what type, but not the files. */
    const shapes = files.map(({ type }) => new File([], '', { type }));
    /** Whether the page has heard it enter and not yet heard it leave: some pages count. */
    let inside = true;
    const tell = (type: RetoldType, told: readonly File[] = shapes, more: Partial<Retold> = {}): boolean => {
      const now = at();
      inside = type === 'dragenter' || type === 'dragover';
      return now ? retell(now, carrierOf(document, told, { type, place, effects, ...more })) : true;
    };
    tell('dragleave');
    onHeld({
      files,
      ...(entries.some((entry) => entry?.isDirectory) ? { entries } : {}),
      route: 'drop',
      async approach() {
        tell('dragenter');
        for (let told = 0, taken = false; told < 2 || (told < overs && !taken); told += 1) {
          taken = tell('dragover');
          await new Promise((resolve) => window.setTimeout(resolve, overEvery));
        }
      },
      targetStands: () => at() !== null,
      release(released, paths) {
        if (released) tell('drop', released, { strings, paths });
        else if (inside) tell('dragleave');
      },
    });
  }

  listen('dragenter', onDragEnter);
  listen('drop', onDrop);
}
