import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Row, Table } from '../subject';

/** What the package weighs, by part. */

const folder = join(process.cwd(), '.output/chrome-mv3');

const parts: readonly (readonly [part: string, is: RegExp])[] = [
  ['runtime', /^(?:inspection-worker\.js|models\/.*\.wasm)$/],
  ['faces', /^models\/blazeface\./],
  ['nudity', /^models\/nsfw\./],
  ['the rest of Safi', /./],
];

export function packageSize(): Table {
  const sizes = parts.map(([part]) => ({ part, raw: 0, packed: 0 }));
  const whole = { part: 'all', raw: 0, packed: 0 };
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  for (const name of names) {
    const bytes = readFileSync(join(folder, name));
    const packed = deflateRawSync(bytes, { level: 9 }).length;
    const size = sizes[parts.findIndex(([, is]) => is.test(name))];
    for (const each of [size, whole]) {
      if (!each) continue;
      each.raw += bytes.length;
      each.packed += packed;
    }
  }
  return {
    title: 'The package for Chromium',
    rows: [...sizes, whole].map(
      ({ part, raw, packed }): Row => ({ part, 'raw, MB': raw / 1e6, 'packed, MB': packed / 1e6 }),
    ),
    notes: ['packed: deflate, level 9, each file for itself, as in a zip'],
  };
}
