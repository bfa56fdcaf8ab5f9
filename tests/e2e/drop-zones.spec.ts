import type { Page } from '@playwright/test';
import { dropFiles, middleOf } from './harness/drags';
import { expect, test } from './harness/extension';
import { photo } from './harness/files';
import { card } from './harness/guard';
import { slowGuard } from './harness/slow-guard';
import { openToldPage } from './harness/told-page';
import { openWhatsApp } from './harness/whatsapp-page';
import type { PageOptions } from './pages/whatsapp-types';

/** Pages take drops in ways of their own; a drop that was held comes to each of them as any other. */

const group: PageOptions = { kind: 'group', title: 'Class 6', members: 43, model: 'both' };
const person: PageOptions = { kind: 'person', title: 'Sara', model: 'both' };

const at = { x: 200, y: 200 };
const whole = '<style>body { margin: 0; height: 100vh }</style>';

function drop(page: Page, ...names: readonly string[]): Promise<void> {
  return dropFiles(
    page,
    names.map((name) => photo(name).path),
    { at: [at] },
  );
}

/** What the page wrote into its title. */
const said = (page: Page) => page.title();

test('a page that counts what enters and leaves is at nothing afterwards, whatever was chosen', async ({
  page,
}) => {
  const told = await openToldPage(
    page,
    'safi',
    `${whole}<script>
      let depth = 0;
      const count = (by) => () => { depth += by; document.title = 'depth ' + depth; };
      addEventListener('dragenter', count(1));
      addEventListener('dragleave', count(-1));
      addEventListener('dragover', (event) => event.preventDefault());
      addEventListener('drop', (event) => { event.preventDefault(); depth = 0; document.title = 'dropped'; });
    </script>`,
  );
  await drop(page, 'a.jpg');
  await (await card(page)).choose('not-now');
  expect(await said(page)).toBe('depth 0');
  await drop(page, 'b.jpg');
  await (await card(page)).choose('send-clean');
  await told.heard('drop');
  expect(await said(page)).toBe('dropped');
});

test('a zone that comes only for files, and late, gets the drop', async ({ page }) => {
  const told = await openToldPage(
    page,
    'safi',
    `${whole}<script>
      addEventListener('dragenter', ({ dataTransfer }) => {
        if (!dataTransfer.types.includes('Files') || document.querySelector('#zone')) return;
        setTimeout(() => {
          const zone = document.createElement('div');
          zone.id = 'zone';
          zone.style = 'position: fixed; inset: 0';
          zone.ondragover = (event) => event.preventDefault();
          zone.ondragleave = () => zone.remove();
          zone.ondrop = (event) => { event.preventDefault(); document.title = 'dropped on the zone'; };
          document.body.append(zone);
        }, 400);
      });
    </script>`,
  );
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [photo().path], dragOperationsMask: 1 };
  await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at, data });
  await page.locator('#zone').waitFor();
  for (const type of ['dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  const asked = await card(page);
  await expect(page.locator('#zone')).toHaveCount(0);
  await asked.choose('send-clean');
  await told.heard('drop');
  expect(await said(page)).toBe('dropped on the zone');
});

test('rich text takes drags by itself: where the page leaves them to it, the drop does not wait', async ({
  page,
}) => {
  const told = await openToldPage(
    page,
    'safi',
    `${whole}<div contenteditable style="height: 100%">Words</div>`,
  );
  await drop(page, 'a.jpg');
  const asked = await card(page);
  const before = (await told.told('dragover')).length;
  await asked.choose('send-clean');
  await told.heard('drop');
  expect((await told.told('dragover')).length - before).toBe(2);
});

test('a page that takes no drops sees none, and nothing is asked: the browser deals with it', async ({
  page,
}) => {
  const told = await openToldPage(page, 'safi', whole);
  await drop(page, 'a.jpg');
  await told.heard('dragover');
  expect(await told.told('drop')).toEqual([]);
  expect(page.frames().every((frame) => !frame.url().includes('guard-frame')) || (await noCard(page))).toBe(
    true,
  );
});

/** A guard frame may have been warmed; it shows nothing. */
async function noCard(page: Page): Promise<boolean> {
  const frame = page.frames().find((candidate) => candidate.url().includes('guard-frame'));
  return (await frame?.locator('[data-level]').count()) === 0;
}

test.describe('on a file input, and not a listener in the page', () => {
  const input = (attributes: string) => `
    <style>input { position: absolute; inset: 100px auto auto 100px; width: 300px; height: 200px }</style>
    <input type="file" ${attributes}>`;
  const names = (page: Page) =>
    page
      .locator('input')
      .evaluate((element) => [...((element as HTMLInputElement).files ?? [])].map(({ name }) => name));

  test('held, and the cleaned picture stands in it', async ({ page }) => {
    await openToldPage(page, 'safi', input('multiple'));
    await drop(page, 'a.jpg', 'b.jpg');
    const asked = await card(page);
    expect(await names(page)).toEqual([]);
    await asked.choose('send-clean');
    await expect.poll(() => names(page)).toEqual(['photo-1.jpg', 'photo-2.jpg']);
  });

  test('for one file: it takes the first of two, as the browser does', async ({ page }) => {
    const one = `${input('')}<script>addEventListener('dragover', (event) => event.preventDefault())</script>`;
    const plain = await openToldPage(page, 'plain', one);
    await drop(page, 'a.jpg', 'b.jpg');
    await plain.heard('drop');
    await expect.poll(() => names(page)).toEqual(['a.jpg']);
    const safi = await openToldPage(page, 'safi', one);
    await drop(page, 'a.jpg', 'b.jpg');
    await (await card(page)).choose('send-original');
    await safi.heard('drop');
    expect(await names(page)).toEqual(['a.jpg']);
  });
});

test('texts beside the files go along, but no path on this computer and no picture in a text', async ({
  page,
}) => {
  const told = await openToldPage(
    page,
    'safi',
    `${whole}<script>
      addEventListener('dragover', (event) => event.preventDefault());
      addEventListener('drop', ({ dataTransfer }) => {
        document.title = dataTransfer.types.map((type) => type + '=' + dataTransfer.getData(type)).join('|');
      });
    </script>`,
  );
  const session = await page.context().newCDPSession(page);
  const texts = {
    'text/plain': 'Homework file: page 2',
    'text/html': '<a href="file:///home/sara/a.jpg"></a><img src="data:image/png;base64,iVBORw0KGgo=">',
  };
  const items = Object.entries(texts).map(([mimeType, data]) => ({ mimeType, data }));
  const data = { items, files: [photo().path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  }
  await (await card(page)).choose('send-clean');
  await told.heard('drop');
  expect((await said(page)).split('|').sort()).toEqual(['Files=', 'text/plain=Homework file: page 2']);
});

test('two in a row: one after the other, each with its own', async ({ page, background }) => {
  const whatsapp = await openWhatsApp(page, person);
  const middle = await middleOf(page.locator('[role="application"]'));
  const goOn = await slowGuard(background);
  await dropFiles(page, [photo('a.jpg').path], { at: [middle] });
  await dropFiles(page, [photo('b.jpg').path, photo('c.jpg').path], { at: [middle] });
  expect(await whatsapp.received()).toEqual([]);
  await goOn();
  const received = await whatsapp.receives(3);
  expect(received.map(({ name, share }) => [share, name])).toEqual([
    [0, 'photo-1.jpg'],
    [1, 'photo-1.jpg'],
    [1, 'photo-2.jpg'],
  ]);
});

test('thirty at once', async ({ page }) => {
  const whatsapp = await openWhatsApp(page, group);
  const middle = await middleOf(page.locator('[role="application"]'));
  const paths = Array.from({ length: 30 }, (_, index) => photo(`${index}.jpg`).path);
  await dropFiles(page, paths, { at: [middle] });
  const asked = await card(page);
  await expect(asked.root).toContainText('30');
  await asked.choose('send-clean');
  const received = await whatsapp.receives(30);
  expect(received.map(({ name }) => name)).toEqual(paths.map((_, index) => `photo-${index + 1}.jpg`));
});

test('in a child frame: held there, asked about by the one card of the tab', async ({ page, context }) => {
  await context.route('https://web.whatsapp.com/child', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `${whole}<script>
        const seen = [];
        for (const type of ['dragover', 'drop']) addEventListener(type, (event) => {
          event.preventDefault();
          if (type === 'drop') seen.push([...event.dataTransfer.files].map(({ name }) => name));
        });
      </script>`,
    }),
  );
  const told = await openToldPage(
    page,
    'safi',
    '<iframe src="/child" style="position: fixed; inset: 0; width: 600px; height: 400px"></iframe>',
  );
  const child = page.frames().find((frame) => frame.url().endsWith('/child'));
  const seen = () => child?.evaluate('seen');
  await drop(page, 'a.jpg');
  const asked = await card(page);
  expect(await seen()).toEqual([]);
  await asked.choose('send-clean');
  await expect.poll(seen).toEqual([['photo-1.jpg']]);
  expect(await told.told('drop')).toEqual([]);
});

test('a picture that is dragged from the page itself and brings no file is not touched', async ({ page }) => {
  const told = await openToldPage(
    page,
    'safi',
    `<style>img, div { position: fixed; inset: 20px auto auto 20px; width: 200px; height: 150px } div { left: 400px }</style>
    <img alt=""><div></div><script>
      const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 });
      document.querySelector('img').src = canvas.toDataURL('image/png');
      addEventListener('dragover', (event) => event.preventDefault());
      addEventListener('drop', (event) => event.preventDefault());
    </script>`,
  );
  await page.locator('img').dragTo(page.locator('div'));
  await told.heard('drop');
  const [dropped] = await told.told('drop');
  expect(dropped?.files).toEqual([]);
  expect(dropped?.types).toContain('text/uri-list');
});
