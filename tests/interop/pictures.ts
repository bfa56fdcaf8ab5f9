import type { Page } from '@playwright/test';
import { latin1, photo, secrets } from '../e2e/harness/files';
import { copy, paste } from '../e2e/harness/pastes';
import type { WidgetRoute } from './widget';

/** A picture that a person is about to give, and by what it is known again. */
export interface Picture {
  readonly name: string;
  readonly type: string;
  readonly sha256: string;
  /** Whether something is hidden in it. */
  readonly secret: boolean;
  /** On disk, absolute; none when it was copied. */
  readonly path?: string;
}

const plainUrl = 'https://plain.example/';

/** Copies a picture and finds out what a paste of it gives a page without Safi. */
async function copied(page: Page): Promise<Picture> {
  await page
    .context()
    .route(plainUrl, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<p contenteditable="true">.</p>' }),
    );
  await page.goto(plainUrl);
  const pasted = page.evaluate(
    () =>
      new Promise<{ name: string; type: string; sha256: string; bytes: string }>((resolve, reject) => {
        const read = async (file: File | undefined) => {
          if (!file) throw new Error('No picture was pasted.');
          const { name, type } = file;
          const bytes = new Uint8Array(await file.arrayBuffer());
          const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
          const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
          return { name, type, sha256, bytes: btoa(String.fromCharCode(...bytes)) };
        };
        addEventListener('paste', ({ clipboardData }) => read(clipboardData?.files[0]).then(resolve, reject));
      }),
  );
  await copy(page, { picture: true });
  await paste(page, page.locator('p'));
  const { bytes, ...picture } = await pasted;
  const text = latin1(bytes);
  return { ...picture, secret: secrets.some((secret) => text.includes(secret)) };
}

/** Pictures for this route: made for it, with something hidden in each, or the one that is in the clipboard. */
export async function picturesFor(page: Page, route: WidgetRoute, count = 1): Promise<readonly Picture[]> {
  if (route === 'paste') return [await copied(page)];
  return Array.from({ length: count }, (_, index) => {
    const { name, path, sha256 } = photo(`IMG_2026111${index}_163204.jpg`);
    return { name, path, sha256, type: 'image/jpeg', secret: true };
  });
}
