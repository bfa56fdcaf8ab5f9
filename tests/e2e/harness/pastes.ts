import type { Locator, Page } from '@playwright/test';
import type { Copied } from './browsers/driver';
import { driverOf } from './browsers/drivers';

/** Pastes of what is in the clipboard: their events are trusted. */

/** Copies, as an application does. */
export function copy(page: Page, copied: Copied): Promise<void> {
  return driverOf(page).copy(page, copied);
}

/** Pastes into an element, as a person does. */
export async function paste(page: Page, into: Locator): Promise<void> {
  await into.focus();
  await driverOf(page).paste(page);
}
