import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePhoto } from '../../fixtures/jpeg';

/** A real file on disk: picked by path, so that the browser's own events are trusted. */
export interface MadeFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Milliseconds since 1970, as the page's File would tell it. */
  readonly lastModified: number;
}

const folder = mkdtempSync(join(tmpdir(), 'safi-files-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
let count = 0;

export function makeFile(name: string, bytes: Uint8Array): MadeFile {
  const path = join(mkdtempSync(join(folder, `${++count}-`)), name);
  writeFileSync(path, bytes);
  return {
    path,
    name,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    lastModified: Math.trunc(statSync(path).mtimeMs),
  };
}

/** What stands in a made photo and must not leave the device. */
export const secrets = ['Galaxy A14', '2026:11:12', 'Samsung'];

/** A picture as a phone makes it: place, time, device, thumbnail. */
export function photo(name = 'IMG_20261112_163204.jpg'): MadeFile {
  return makeFile(name, makePhoto());
}

/** A picture of a kind that is never cleaned. */
export function psd(name = 'drawing.psd'): MadeFile {
  return makeFile(name, Uint8Array.from([...new TextEncoder().encode('8BPS'), 0, 1, 0, 0, 0, 0]));
}

/** Neither picture nor video. */
export function pdf(name = 'homework.pdf'): MadeFile {
  return makeFile(name, new TextEncoder().encode('%PDF-1.4\n'));
}

/** Bytes as text, one character a byte: what is searched for secrets. */
export function latin1(base64: string | null): string {
  return Buffer.from(base64 ?? '', 'base64').toString('latin1');
}
