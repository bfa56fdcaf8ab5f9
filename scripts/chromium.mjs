import { chromium } from '@playwright/test';
import { isExecutable, isSnap, onPath, versionLine } from './programs.mjs';

/** The first Chromium that Safi runs in, as wxt.config.ts says. */
const oldestMajor = 119;

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
  const { line, why } = await versionLine(path);
  if (why !== null) return why;
  const brand = /^\s*(Google Chrome|Microsoft Edge)(?! for Testing)/.exec(line)?.[1];
  if (brand) return branded(brand);
  const major = Number(/(\d+)\.\d+\.\d+/.exec(line)?.[1]);
  return major < oldestMajor ? `it is version ${major}; Safi needs ${oldestMajor} or newer` : null;
}

/** @param {string} brand */
function branded(brand) {
  return `it is ${brand}, which ignores --load-extension; Chromium and Chrome for Testing do not`;
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
