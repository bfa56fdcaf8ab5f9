import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Whose work is shipped is said in the package, with the version and the whole licence. */

const root = resolve(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const notices = plain(read('public/third-party-notices.txt'));
const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };

/** The terms of a package that names its licence without having the text of it. */
function standardTerms(name: string): string {
  expect(JSON.parse(read(`node_modules/${name}/package.json`)).license).toBe('Apache-2.0');
  const [terms = ''] = read('LICENSE').split('   APPENDIX');
  return terms;
}

/** Parts of the builders end up in what they build. */
const shipped = [...Object.keys(dependencies), 'wxt', 'vite'];

test.each(shipped)('%s is named with its version and its licence', (name) => {
  const { version, license } = JSON.parse(read(`node_modules/${name}/package.json`));
  expect(notices).toContain(`${name} ${version}, ${license}`);
});

test.each(Object.keys(dependencies))('%s: its licence is there word for word', (name) => {
  const own = ['LICENSE', 'LICENSE.txt']
    .map((file) => `node_modules/${name}/${file}`)
    .find((path) => existsSync(join(root, path)));
  expect(notices).toContain(plain(own ? read(own) : standardTerms(name)));
});

test('the icons are named', () => {
  expect(notices).toMatch(/lucide \(icons\), ISC/);
});

test('the licence of Safi itself is that of package.json', () => {
  expect(JSON.parse(read('package.json')).license).toBe('Apache-2.0');
  expect(read('LICENSE')).toContain('Apache License');
});
