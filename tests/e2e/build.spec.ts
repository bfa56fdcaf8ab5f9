import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { listedHosts } from '../../utils/sites/hosts';
import { addedAdapters, listedAdapters, sites } from '../../utils/sites/registry';

/** What is shipped: few permissions, nothing remote, small scripts in every page. */

const output = join(import.meta.dirname, '../../.output');
const builds = ['chrome-mv3', 'firefox-mv3'] as const;

function manifestOf(build: string) {
  return JSON.parse(readFileSync(join(output, build, 'manifest.json'), 'utf8'));
}

function scriptsOf(build: string): string[] {
  return readdirSync(join(output, build), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );
}

for (const build of builds) {
  test(`${build}: asks for storage, its panel, the tab it is opened on, scripts for added sites, and the listed sites only`, () => {
    const manifest = manifestOf(build);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.filter((name: string) => name !== 'sidePanel').sort()).toEqual([
      'activeTab',
      'scripting',
      'storage',
    ]);
    expect(manifest.host_permissions).toEqual(listedHosts);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'self'");
    const [hooks, guard] = manifest.content_scripts;
    expect(manifest.content_scripts).toHaveLength(2);
    for (const script of [hooks, guard]) {
      expect(script.matches).toEqual(listedHosts);
      expect(script).toMatchObject({ run_at: 'document_start', all_frames: true, match_about_blank: true });
      expect(script.match_origin_as_fallback).toBe(true);
    }
    expect([hooks.world, guard.world]).toEqual(['MAIN', undefined]);
  });

  test(`${build}: no address off the device, no code made of text`, () => {
    for (const name of scriptsOf(build)) {
      const code = readFileSync(join(output, build, name), 'utf8');
      expect(code.match(/\beval\(|new Function\(|importScripts\(/), name).toBeNull();
      const addresses = code.match(/https?:\/\/[\w.-]+/g) ?? [];
      // Listed sites; else names of formats and texts that stand in pictures, which nobody calls.
      const known =
        /^https?:\/\/(www\.iec\.ch|ns\.adobe\.com|ns\.google\.com|www\.w3\.org|purl\.org|github\.com|mozilla\.org|developer\.mozilla\.org)/;
      const listed = (address: string) => listedHosts.includes(`${address}/*`);
      expect(
        addresses.filter((address) => !known.test(address) && !listed(address)),
        name,
      ).toEqual([]);
    }
  });
}

for (const build of builds) {
  test(`${build}: the runtime of the models is there once, with SIMD and without`, () => {
    const carriers = scriptsOf(build).filter((name) =>
      readFileSync(join(output, build, name), 'utf8').includes('tfjs-backend-wasm-simd.wasm'),
    );
    expect(carriers).toEqual(['inspection-worker.js']);
    const wasm = readdirSync(join(output, build), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.wasm'))
      .sort();
    expect(wasm).toEqual(['models/tfjs-backend-wasm-simd.wasm', 'models/tfjs-backend-wasm.wasm']);
  });
}

test('chrome-mv3: works from Chrome 119, isolated where pages are', () => {
  const manifest = manifestOf('chrome-mv3');
  expect(manifest.minimum_chrome_version).toBe('119');
  expect(manifest.cross_origin_embedder_policy.value).toBe('require-corp');
  expect(manifest.cross_origin_opener_policy.value).toBe('same-origin');
  expect(manifest.side_panel.default_path).toBe('sidepanel.html');
});

test('firefox-mv3: works from Firefox 140 and collects nothing', () => {
  const manifest = manifestOf('firefox-mv3');
  expect(manifest.browser_specific_settings.gecko.strict_min_version).toBe('140.0');
  expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({
    required: ['none'],
  });
  expect(manifest.sidebar_action.default_panel).toBe('sidepanel.html');
});

/** What runs before a page's first script: on listed sites, and on added ones. */
const injected = { listed: ['page-hooks', 'share-guard'], added: ['page-hooks', 'share-guard-any'] };

for (const build of builds) {
  for (const [where, scripts] of Object.entries(injected)) {
    test(`${build}: the two scripts of every ${where} page are under 8 KB together, as they are sent`, () => {
      const sizes = scripts.map(
        (name) => gzipSync(readFileSync(join(output, build, `content-scripts/${name}.js`))).length,
      );
      expect(Math.min(...sizes)).toBeGreaterThan(1000);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * 1024);
    });
  }

  test(`${build}: the keeper and the adapters carry no library and are small`, () => {
    const sizeOf = (name: string) => gzipSync(readFileSync(join(output, build, name))).length;
    expect(sizeOf('keeper.js')).toBeLessThan(12 * 1024);
    expect(readFileSync(join(output, build, 'keeper-any.js'))).toEqual(
      readFileSync(join(output, build, 'keeper.js')),
    );
    for (const { name } of sites) {
      expect(sizeOf(`sites/${name}.js`)).toBeLessThan(name === 'whatsapp' ? 3 * 1024 : 1024);
    }
  });

  test(`${build}: what a page may load is open to the listed sites, and to others under no address they know`, () => {
    const [listed, added, ...more] = manifestOf(build).web_accessible_resources;
    expect(more).toEqual([]);
    const modulesOf = (adapters: typeof sites) => adapters.map(({ name }) => `sites/${name}.js`);
    expect(listed).toEqual({
      resources: ['guard-frame.html', 'keeper.js', ...modulesOf(listedAdapters)],
      matches: listedHosts,
    });
    expect(added).toEqual({
      resources: ['guard-frame-any.html', 'keeper-any.js', ...modulesOf(addedAdapters)],
      matches: ['https://*/*'],
      ...(build === 'chrome-mv3' ? { use_dynamic_url: true } : {}),
    });
  });
}
