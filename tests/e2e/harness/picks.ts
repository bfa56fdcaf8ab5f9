import type { Page } from '@playwright/test';
import type { Chooser } from './browsers/driver';
import { driverOf } from './browsers/drivers';
import { clear } from './clear';

/**
 * Picks in the file chooser, of real files by path, so that their events are trusted, as a person's are; with a
 * buffer they would not be.
 */

export type { Chooser } from './browsers/driver';

/** Does what opens a file chooser and hands the chooser over, still open. */
export async function openChooser(page: Page, open: () => Promise<unknown>): Promise<Chooser> {
  await clear(page);
  return driverOf(page).openChooser(page, open);
}

/** Does what opens a file chooser and picks these files in it. */
export async function pickFiles(
  page: Page,
  open: () => Promise<unknown>,
  paths: readonly string[],
): Promise<void> {
  const chooser = await openChooser(page, open);
  await chooser.pick(paths);
}

/** Does what opens a file chooser and closes it without a choice: the input gets a trusted `cancel`. */
export async function cancelPick(page: Page, open: () => Promise<unknown>): Promise<void> {
  await clear(page);
  return driverOf(page).cancelPick(page, open);
}
