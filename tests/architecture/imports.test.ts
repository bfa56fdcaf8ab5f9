import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Which rooms a room may import values from; types may be imported from wherever they are owned. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'utils/bytes': [],
  'utils/metadata': ['utils/bytes'],
  'utils/policy': ['utils/metadata'],
  'utils/i18n': [],
  'utils/help': ['utils/i18n'],
  'utils/settings': ['utils/i18n'],
  'utils/channel': [],
  'utils/inspection': ['utils/policy', 'utils/metadata', 'utils/bytes', 'utils/channel'],
  'utils/sites': [],
  'utils/access': ['utils/sites'],
  'utils/first-run': ['utils/settings'],
  'utils/interception': ['utils/channel', 'utils/sites'],
  'utils/guard': [
    'utils/interception',
    'utils/channel',
    'utils/sites',
    'utils/inspection',
    'utils/policy',
    'utils/metadata',
    'utils/bytes',
    'utils/settings',
    'utils/i18n',
  ],
  'utils/cleaner': ['utils/guard', 'utils/channel', 'utils/metadata', 'utils/bytes'],
  components: ['utils/i18n', 'utils/settings', 'utils/help', 'utils/bytes'],
  entrypoints: [
    'components',
    ...[
      'bytes',
      'metadata',
      'inspection',
      'policy',
      'i18n',
      'help',
      'settings',
      'channel',
      'sites',
      'access',
      'first-run',
      'interception',
      'guard',
      'cleaner',
    ].map((room) => `utils/${room}`),
  ],
};

/** Rooms that run in a page, a worker and Node alike. */
const pure = ['utils/bytes', 'utils/metadata', 'utils/policy'];

/** What only a page or an extension has. */
const browserOnly = /\b(?:document|window|localStorage|chrome|browser)\s*\.|wxt\/|webextension-polyfill/;

/** The scripts injected into every page, and what they must not carry. */
const injected = ['entrypoints/page-hooks.content.ts', 'entrypoints/share-guard.content.ts'];
const notInjected = /^(?:preact|webextension-polyfill|wxt\/browser|exifr|piexifjs)/;

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

const files = ['entrypoints', 'components', 'utils'].flatMap(sourceFiles);

function roomOf(file: string): string {
  const [top = '', room = ''] = file.split('/');
  return top === 'utils' ? `${top}/${room}` : top;
}

/** The modules whose values a file imports, relative ones as paths from the root. */
function valueImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)([^;]*?from\s+)?['"]([^'"]+)['"]/gm);
  const later = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(([, module = '']) => [
    '',
    '',
    module,
  ]);
  return [...statements, ...later].flatMap(([, names = '', module = '']) => {
    const listed = /^\{([^}]*)\}/.exec(names.trim())?.[1];
    const onlyTypes = listed
      ?.split(',')
      .every((name) => name.trim() === '' || name.trim().startsWith('type '));
    if (onlyTypes) return [];
    return module.startsWith('.') ? [relative(root, resolve(root, dirname(file), module))] : [module];
  });
}

function isOwn(module: string): boolean {
  return /^(?:entrypoints|components|utils)\//.test(module);
}

/** Every module a file leads to, through our own files. */
function reach(file: string, seen = new Set<string>()): Set<string> {
  for (const module of valueImports(file)) {
    if (seen.has(module)) continue;
    seen.add(module);
    const target = isOwn(module) && files.find((own) => own.replace(/\.tsx?$/, '') === module);
    if (target) reach(target, seen);
  }
  return seen;
}

/** A way by which a file leads back to itself; null when there is none. */
function circleFrom(file: string): readonly string[] | null {
  const start = file.replace(/\.tsx?$/, '');
  const seen = new Set<string>();
  const visit = (module: string, way: readonly string[]): readonly string[] | null => {
    const at = files.find((own) => own.replace(/\.tsx?$/, '') === module);
    for (const next of at ? valueImports(at) : []) {
      if (next === start) return [...way, next];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = visit(next, [...way, next]);
      if (found) return found;
    }
    return null;
  };
  return visit(start, [start]);
}

describe('the house', () => {
  test('this test sees the files it speaks of', () => {
    expect(files.length).toBeGreaterThan(30);
    for (const file of injected) expect(files).toContain(file);
    expect(valueImports('utils/guard/share-guard.ts')).toContain('utils/interception/drop');
  });

  test.each(files)('%s imports downward only', (file) => {
    const room = roomOf(file);
    const allowed = mayImport[room];
    expect(allowed, `${room} is no known room`).toBeDefined();
    const wrong = valueImports(file)
      .filter(isOwn)
      .filter((module) => roomOf(module) !== room && !allowed?.includes(roomOf(module)));
    expect(wrong).toEqual([]);
  });

  test.each(files)('%s does not lead back to itself', (file) => {
    expect(circleFrom(file)).toBeNull();
  });

  test.each(files.filter((file) => pure.includes(roomOf(file))))(
    '%s touches nothing of the browser',
    (file) => {
      const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(browserOnly.exec(code)?.[0]).toBeUndefined();
    },
  );

  test.each(injected)('%s carries no library into the page', (file) => {
    expect([...reach(file)].filter((module) => notInjected.test(module))).toEqual([]);
  });
});
