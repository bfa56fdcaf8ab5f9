import { access, constants, open, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { run } from './run.mjs';

/** The first Chromium whose side panel can be opened. */
const oldestMajor = 116;

/** Milliseconds; a browser says its version in far less, a stub may wait for ever. */
const versionTimeout = 30_000;

/** Bytes of a start script that are searched for signs of a snap. */
const scriptHead = 4096;

/**
 * Why a browser cannot be used, in words for a person; null when it can.
 *
 * @param {string} path
 * @returns {Promise<string | null>}
 */
export async function whyUnusable(path) {
  if (!(await isExecutable(path))) return 'there is no program of that name';
  if (await isSnap(path)) return 'it is a snap, which sees neither the built extension nor a fresh profile';
  // On Windows asking for the version opens a window instead.
  if (process.platform === 'win32') return /google.chrome.application/i.test(path) ? branded('Chrome') : null;
  const { code, output } = await run(path, ['--version'], { quiet: true, timeout: versionTimeout });
  const line = output.split('\n').find((text) => /\d+\.\d+\.\d+/.test(text)) ?? '';
  if (code !== 0 || !line)
    return `it does not run (${output.trim().split('\n').at(-1) || `exit code ${code}`})`;
  const brand = /^\s*(Google Chrome|Microsoft Edge)(?! for Testing)/.exec(line)?.[1];
  if (brand) return branded(brand);
  const major = Number(/(\d+)\.\d+\.\d+/.exec(line)?.[1]);
  return major < oldestMajor ? `it is version ${major}; Safi needs ${oldestMajor} or newer` : null;
}

/** @param {string} brand */
function branded(brand) {
  return `it is ${brand}, which ignores --load-extension; Chromium and Chrome for Testing do not`;
}

/** @param {string} path */
async function isExecutable(path) {
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
async function isSnap(path) {
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
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Where Playwright keeps its own Chromium, whether or not it was downloaded. */
export function playwrightChromium() {
  return chromium.executablePath();
}

/**
 * A Chromium that is on this machine and can be used.
 *
 * @returns {Promise<string | null>} its path; null when there is none
 * @throws when SAFI_CHROMIUM names one that cannot be used
 */
export async function findChromium() {
  const named = process.env.SAFI_CHROMIUM;
  if (named) {
    const why = await whyUnusable(named);
    if (why) throw new Error(`SAFI_CHROMIUM=${named} cannot be used: ${why}.`);
    return named;
  }
  for (const path of [...onPath(['chromium', 'chromium-browser']), playwrightChromium()]) {
    if ((await whyUnusable(path)) === null) return path;
  }
  return null;
}
