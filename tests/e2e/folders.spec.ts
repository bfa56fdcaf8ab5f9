import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePhoto } from '../fixtures/jpeg';
import { driverOf } from './harness/browsers/drivers';
import { dropFiles } from './harness/drags';
import { expect, test } from './harness/extension';
import { latin1, secrets } from './harness/files';
import { card } from './harness/guard';
import { pickFiles } from './harness/picks';
import { type GivenFile, openRoutePage, routeUrl, spot } from './harness/route-page';

/** Folders, picked and dropped: every picture in them is held, and what is sent lies where it lay. */

const notes = 'nothing personal';

/** A folder of pictures with a folder in it: `trip/a.jpg`, `trip/notes.txt`, `trip/day 2/b.jpg`, `trip/day 2/c.jpg`. */
function makeFolder(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'safi-folder-')), 'trip');
  mkdirSync(join(folder, 'day 2'), { recursive: true });
  for (const name of ['a.jpg', 'day 2/b.jpg', 'day 2/c.jpg']) writeFileSync(join(folder, name), makePhoto());
  writeFileSync(join(folder, 'notes.txt'), notes);
  return folder;
}

const originals = ['trip/a.jpg', 'trip/day 2/b.jpg', 'trip/day 2/c.jpg', 'trip/notes.txt'];

function pathsOf(given: readonly GivenFile[]): readonly string[] {
  return given.map(({ path }) => path).sort();
}

/** Pictures under neutral names in the same folders, clean; what is no picture as it was. */
function expectCleanFolder(given: readonly GivenFile[]): void {
  expect(pathsOf(given).map((path) => path.replace(/\d+\.jpg$/, 'N.jpg'))).toEqual([
    'trip/day 2/photo-N.jpg',
    'trip/day 2/photo-N.jpg',
    'trip/notes.txt',
    'trip/photo-N.jpg',
  ]);
  expect(new Set(pathsOf(given)).size).toBe(4);
  for (const { name, path, bytes } of given) {
    expect(path.endsWith(`/${name}`)).toBe(true);
    for (const secret of secrets) expect(latin1(bytes)).not.toContain(secret);
  }
}

const folderInput = `<input type="file" webkitdirectory class="spot"><script>use(document.querySelector('input'));</script>`;

test('a folder that is picked: its files keep their relative paths', async ({ page }) => {
  const route = await openRoutePage(page, folderInput);
  const pick = () => pickFiles(page, () => page.mouse.click(spot.x, spot.y), [makeFolder()]);
  await pick();
  const asked = await card(page);
  await route.sawNothing();
  await asked.choose('send-clean');
  expectCleanFolder(await route.given(1));
  const picked = (await route.record()).events.map(({ type }) => type);
  expect(picked).toEqual(['input', 'change']);

  await pick();
  await (await card(page)).choose('send-original');
  expect(pathsOf((await route.given(2)).slice(4))).toEqual(originals);

  await pick();
  await (await card(page)).choose('not-now');
  await route.said('closed');
});

/** `seen` are the names that the form is about to send, `read` those that a script reads of it. */
const folderForm = `
  <form action="${routeUrl}sent" method="post" enctype="multipart/form-data" target="sent">
    <input name="before" value="1"><input type="file" name="trip" webkitdirectory class="spot">
    <input name="trip" value="2"><input name="elements"><button>send</button>
  </form><iframe name="sent"></iframe><script>
    const form = document.forms[0];
    const files = (data) => data.getAll('trip').filter((one) => one instanceof File);
    use(form.trip[0]);
    form.addEventListener('formdata', ({ formData }) => {
      window.seen = files(formData).map(({ name }) => name);
      window.keys = [...formData.keys()];
    });
    const read = () => files(new FormData(form)).map(({ name, webkitRelativePath }) => [name, webkitRelativePath]);
  </script>`;

const sendings = {
  'by a click on its button': 'form.querySelector("button").click()',
  'by requestSubmit()': 'form.requestSubmit()',
  'by submit()': 'form.submit()',
  'by submit() after its submit event was prevented': `
    form.addEventListener('submit', (event) => { window.inSubmit = read(); event.preventDefault(); form.submit(); });
    form.requestSubmit()`,
};

for (const [name, send] of Object.entries(sendings)) {
  for (const when of ['while it is held', 'afterwards']) {
    test(`a folder in a form that is sent ${name} ${when}: what is sent tells where each file lies`, async ({
      page,
    }) => {
      const sent: string[] = [];
      await page.context().route(`${routeUrl}sent`, async (request) => {
        sent.push(request.request().postDataBuffer()?.toString('latin1') ?? '');
        await request.fulfill({ contentType: 'text/html', body: 'thanks' });
      });
      const route = await openRoutePage(page, folderForm);
      await pickFiles(page, () => page.mouse.click(spot.x, spot.y), [makeFolder()]);
      const asked = await card(page);
      if (when === 'while it is held') await page.evaluate(send);
      await asked.choose('send-clean');
      const given = await route.given(1);
      expectCleanFolder(given);
      if (when === 'afterwards') await page.evaluate(send);
      await expect.poll(() => sent.length).toBe(1);

      const paths = given.map(({ path }) => path);
      const seen = <Value>(what: string) => page.evaluate(what) as Promise<Value>;
      expect(await seen<string[]>('seen')).toEqual(paths);
      expect(await seen<string[]>('[...new Set(keys)]')).toEqual(['before', 'trip', 'elements']);
      // Firefox tells a test that a form went, and not what was in it.
      if (driverOf(page).name === 'chromium')
        for (const path of paths) expect(sent[0]).toContain(`filename="${path}"`);
      // To a script each file tells of its place itself.
      const read = given.map(({ name: own, path }) => [own, path]);
      expect(await seen('read()')).toEqual(read);
      if (name.includes('prevented')) expect(await seen('inSubmit')).toEqual(read);
    });
  }
}

/** How a page may read what is dropped on it. */
const readings = {
  'by its entries': `
    async function walk(entry, found) {
      if (entry.isFile) found.push([await new Promise((done, fail) => entry.file(done, fail)), entry.fullPath.slice(1)]);
      else {
        const reader = entry.createReader();
        for (;;) {
          const some = await new Promise((done, fail) => reader.readEntries(done, fail));
          if (some.length === 0) return;
          for (const inner of some) await walk(inner, found);
        }
      }
    }
    async function read(items) {
      const found = [];
      await Promise.all(items.map((item) => walk(item.webkitGetAsEntry(), found)));
      return found;
    }`,
  'by its handles @chromium-only': `
    async function walk(handle, path, found) {
      if (!(handle instanceof FileSystemHandle)) throw new Error('no handle');
      if (handle.kind === 'file') found.push([await handle.getFile(), path + handle.name]);
      else for await (const inner of handle.values()) await walk(inner, path + handle.name + '/', found);
    }
    async function read(items) {
      const found = [];
      const handles = items.map((item) => item.getAsFileSystemHandle());
      for (const handle of handles) await walk(await handle, '', found);
      return found;
    }`,
};

const zone = (reading: string) => `<style>body { margin: 0; height: 100vh }</style><script>${reading}
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file');
    say(items.length + ' dropped');
    read(items).then((found) => give(found.map(([file]) => file), found.map(([, path]) => path)), say);
  });
</script>`;

for (const [name, reading] of Object.entries(readings)) {
  test(`a folder that is dropped and read ${name}`, async ({ page }) => {
    const route = await openRoutePage(page, zone(reading));
    const drop = (...paths: string[]) => dropFiles(page, paths, { at: [{ x: 300, y: 300 }] });
    await drop(makeFolder());
    const asked = await card(page);
    await route.sawNothing();
    await asked.choose('send-clean');
    await route.said('1 dropped');
    expectCleanFolder(await route.given(1));

    await drop(makeFolder());
    await (await card(page)).choose('send-original');
    expect(pathsOf((await route.given(2)).slice(4))).toEqual(originals);

    await drop(join(makeFolder(), 'a.jpg'), makeFolder());
    await (await card(page)).choose('send-clean');
    await route.said('2 dropped');
    const mixed = (await route.given(3)).slice(8);
    expect(mixed.length).toBe(5);
    expect(mixed.filter(({ path }) => !path.includes('/')).map(({ path }) => path)).toEqual(['photo-1.jpg']);
  });
}
