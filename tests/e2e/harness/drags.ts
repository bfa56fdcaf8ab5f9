import type { Locator, Page } from '@playwright/test';
import type { Drag, Point } from './browsers/driver';
import { driverOf } from './browsers/drivers';
import { clear } from './clear';

/** Drags of real files from outside the page: its events are trusted. */

export type { Point } from './browsers/driver';

/** The middle of an element, in whole CSS pixels of the page: Firefox tells no others of a drag. */
export async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not on screen.');
  return { x: Math.trunc(box.x + box.width / 2), y: Math.trunc(box.y + box.height / 2) };
}

/** Drags these files, by absolute path, into the page and drops them. */
export async function dropFiles(page: Page, paths: readonly string[], drag: Drag): Promise<void> {
  await clear(page);
  return driverOf(page).dropFiles(page, paths, drag);
}

export function dropText(page: Page, text: string, point: Point): Promise<void> {
  return driverOf(page).dropText(page, text, point);
}
