import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { compile } from 'svelte/compiler';
import { build, type Plugin } from 'vite';
import { dropFiles, middleOf } from '../e2e/harness/drags';
import { expect } from '../e2e/harness/extension';
import { often } from '../e2e/harness/often';
import { paste } from '../e2e/harness/pastes';
import { pickFiles } from '../e2e/harness/picks';
import type { Picture } from './pictures';
import type { HandedFile, RoomRecord } from './record';
import { uploadUrl, type Widget, type WidgetRoute } from './widget';

/** A host on which Safi works; nothing of the real one is there. */
const host = 'https://web.whatsapp.com';

const scripts = '/room';

/** A widget in a page of its own. */
export interface Room {
  /** Gives the widget these pictures, as a person does; a paste is of what was copied. */
  give(route: WidgetRoute, pictures: readonly Picture[]): Promise<void>;
  record(): Promise<RoomRecord>;
  /** Waits until so many files were handed to the upload, in all; tells them call by call. */
  uploads(count: number): Promise<readonly (readonly HandedFile[])[]>;
}

/** Components of Svelte are nothing without its compiler. */
const svelteComponents: Plugin = {
  name: 'svelte-components',
  transform: (code, id) =>
    id.endsWith('.svelte') ? compile(code, { generate: 'client', filename: id }).js.code : null,
};

/** The rooms' script and its parts, by path. */
async function bundle(): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    root: import.meta.dirname,
    plugins: [svelteComponents],
    // Svelte has other parts for a server.
    resolve: { conditions: ['browser', 'module', 'import', 'default'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(import.meta.dirname, 'page.ts'),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const outputs = [built].flat().flatMap((made) => ('output' in made ? made.output : []));
  return new Map(
    outputs.flatMap((part) => (part.type === 'chunk' ? [[`${scripts}/${part.fileName}`, part.code]] : [])),
  );
}

/** Once for all rooms of a worker. */
let bundled: Promise<ReadonlyMap<string, string>> | null = null;

const html = `<!doctype html>
<meta charset="utf-8">
<title>A room</title>
<style>
  body { margin: 0; font: 16px sans-serif }
  #room { min-height: 200px; margin: 20px }
  .zone, .dropzone, [contenteditable] { min-height: 160px; background: #eee }
  /* The widgets' own sheets are not loaded: what they draw beside the room is of no use here. */
  svg { max-width: 40px; max-height: 40px }
</style>
<div id="main">
  <header data-testid="conversation-header"><span dir="auto">Sara</span></header>
  <h1 tabindex="0">Beside it</h1>
  <div id="room"></div>
</div>
<script type="module" src="${scripts}/page.js"></script>`;

async function serveRooms(context: BrowserContext): Promise<void> {
  bundled ??= bundle();
  const parts = await bundled;
  await context.route(`${host}/**`, async (route, request) => {
    const { pathname } = new URL(request.url());
    const part = parts.get(pathname);
    if (part !== undefined)
      await route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: part });
    else if (pathname === '/') await route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    else if (pathname === uploadUrl) await route.fulfill({ json: { url: uploadUrl } });
    else if (pathname === '/favicon.ico') await route.fulfill({ status: 204 });
    else await route.fallback();
  });
}

/**
 * Opens the room of a widget in this tab.
 * @param to whom it would share with: a person hears nothing of Safi, a group makes it ask
 */
export async function openRoom(page: Page, widget: Widget, to: 'group' | 'person'): Promise<Room> {
  await serveRooms(page.context());
  await page.goto(`${host}/?${new URLSearchParams({ widget: widget.name, to })}`);
  for (const selector of Object.values(widget.takes)) await expect(page.locator(selector)).toBeVisible();

  const record = () => page.evaluate(() => (window as unknown as { room: RoomRecord }).room);

  return {
    record,

    async give(route, pictures) {
      const paths = pictures.flatMap(({ path }) => path ?? []);
      const at = page.locator(widget.takes[route] ?? 'never');
      if (route === 'pick') await pickFiles(page, () => at.click(), paths);
      else if (route === 'drop') await dropFiles(page, paths, { at: [await middleOf(at)] });
      else await paste(page, at);
    },

    async uploads(count) {
      await expect
        .poll(
          async () => {
            const { uploads, uploading, errors } = await record();
            expect(errors).toEqual([]);
            return uploading === 0 ? uploads.flat().length : -1;
          },
          { message: 'files that the widget handed to its upload', intervals: often },
        )
        .toBe(count);
      return (await record()).uploads;
    },
  };
}
