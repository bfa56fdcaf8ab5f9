import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Encoders and decoders that are not ours, as they are on the machine; `npm test` gets what is missing by apt. */

export type Tool =
  | 'ffmpeg'
  | 'exiftool'
  | 'heif-enc'
  | 'heif-convert'
  | 'avifenc'
  | 'avifdec'
  | 'cjxl'
  | 'djxl';

export function isThere(tool: Tool): boolean {
  const { error } = spawnSync(tool, [tool === 'exiftool' ? '-ver' : '--help'], { stdio: 'ignore' });
  return error === undefined;
}

/** What a tool prints; throws with what it complained of when it fails. */
export function run(tool: Tool, ...args: readonly string[]): string {
  return execFileSync(tool, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 << 20,
  });
}

/** A folder for the files of a test. */
export function folder(): { path: (name: string) => string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'safi-codecs-'));
  return { path: (name) => join(root, name), remove: () => rmSync(root, { recursive: true, force: true }) };
}
