import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

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
  test(`${build}: asks for storage, its panel, and the listed site only`, () => {
    const manifest = manifestOf(build);
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.filter((name: string) => !['storage', 'sidePanel'].includes(name))).toEqual(
      [],
    );
    expect(manifest.host_permissions).toEqual(['https://web.whatsapp.com/*']);
    expect(manifest.content_security_policy.extension_pages).toContain("default-src 'self'");
    const [hooks, guard] = manifest.content_scripts;
    for (const script of [hooks, guard]) {
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
      // The listed site; else names of formats and texts that stand in pictures, which nobody calls.
      const known =
        /^https?:\/\/(web\.whatsapp\.com|www\.iec\.ch|ns\.adobe\.com|ns\.google\.com|www\.w3\.org|purl\.org|github\.com|mozilla\.org|developer\.mozilla\.org)/;
      expect(
        addresses.filter((address) => !known.test(address)),
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

test('chrome-mv3: works from Chrome 116, isolated where pages are', () => {
  const manifest = manifestOf('chrome-mv3');
  expect(manifest.minimum_chrome_version).toBe('116');
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

/** Injected into every page, before its first script. */
const injected = ['page-hooks', 'share-guard'];

for (const build of builds) {
  test(`${build}: the two scripts of every page are under 8 KB together, as they are sent`, () => {
    const sizes = injected.map(
      (name) => gzipSync(readFileSync(join(output, build, `content-scripts/${name}.js`))).length,
    );
    expect(Math.min(...sizes)).toBeGreaterThan(1000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * 1024);
  });

  test(`${build}: the keeper is there, carries no library and is open to the listed site only`, () => {
    const { resources, matches } = manifestOf(build).web_accessible_resources[0];
    expect(resources).toEqual(['guard-frame.html', 'keeper.js']);
    expect(matches).toEqual(['https://web.whatsapp.com/*']);
    expect(gzipSync(readFileSync(join(output, build, 'keeper.js'))).length).toBeLessThan(12 * 1024);
  });
}
