/** Keys that act on the picture while something of it has the focus. */

const directions: ReadonlyMap<string, readonly [x: number, y: number]> = new Map([
  ['ArrowLeft', [-1, 0]],
  ['ArrowRight', [1, 0]],
  ['ArrowUp', [0, -1]],
  ['ArrowDown', [0, 1]],
]);

/** One press goes so far, as a part of the picture's larger side. */
const stepPart = 0.01;

/** Where an arrow key leads, in pixels of the picture; null for any other key. */
export function arrowOf(
  { key, ctrlKey, altKey, metaKey }: KeyboardEvent,
  { width, height }: { readonly width: number; readonly height: number },
): { readonly dx: number; readonly dy: number } | null {
  const direction = directions.get(key);
  if (!direction || ctrlKey || altKey || metaKey) return null;
  const step = Math.max(1, Math.round(Math.max(width, height) * stepPart));
  return { dx: direction[0] * step, dy: direction[1] * step };
}

/** The key where N is, whatever letter the layout has there. */
export function isNewKey({ code, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return code === 'KeyN' && !ctrlKey && !altKey && !metaKey;
}

/** What the usual keys for going back and forth say, by place too. */
export function historyKey({ code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!ctrlKey && !metaKey) return null;
  if (code === 'KeyY') return 'redo';
  if (code !== 'KeyZ') return null;
  return shiftKey ? 'redo' : 'undo';
}
