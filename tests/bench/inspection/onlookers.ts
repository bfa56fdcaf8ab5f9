import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import type { Inspector } from '../../../utils/inspection/inspector';
import type { Pair } from '../subject';
import type { Found, Looked, PeersWindow } from './peers-page';

/** Who looks into pictures: Safi in its own worker, and peers, each in a page of its own. */
export interface Onlooker {
  readonly name: string;
  readonly page: Page;
  /** Gets ready; milliseconds. Safi does so with its first picture. */
  begin(): Promise<number | null>;
  look(path: string): Promise<Looked>;
  /**
   * For faces at one look at the whole, and at nudity: milliseconds; null for what is no single picture. Who looks no
   * closer than that has none.
   */
  lookOnce?(path: string): Promise<number | null>;
  /** Lets go of what it holds, where it can. */
  end(): Promise<void>;
}

const root = process.cwd();
const modules = join(root, 'node_modules');
const models = join(root, '.output/chrome-mv3/models');
const host = 'https://peers.example';

/** What the peers ask for, by the first part of the path. */
const places: Readonly<Record<string, string>> = {
  nsfw: models,
  human: join(modules, '@vladmandic/human/models'),
  'face-api': join(modules, '@vladmandic/face-api/model'),
};

const libraries: Readonly<Record<string, string>> = {
  'face-api SSD': join(modules, '@vladmandic/face-api/dist/face-api.js'),
  human: join(modules, '@vladmandic/human/dist/human.js'),
};

async function bundle(entry: string, name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    publicDir: false,
    build: { write: false, lib: { entry: join(root, entry), formats: ['iife'], name } },
  });
  const [made] = [built].flat();
  if (!made || !('output' in made)) throw new Error(`${entry} was not built`);
  return made.output[0].code;
}

function pathOf(address: string): string {
  const [, place = '', name = ''] = new URL(address).pathname.split('/');
  if (place === 'nsfw' && name === 'model.json') return join(models, 'nsfw.json');
  const folder = places[place];
  return folder ? join(folder, name) : join(models, place);
}

const input = '<!doctype html><body><input type="file" id="files">';

async function peerOf(name: string, script: string, context: BrowserContext): Promise<Onlooker> {
  const page = await context.newPage();
  // A site of its own is a process of its own.
  const own = `${host.replace('peers', `${name.replace(/\W/g, '-').toLowerCase()}.peers`)}/`;
  await page.route(`${own}**`, (route) => {
    const address = route.request().url();
    if (address === own) return route.fulfill({ contentType: 'text/html', body: input });
    const path = pathOf(address);
    return existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
  await page.goto(own);
  const library = libraries[name];
  if (library) await page.addScriptTag({ path: library });
  await page.addScriptTag({ content: script });
  return {
    name,
    page,
    begin: () => page.evaluate((peer) => (window as unknown as PeersWindow).begin(peer), name),
    async look(path) {
      await page.setInputFiles('#files', path);
      return page.evaluate(() => (window as unknown as PeersWindow).look());
    },
    end: () => page.close(),
  };
}

async function safiOf(page: Page): Promise<Onlooker> {
  const worker = page.context().serviceWorkers()[0] ?? (await page.context().waitForEvent('serviceworker'));
  const { protocol, host: extension } = new URL(worker.url());
  await page.goto(`${protocol}//${extension}/sidepanel.html`);
  // By the browser's own protocol, which the extension's policy for scripts does not bind.
  await page.evaluate(`${await bundle('utils/inspection/inspector.ts', 'safi')};
    window.inspector = safi.createInspector(() => new Worker('/' + safi.workerModule, { type: 'module' }));
    document.body.innerHTML = ${JSON.stringify(input)};`);
  return {
    name: 'Safi',
    page,
    begin: async () => null,
    async look(path) {
      await page.setInputFiles('#files', path);
      return page.evaluate(async () => {
        const { inspector } = window as unknown as { inspector: Inspector };
        const [file] = document.querySelector<HTMLInputElement>('#files')?.files ?? [];
        if (!file) throw new Error('nothing to look at');
        const start = performance.now();
        let glance: number | null = null;
        const seen = await inspector.inspect(file, () => {
          glance ??= performance.now() - start;
        });
        const ms = performance.now() - start;
        const faces = seen.faces.map(({ x, y, width, height }): Found => [x, y, width, height]);
        return { ms, glance, faces: seen.lookedAt === 'nothing' ? null : faces };
      });
    },
    async lookOnce(path) {
      await page.setInputFiles('#files', path);
      return page.evaluate(async () => {
        const kept = window as unknown as { once?: Worker };
        kept.once ??= new Worker('/inspection-worker.js', { type: 'module' });
        const { once } = kept;
        const [picture] = document.querySelector<HTMLInputElement>('#files')?.files ?? [];
        const start = performance.now();
        const isLookedAt = await new Promise<boolean>((done, reject) => {
          once.onerror = () => reject(new Error('the worker failed'));
          once.onmessage = ({ data }) => data.type !== 'glance' && done(data.type === 'looked');
          once.postMessage({ type: 'look', id: 1, picture, closeLookLimit: 0 });
        });
        return isLookedAt ? performance.now() - start : null;
      });
    },
    end: () =>
      page.evaluate(() => {
        const { inspector, once } = window as unknown as { inspector: Inspector; once?: Worker };
        once?.terminate();
        inspector.end();
      }),
  };
}

export async function openOnlookers({ plain, safi }: Pair): Promise<readonly Onlooker[]> {
  const script = await bundle('tests/bench/inspection/peers-page.ts', 'peers');
  const ours = await safiOf(safi);
  const peers = [];
  for (const name of ['nsfwjs', 'face-api SSD', 'human']) {
    peers.push(await peerOf(name, script, plain.context()));
  }
  return [ours, ...peers];
}
