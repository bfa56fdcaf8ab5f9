import type { Locator, Page } from '@playwright/test';
import { whatsappUrl } from '../pages/whatsapp';

/** Pastes by the keyboard of what is in the clipboard: their events are trusted. */

/** What is copied: texts by MIME type, and with `picture` a picture that the page draws. */
export interface Copied {
  readonly picture: boolean;
  readonly texts?: Readonly<Record<string, string>>;
}

/** Copies, as an application does; the browser encodes the picture itself. */
export async function copy(page: Page, { picture, texts = {} }: Copied): Promise<void> {
  await page
    .context()
    .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(whatsappUrl).origin });
  await page.evaluate(
    async ([withPicture, words]) => {
      const canvas = new OffscreenCanvas(64, 48);
      const paint = canvas.getContext('2d');
      if (!paint) throw new Error('no canvas');
      paint.fillStyle = '#5f9f86';
      paint.fillRect(0, 0, 64, 24);
      const drawn = withPicture ? { 'image/png': await canvas.convertToBlob({ type: 'image/png' }) } : {};
      const told = Object.entries(words).map(([type, text]) => [type, new Blob([text], { type })]);
      await navigator.clipboard.write([new ClipboardItem({ ...drawn, ...Object.fromEntries(told) })]);
    },
    [picture, texts] as const,
  );
}

/** Pastes into an element, as a person does. */
export async function paste(page: Page, into: Locator): Promise<void> {
  await into.focus();
  await page.keyboard.press('Control+V');
}
