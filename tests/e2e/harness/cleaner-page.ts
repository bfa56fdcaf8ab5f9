import { readFileSync } from 'node:fs';
import type { Download, Locator, Page } from '@playwright/test';
import { memorySource } from '../../../utils/bytes/memory-source';
import { cleanFile } from '../../../utils/metadata/clean-file';
import { dropFiles, middleOf } from './drags';
import { expect } from './extension';
import { secrets } from './files';

/** The cleaner's page, as its stories use it. */

/** Without File System Access, as in Firefox: its dialogs cannot be driven by a test. */
export async function withoutPickers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    delete (window as { showDirectoryPicker?: unknown }).showDirectoryPicker;
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
}

/** Files are handed to the worker when the page is told to, so that a test can look in between. */
export async function withPatience(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    let isPatient = true;
    class PatientWorker extends Worker {
      override postMessage(message: unknown): void {
        if (isPatient) held.push(() => super.postMessage(message));
        else super.postMessage(message);
      }
    }
    Object.assign(window, {
      Worker: PatientWorker,
      letGo() {
        isPatient = false;
        for (const go of held.splice(0)) go();
      },
    });
  });
}

/** The worker gets all that waits, and from now on at once. */
export const letGo = (page: Page) => page.evaluate(() => (window as unknown as { letGo(): void }).letGo());

export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('[data-zone]').waitFor();
}

export async function drop(page: Page, ...paths: readonly string[]): Promise<void> {
  await dropFiles(page, paths, { at: [await middleOf(page.locator('[data-zone]'))] });
}

export const row = (page: Page, id: number): Locator => page.locator(`[data-file="${id}"]`);
export const action = (at: Page | Locator, name: string): Locator => at.locator(`[data-action="${name}"]`);

export async function expectStates(page: Page, states: readonly string[]): Promise<void> {
  const files = page.locator('[data-file]');
  await expect
    .poll(() => files.evaluateAll((rows) => rows.map((one) => one.getAttribute('data-state'))))
    .toEqual(states);
}

export async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(readFileSync(await download.path()));
}

export async function downloaded(page: Page, press: Locator): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]);
  return download;
}

/** The engine finds nothing more, and no secret of the made photo is left. */
export async function expectClean(name: string, bytes: Uint8Array): Promise<void> {
  const result = await cleanFile(memorySource(bytes), { name, type: '' });
  expect(result?.outcome, name).toBe('already-clean');
  for (const secret of secrets) expect(Buffer.from(bytes).toString('latin1')).not.toContain(secret);
}
