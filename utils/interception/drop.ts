import type { HeldShare } from './held-share';
import { carrierOf, type Retold, type RetoldType, stringsIn } from './retold-event';

/**
 * Drag and drop, from the isolated world: a trusted drop with files is stopped at window, ahead of every listener
 * of the page, which hears a `dragleave` instead, so that its drop zone goes. At release the way is gone again:
 * `dragenter`, `dragover`, `drop`. A drop without files is never touched.
 */

/** Pages that show a drop zone only while something is dragged have so long to show it again, in milliseconds. */
const zoneAppearsWithin = 60;

/** Where and with which keys a drop happened. */
const placeFields = [
  'clientX',
  'clientY',
  'screenX',
  'screenY',
  'ctrlKey',
  'shiftKey',
  'altKey',
  'metaKey',
] as const satisfies readonly (keyof DragEvent & keyof DragEventInit)[];

export function watchDrops(
  window: Window & typeof globalThis,
  onHeld: (share: HeldShare) => void,
  onWarm: () => void,
  retell: (target: EventTarget, carrier: HTMLInputElement) => void,
  signal: AbortSignal,
): void {
  const { document } = window;

  function onDragEnter({ isTrusted, dataTransfer }: DragEvent): void {
    if (isTrusted && dataTransfer?.types.includes('Files')) onWarm();
  }

  function onDrop(event: DragEvent): void {
    const { dataTransfer } = event;
    const [target] = event.composedPath();
    const files = [...(dataTransfer?.files ?? [])];
    if (!event.isTrusted || !dataTransfer || !target || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const strings = stringsIn(dataTransfer);
    const place = Object.fromEntries(placeFields.map((field) => [field, event[field]]));
    /** The same element, or the one that stands in its place since the page drew anew. */
    const at = () =>
      (target as Partial<Node>).isConnected
        ? target
        : document.elementFromPoint(event.clientX, event.clientY);
    const tell = (type: RetoldType, told: readonly File[] = [], words: Retold['strings'] = []) => {
      const now = at();
      if (now) retell(now, carrierOf(document, told, { type, strings: words, place }));
    };
    tell('dragleave');
    onHeld({
      files,
      route: 'drop',
      async approach() {
        tell('dragenter');
        tell('dragover');
        await new Promise((resolve) => window.setTimeout(resolve, zoneAppearsWithin));
      },
      targetStands: () => at() !== null,
      release: (released) => (released ? tell('drop', released, strings) : tell('dragleave')),
    });
  }

  window.addEventListener('dragenter', onDragEnter, { capture: true, signal });
  window.addEventListener('drop', onDrop, { capture: true, signal });
}
