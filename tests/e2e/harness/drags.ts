import type { Locator, Page } from '@playwright/test';

/** Drags of real files from outside the browser, by the devtools protocol: its events are trusted. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of an element, in CSS pixels of the page. */
export async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not on screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

interface Drag {
  /** The points that are passed; the files fall on the last one. */
  readonly at: readonly Point[];
  /** Modifier keys that are held, as the protocol counts them: Alt 1, Ctrl 2, Meta 4, Shift 8. */
  readonly keys?: number;
}

/** Drags these files, by absolute path, into the page and drops them. */
export async function dropFiles(page: Page, paths: readonly string[], { at, keys = 0 }: Drag): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop', { x, y }: Point) =>
    session.send('Input.dispatchDragEvent', { type, x, y, data, modifiers: keys });
  const [first] = at;
  const last = at.at(-1);
  if (!first || !last) throw new Error('A drag needs a point.');
  await send('dragEnter', first);
  for (const point of at) await send('dragOver', point);
  await send('drop', last);
  await session.detach();
}
