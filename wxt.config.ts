import preact from '@preact/preset-vite';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { modelFiles } from './scripts/models.mjs';
import { listedScripts } from './utils/access/injected-scripts';
import { cleaningModule } from './utils/cleaner/cleaning-room';
import { adapterFolder } from './utils/guard/load-site';
import { coverModule } from './utils/inspection/coverer';
import { workerModule } from './utils/inspection/inspector';
import { managedSchema } from './utils/settings/managed-schema';
import { anySite, listedHosts } from './utils/sites/hosts';
import { addedAdapters, listedAdapters } from './utils/sites/registry';
import type { Site } from './utils/sites/site';

const root = import.meta.dirname;

/** What an organisation may set. Firefox checks nothing of it and takes no such file. */
const managedSchemaFile = 'managed-schema.json';

/** What share-guard loads when a share is near: on listed sites, and on those that a person adds. */
const keeperModule = 'keeper.js';
const keeperModuleAny = 'keeper-any.js';

/** The same as a script, for frames of Firefox that may load no module. */
const broughtKeeper = 'brought-keeper.js';

/** Where a built adapter lies. */
const adapterModule = ({ name }: Site) => `${adapterFolder}/${name}.js`;

/** The runtime's threads start from code that is made of text, which no extension may run: they stay out. */
const withoutThreads: Plugin = {
  name: 'without-threads',
  load: (id) =>
    /tfjs-backend-wasm-threaded-simd(?:\.worker)?\.js$/.test(id)
      ? "export default () => Promise.reject(new Error('no threads')); export const wasmWorkerContents = '';"
      : null,
};

/** A script of ours in one file, under a name that is known; a module unless it is said otherwise. */
async function buildModule(entry: string, firefox: boolean, format: 'es' | 'iife' = 'es'): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [withoutThreads],
    define: { 'import.meta.env.FIREFOX': JSON.stringify(firefox) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: `${root}/${entry}`, formats: [format], name: 'safi' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const [made] = [built].flat();
  if (!made || !('output' in made)) throw new Error(`${entry} was not built`);
  return made.output[0].code;
}

/** WXT's wrapper of injected scripts logs what it throws anyway, which is a tenth of what every page has to load. */
const withoutLogger: Plugin = {
  name: 'without-logger',
  transform: (code, id) =>
    /content-script-(?:isolated|main)-world-entrypoint/.test(id)
      ? code.replace(/logger\.error\(.*\);/, '')
      : null,
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: `${root}/components/ui/mark.svg` },
  vite: () => ({
    plugins: [preact(), withoutLogger],
    resolve: {
      alias: {
        // WXT's context announces itself by an event that any page can forge to end the script, and brings the
        // polyfill into every page. Our injected scripts have their own lifecycle.
        'wxt/utils/content-script-context': `${root}/utils/interception/no-context.ts`,
      },
    },
    worker: { format: 'es' },
    build: { target: 'es2022' },
  }),
  hooks: {
    // Modules, which are loaded by their address: WXT builds its scripts as classic ones only.
    'build:publicAssets': async ({ config }, files) => {
      const firefox = config.browser === 'firefox';
      const keeper = await buildModule('utils/guard/keeper-script.ts', firefox);
      for (const site of [...listedAdapters, ...addedAdapters]) {
        const contents = await buildModule(`utils/sites/${site.name}.ts`, firefox);
        files.push({ relativeDest: adapterModule(site), contents });
      }
      files.push(
        { relativeDest: keeperModule, contents: keeper },
        { relativeDest: keeperModuleAny, contents: keeper },
        {
          relativeDest: cleaningModule,
          contents: await buildModule('utils/cleaner/cleaning-worker.ts', firefox),
        },
        { relativeDest: workerModule, contents: await buildModule('utils/inspection/worker.ts', firefox) },
        {
          relativeDest: coverModule,
          contents: await buildModule('utils/inspection/cover-worker.ts', firefox),
        },
        ...(firefox
          ? [
              {
                relativeDest: broughtKeeper,
                contents: await buildModule('utils/guard/brought-keeper.ts', firefox, 'iife'),
              },
            ]
          : [{ relativeDest: managedSchemaFile, contents: JSON.stringify(managedSchema, null, 2) }]),
        ...(await modelFiles()),
      );
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'ar',
    // activeTab: the popup can name the site in front, so that a person can add it. scripting: the scripts of such sites.
    permissions: ['activeTab', 'scripting', 'storage'],
    host_permissions: [...listedHosts],
    optional_host_permissions: [anySite],
    content_scripts: listedScripts,
    web_accessible_resources: [
      {
        resources: ['guard-frame.html', keeperModule, ...listedAdapters.map(adapterModule)],
        matches: [...listedHosts],
      },
      {
        resources: ['guard-frame-any.html', keeperModuleAny, ...addedAdapters.map(adapterModule)],
        matches: [anySite],
        // Under an address that no site can know, since it is another in each session. Firefox has such addresses anyway.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: {
      // The models run in WebAssembly; frames of a video are drawn from its blob.
      extension_pages:
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' blob:; media-src blob:; object-src 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'safi@safi.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // From here on scripts can be registered for frames without an address of their own.
          minimum_chrome_version: '119',
          storage: { managed_schema: managedSchemaFile },
          cross_origin_embedder_policy: { value: 'require-corp' },
          cross_origin_opener_policy: { value: 'same-origin' },
        }),
  }),
});
