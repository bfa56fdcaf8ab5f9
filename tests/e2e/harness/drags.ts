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

/** Drags these files, by absolute path, over the points in turn and drops them on the last one. */
export async function dropFiles(
  page: Page,
  paths: readonly string[],
  ...points: readonly Point[]
): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop', { x, y }: Point) =>
    session.send('Input.dispatchDragEvent', { type, x, y, data });
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) throw new Error('A drag needs a point.');
  await send('dragEnter', first);
  for (const point of points) await send('dragOver', point);
  await send('drop', last);
  await session.detach();
}
