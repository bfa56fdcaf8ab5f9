import { access, constants, open, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

/** Programs on this machine: where they lie and whether they run. */

/** Milliseconds; a browser says its version in far less, a stub may wait for ever. */
const versionTimeout = 30_000;

/** Bytes of a start script that are searched for signs of a snap. */
const scriptHead = 4096;

/**
 * What a browser says of its version.
 *
 * @param {string} path
 * @returns {Promise<{line: string, why: string | null}>} `why` tells, in words for a person, that it does not run
 */
export async function versionLine(path) {
  const { code, output } = await run(path, ['--version'], { quiet: true, timeout: versionTimeout });
  const line = output.split('\n').find((text) => /\d+\.\d+/.test(text)) ?? '';
  const failed = code !== 0 || !line;
  const last = output.trim().split('\n').at(-1) || `exit code ${code}`;
  return { line, why: failed ? `it does not run (${last})` : null };
}

/** @param {string} path */
export async function isExecutable(path) {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/**
 * A snap by its place, or a start script that leads to one (Ubuntu's /usr/bin/chromium-browser).
 *
 * @param {string} path
 */
export async function isSnap(path) {
  const real = await realpath(path);
  if (/(^|\/)snap(\/|$)/.test(path) || /\/snap(\/|$)/.test(real)) return true;
  const file = await open(real);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(scriptHead), 0, scriptHead, 0);
    const text = buffer.toString('latin1', 0, bytesRead);
    return text.startsWith('#!') && text.includes('/snap/');
  } finally {
    await file.close();
  }
}

/**
 * Where a program of one of these names lies on PATH, in order of preference.
 *
 * @param {readonly string[]} names
 * @returns {string[]}
 */
export function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}
