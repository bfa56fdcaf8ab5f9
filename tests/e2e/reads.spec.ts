import type { Page } from '@playwright/test';
import { makePhoto } from '../fixtures/jpeg';
import { expectClean } from './harness/arrivals';
import { driverOf } from './harness/browsers/drivers';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { openRoutePage } from './harness/route-page';

/**
 * Files that a page gets by asking for them: by a handle, from the clipboard.
 *
 * No test can drive the dialogs that give handles of a person's files. In these tests handles of the site's private
 * file system stand for them: whether a handle is private is what `resolve` says, and here it denies it.
 */

async function denyThatHandlesArePrivate(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(FileSystemDirectoryHandle.prototype, 'resolve', { value: async () => null });
  });
}

const base64 = Buffer.from(makePhoto()).toString('base64');

/** Puts the photo into the private file system, where `get()` finds its handle. */
const stored = `<script>
  const bytes = Uint8Array.from(atob('${base64}'), (one) => one.charCodeAt(0));
  async function get(name = 'IMG_1.jpg') {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(name, { create: true });
    if (!get.written) {
      const stream = await handle.createWritable();
      await stream.write(bytes);
      await stream.close();
      get.written = true;
    }
    return handle;
  }
  const ask = (handle) => handle.getFile().then((file) => give([file]), (error) => say(error.name));
</script>`;

test('a file that a handle gives is held, and asked about once', async ({ page }) => {
  await denyThatHandlesArePrivate(page);
  const route = await openRoutePage(page, stored);
  await page.evaluate('get().then((handle) => { window.kept = handle; ask(handle); ask(handle); })');
  const asked = await card(page);
  await route.sawNothing();
  await asked.choose('send-clean');
  const given = await route.given(2);
  const original = photo('IMG_1.jpg');
  for (const one of given) expectClean(one, original);
  await asked.gone();
  await page.evaluate('void ask(kept)');
  await route.given(3);
});

test('a file that the person keeps back is one that may not be read, until it is asked for anew', async ({
  page,
}) => {
  await denyThatHandlesArePrivate(page);
  const route = await openRoutePage(page, stored);
  await page.evaluate('get().then((handle) => { window.kept = handle; ask(handle); })');
  await (await card(page)).choose('not-now');
  await route.said('NotAllowedError');
  await page.evaluate('void ask(kept)');
  await (await card(page)).choose('send-original');
  const [given] = await route.given(1);
  expect(given?.name).toBe('IMG_1.jpg');
  expect(given?.size).toBe(makePhoto().length);
});

test('a handle that was kept over a reload gives nothing unasked', async ({ page }) => {
  await denyThatHandlesArePrivate(page);
  const database = `<script>
    const open = () => new Promise((done) => {
      const asked = indexedDB.open('kept', 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore('handles');
      asked.onsuccess = () => done(asked.result);
    });
    const keep = async () => {
      const handle = await get();
      const store = (await open()).transaction('handles', 'readwrite').objectStore('handles');
      await new Promise((done) => { store.put(handle, 'photo').onsuccess = done; });
      say('kept');
    };
    const restore = async () => {
      const store = (await open()).transaction('handles').objectStore('handles');
      const got = store.get('photo');
      got.onsuccess = () => ask(got.result);
    };
  </script>`;
  const route = await openRoutePage(page, stored + database);
  await page.evaluate('keep()');
  await route.said('kept');
  const again = await openRoutePage(page, stored + database);
  await page.evaluate('void restore()');
  const asked = await card(page);
  await again.sawNothing();
  await asked.choose('send-clean');
  expectClean((await again.given(1))[0], photo('IMG_1.jpg'));
});

test("a site's private file system is its own", async ({ page }) => {
  const route = await openRoutePage(page, stored);
  await page.evaluate('void get().then(ask)');
  const [given] = await route.given(1);
  expect(given?.size).toBe(makePhoto().length);
  expect(page.frames().length).toBe(1);
});

test('a picture that a page reads from the clipboard is held', async ({ page }) => {
  const route = await openRoutePage(
    page,
    `<script>
      const read = async () => {
        for (const item of await navigator.clipboard.read()) {
          say(item.types.join());
          const blob = await item.getType('image/png').catch((error) => say(error.name));
          if (blob) give([new File([blob], blob instanceof File ? 'a file' : 'a blob', { type: blob.type })]);
        }
      };
    </script>`,
  );
  await driverOf(page).copy(page, { picture: true });
  await page.evaluate('void read()');
  const asked = await card(page);
  expect((await route.record()).given).toEqual([]);
  await asked.choose('not-now');
  await route.said('NotAllowedError');
  await page.evaluate('void read()');
  await (await card(page)).choose('send-clean');
  const [given] = await route.given(1);
  expect(given).toMatchObject({ name: 'a blob', type: 'image/png' });
});

test('a picture that the page itself would copy is not asked about, nor are words', async ({ page }) => {
  const route = await openRoutePage(
    page,
    `<script>
      const made = new ClipboardItem({ 'image/png': new Blob(['made'], { type: 'image/png' }) });
      made.getType('image/png').then((blob) => give([new File([blob], 'made.png')]));
    </script>`,
  );
  expect((await route.given(1)).map(({ name }) => name)).toEqual(['made.png']);
  await driverOf(page).copy(page, { picture: false, texts: { 'text/plain': 'hello' } });
  const words = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item?.getType('text/plain'))?.text();
  });
  expect(words).toBe('hello');
});
