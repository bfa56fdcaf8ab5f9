import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import type { NsfwjsWindow } from '../pages/nsfwjs';

/** nsfwjs itself, on a page that is no part of Safi, with the same model. */

const host = 'https://nsfwjs.example';

/** Where the built extension has models and runtime. */
const models = join(import.meta.dirname, '../../../.output/chrome-mv3/models');

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, '../pages/nsfwjs.ts'), formats: ['iife'], name: 'page' },
    },
  });
  const [made] = [built].flat();
  if (!made || !('output' in made)) throw new Error('the page was not built');
  return made.output[0].code;
}

/** What nsfwjs finds in a picture. */
export type Classify = (bytes: Uint8Array, type: string) => Promise<Record<string, number>>;

export async function openNsfwjs(page: Page): Promise<Classify> {
  const script = await bundle();
  await page.route(`${host}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><body>' });
    const path = join(
      models,
      pathname === '/model/model.json' ? 'nsfw.json' : pathname.replace('/model/', '/'),
    );
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  await page.goto(`${host}/`);
  await page.addScriptTag({ content: script });
  return (bytes, type) =>
    page.evaluate(([base64, kind]) => (window as unknown as NsfwjsWindow).classify(base64, kind), [
      Buffer.from(bytes).toString('base64'),
      type,
    ] as const);
}
