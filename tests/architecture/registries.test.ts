import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grammarOf } from '../../utils/i18n/grammar';
import { type Language, languages } from '../../utils/i18n/languages';
import { plainQuestion } from '../../utils/i18n/plain-question';
import type { Container } from '../../utils/metadata/container';
import { containers } from '../../utils/metadata/registry';
import { generic } from '../../utils/sites/generic';
import { practice } from '../../utils/sites/practice';
import { sites } from '../../utils/sites/registry';
import type { Site } from '../../utils/sites/site';
import { audiences } from '../fixtures/audiences';
import { secretsIn } from '../fuzz/secrets';
import { seeds } from '../fuzz/seeds';
import { widgets } from '../interop/registry';
import type { Widget } from '../interop/widget';

/** What exists is registered, and what is registered is tested. */

const root = resolve(import.meta.dirname, '../..');

const formatModules = import.meta.glob<object>('../../utils/metadata/*.ts', { eager: true });
const siteModules = import.meta.glob<object>('../../utils/sites/*.ts', { eager: true });
const widgetModules = import.meta.glob<object>('../interop/widgets/*.ts', { eager: true });

function exportsOf<Kind>(modules: Record<string, object>, is: (value: object) => boolean): Kind[] {
  return Object.values(modules)
    .flatMap((module) => Object.values(module))
    .filter((value): value is Kind => typeof value === 'object' && value !== null && is(value));
}

const made = {
  formats: exportsOf<Container>(formatModules, (value) => 'matches' in value && 'clean' in value),
  sites: exportsOf<Site>(siteModules, (value) => 'seen' in value && 'read' in value),
  widgets: exportsOf<Widget>(widgetModules, (value) => 'takes' in value && 'mount' in value),
};

describe('formats', () => {
  test('every container that exists is registered, once', () => {
    expect(made.formats.length).toBeGreaterThan(2);
    expect(new Set(containers)).toEqual(new Set(made.formats));
    expect(new Set(containers.map(({ name }) => name)).size).toBe(containers.length);
  });

  test.each(containers.map(({ name }) => name))('%s: seeds for the fuzzer, with secrets in them', (name) => {
    const own = seeds.filter(({ format }) => format === name);
    expect(own.some(({ bytes }) => secretsIn(bytes).length > 0)).toBe(true);
    // Longer than what is read whole, so that reading is counted.
    expect(own.some(({ bytes }) => bytes.length > 1 << 18)).toBe(true);
  });

  test.each(containers.map(({ name }) => name))(
    '%s: a file of its name, tests that read, clean and refuse, and a decoder not ours that shows the same',
    (name) => {
      expect(existsSync(join(root, `utils/metadata/${name}.ts`))).toBe(true);
      const tests = readFileSync(join(root, `tests/unit/metadata/${name}.test.ts`), 'utf8');
      for (const part of ['reads', 'cleans', 'refuses', 'hostile bytes']) {
        expect(tests).toContain(`describe('${part}`);
      }
      const decoded = [
        'tests/e2e/pixels.spec.ts',
        'tests/e2e/svg.spec.ts',
        'tests/codecs/encoded.test.ts',
      ].map((path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : ''));
      expect(decoded.join('\n')).toMatch(new RegExp(`'(?:image|video)/${name}(?:\\+xml)?'`));
    },
  );
});

/** Sites whose page tells more than its address does: there is an imitation of each. */
const drawn = ['whatsapp', 'telegram-a', 'telegram-k'];

describe('sites', () => {
  test('every adapter that exists is registered, once, but the generic one and the practice chat', () => {
    expect([...sites, generic, practice].map(({ name }) => name).sort()).toEqual(
      [...new Set(made.sites)].map(({ name }) => name).sort(),
    );
  });

  test.each(sites.map(({ name }) => name))(
    '%s: a file of its name, which exports it alone, and a row in the table of who gets it',
    (name) => {
      const exported = Object.values(siteModules[`../../utils/sites/${name}.ts`] ?? {});
      expect(exported).toEqual([sites.find((site) => site.name === name)]);
      expect(audiences.some(([site]) => site === name) || drawn.includes(name)).toBe(true);
    },
  );

  test.each(drawn)('%s: an imitation of it that the browser tests use', (name) => {
    expect(existsSync(join(root, `tests/e2e/pages/${name}.ts`))).toBe(true);
    const tests = readdirSync(join(root, 'tests/e2e'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readFileSync(join(root, 'tests/e2e', path), 'utf8'));
    expect(tests.some((text) => text.includes(`/pages/${name}'`))).toBe(true);
  });
});

describe('upload widgets', () => {
  test('every room that exists is registered, once', () => {
    expect(made.widgets.length).toBeGreaterThan(2);
    expect(new Set(widgets)).toEqual(new Set(made.widgets));
    expect(new Set(widgets.map(({ name }) => name)).size).toBe(widgets.length);
  });

  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

  test.each(widgets.map(({ name }) => name))('%s: of one version, said in the table of the docs', (name) => {
    expect(devDependencies[name]).toMatch(/^\d+\.\d+\.\d+$/);
    const rows = readFileSync(join(root, 'docs/BROWSERS.md'), 'utf8').split('\n');
    const [, , ...ways] = (rows.find((row) => row.startsWith(`| ${name} |`)) ?? '').split('|');
    const { takes } = widgets.find((widget) => widget.name === name) ?? { takes: {} };
    // A dash where the widget has no such way.
    expect(ways.slice(0, 3).map((way) => way.trim() !== '–')).toEqual(
      (['pick', 'drop', 'paste'] as const).map((route) => route in takes),
    );
  });
});

describe('languages', () => {
  const folder = join(root, 'utils/i18n/catalogue');

  test('every folder of the catalogue is spoken, and every language has one', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(languages).sort());
  });

  test.each(Object.keys(languages) as Language[])('%s: all of its parts', (language) => {
    for (const part of ['index.ts', 'bare.ts', 'grammar.ts']) {
      expect(existsSync(join(folder, language, part)), part).toBe(true);
    }
    expect(grammarOf(language).months).toHaveLength(12);
    for (const count of [0, 1, 2, 3, 11, 100]) expect(grammarOf(language).formOf(count)).toBeTruthy();
    expect(plainQuestion.split('\n\n')).toHaveLength(Object.keys(languages).length);
  });

  test('no other file of the program names one, but those that say which is chosen first', () => {
    const sources = readdirSync(join(root, 'utils/i18n')).filter((name) => name.endsWith('.ts'));
    const naming = sources.filter((name) =>
      /['"]?\bckb\b['"]?/.test(readFileSync(join(root, 'utils/i18n', name), 'utf8')),
    );
    expect(naming).toEqual(['languages.ts']);
  });
});
