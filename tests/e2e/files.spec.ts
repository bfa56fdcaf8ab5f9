import { latin1 as bytes, makePhoto } from '../fixtures/jpeg';
import { expect, test } from './harness/extension';
import { makeFile, pdf, photo, psd } from './harness/files';
import { card } from './harness/guard';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Several files, and files that cannot be cleaned: said, and the person decides. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

test('fifty pictures are one question, and all arrive clean, in order', { tag: '@one-browser' }, async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  const photos = Array.from({ length: 50 }, (_, index) => photo(`IMG_${index}.jpg`));
  await whatsapp.attach(
    'photos',
    photos.map(({ path }) => path),
  );
  const asked = await card(page);
  await asked.choose('send-clean');
  const received = await whatsapp.receives(50);
  expect(received.map(({ name }) => name)).toEqual(photos.map((_, index) => `photo-${index + 1}.jpg`));
  expect(new Set(received.map(({ share }) => share)).size).toBe(1);
});

test('some cannot be cleaned: the card says how many stay behind, the others go in order', async ({
  page,
}) => {
  const whatsapp = await openWhatsApp(page, group);
  const picked = [photo('a.jpg'), psd('b.psd'), pdf('c.pdf'), photo('d.jpg'), psd('e.psd')];
  await whatsapp.attach(
    'documents',
    picked.map(({ path }) => path),
  );
  const asked = await card(page);
  await expect.poll(() => asked.level()).toBe('ask');
  await expect(asked.root.locator('[data-stays-behind]')).toHaveAttribute('data-stays-behind', '2');
  await expect(asked.root).toContainText('b.psd');
  await asked.choose('send-clean');
  const received = await whatsapp.receives(3);
  expect(received.map(({ name }) => name)).toEqual(['photo-1.jpg', 'c.pdf', 'photo-2.jpg']);
  expect(received[1]?.sha256).toBe(picked[2]?.sha256);
});

test('send as it is gives every file, the very same, in order', { tag: '@one-browser' }, async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const picked = [photo('a.jpg'), psd('b.psd'), pdf('c.pdf')];
  await whatsapp.attach(
    'documents',
    picked.map(({ path }) => path),
  );
  await (await card(page)).choose('send-original');
  const received = await whatsapp.receives(3);
  expect(received.map(({ name, sha256 }) => [name, sha256])).toEqual(
    picked.map(({ name, sha256 }) => [name, sha256]),
  );
});

for (const [what, options] of [
  ['a group', group],
  ['one person', person],
] as const) {
  test(`a picture that cannot be cleaned, to ${what}: refused, never passed`, async ({ page }) => {
    const whatsapp = await openWhatsApp(page, options);
    await whatsapp.attach('photos', [psd().path]);
    const asked = await card(page);
    await expect.poll(() => asked.level()).toBe('refused');
    await expect(asked.root.locator('[data-reason="unsupported"]')).toBeVisible();
    await expect(asked.action('send-clean')).toHaveCount(0);
    await asked.choose('not-now');
    await whatsapp.cancelled(1);
    expect(await whatsapp.received()).toEqual([]);
  });
}

test('a damaged JPEG is refused as damaged, and goes only as it is', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, person);
  const damaged = makeFile('IMG_1.jpg', bytes('\xff\xd8\xff\xe1\0'));
  await whatsapp.attach('photos', [damaged.path]);
  const asked = await card(page);
  await expect(asked.root.locator('[data-reason="corrupt"]')).toBeVisible();
  await asked.choose('send-original');
  const [received] = await whatsapp.receives(1);
  expect(received?.sha256).toBe(damaged.sha256);
});

test('only refused pictures and a document: the document can go alone', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  await whatsapp.attach('documents', [psd().path, pdf().path]);
  const asked = await card(page);
  await expect.poll(() => asked.level()).toBe('refused');
  await asked.choose('send-clean');
  const received = await whatsapp.receives(1);
  expect(received.map(({ name }) => name)).toEqual(['homework.pdf']);
});

interface NotedWindow {
  /** Each level that was ever shown, with its role: a line may be gone before a test looks for it. */
  levels: string[];
}

/** Runs in every document of the page, before its own scripts. */
function noteLevels(): void {
  const levels: string[] = [];
  Object.assign(window, { levels });
  const note = () => {
    for (const element of document.querySelectorAll<HTMLElement>('[data-level]')) {
      const said = `${element.dataset.level}, ${element.role}`;
      if (!levels.includes(said)) levels.push(said);
    }
  };
  new MutationObserver(note).observe(document, { childList: true, subtree: true, attributes: true });
}

test('a large picture: a line says that Safi is looking, then the card asks', {
  tag: '@one-browser',
}, async ({ page }) => {
  await page.addInitScript(noteLevels);
  const whatsapp = await openWhatsApp(page, group);
  const whole = makePhoto();
  const large = new Uint8Array(160 << 20).fill(0x55);
  large.set(whole.subarray(0, -2));
  large.set([0xff, 0xd9], large.length - 2);
  const file = makeFile('IMG_large.jpg', large);
  await whatsapp.attach('photos', [file.path]);
  const asked = await card(page);
  await expect(asked.frame.locator('[data-level="ask"]')).toBeVisible();
  expect(await asked.frame.evaluate(() => (window as unknown as NotedWindow).levels)).toEqual([
    'notice, status',
    'ask, dialog',
  ]);
  await asked.choose('send-clean');
  const [received] = await whatsapp.receives(1);
  expect(received?.name).toBe('photo-1.jpg');
  expect(received?.size).toBeLessThan(file.bytes.length);
});

test('what is neither picture nor video passes untouched, without a question', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const document = pdf();
  await whatsapp.attach('documents', [document.path]);
  const [received] = await whatsapp.receives(1);
  expect(received).toMatchObject({
    name: document.name,
    sha256: document.sha256,
    lastModified: document.lastModified,
  });
});
