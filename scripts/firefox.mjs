import { isExecutable, isSnap, onPath, versionLine } from './programs.mjs';

/** The first Firefox that Safi is built for. */
const oldestMajor = 140;

/** Where it lies where it is not on PATH. */
const usualPlaces = ['/Applications/Firefox.app/Contents/MacOS/firefox'];

/**
 * Why a Firefox cannot be used, in words for a person; null when it can.
 *
 * @param {string} path
 * @returns {Promise<string | null>}
 */
async function whyUnusable(path) {
  if (!(await isExecutable(path))) return 'there is no program of that name';
  if (await isSnap(path)) return 'it is a snap, which sees neither the built extension nor a fresh profile';
  const { line, why } = await versionLine(path);
  if (why !== null) return why;
  const major = Number(/Firefox (\d+)\./.exec(line)?.[1] ?? 0);
  return major < oldestMajor ? `it is version ${major}; Safi needs ${oldestMajor} or newer` : null;
}

/**
 * A Firefox that is on this machine and can be driven. Playwright's own cannot: it speaks no WebDriver BiDi.
 *
 * @returns {Promise<string | null>} its path; null when there is none
 * @throws when SAFI_FIREFOX names one that cannot be used
 */
export async function findFirefox() {
  // What stands in for it between Playwright and the browser is a script, which Windows does not start.
  if (process.platform === 'win32') return null;
  const named = process.env.SAFI_FIREFOX;
  if (named) {
    const why = await whyUnusable(named);
    if (why) throw new Error(`SAFI_FIREFOX=${named} cannot be used: ${why}.`);
    return named;
  }
  for (const path of [...onPath(['firefox-esr', 'firefox']), ...usualPlaces]) {
    if ((await whyUnusable(path)) === null) return path;
  }
  return null;
}
