import { aptInstall, canUseApt } from './apt.mjs';
import { run } from './run.mjs';

/** Options that make a program say what it is and end; `--help` where nothing else is said. */
const asking = /** @type {Readonly<Record<string, string>>} */ ({
  exiftool: '-ver',
  'convert-im6.q16': '-version',
});

/** @param {string} command */
export async function isThere(command) {
  return (await run(command, [asking[command] ?? '--help'], { quiet: true })).code !== null;
}

/** @param {Readonly<Record<string, readonly string[]>>} tools commands by the Debian package that brings them */
async function packagesMissing(tools) {
  const missing = [];
  for (const [name, commands] of Object.entries(tools)) {
    const there = await Promise.all(commands.map(isThere));
    if (there.includes(false)) missing.push(name);
  }
  return missing;
}

/**
 * Gets what is missing by apt, in a line.
 *
 * @param {Readonly<Record<string, readonly string[]>>} tools commands by the Debian package that brings them
 * @param {string} what they are, for the line
 * @returns {Promise<readonly string[]>} packages that are missing all the same
 */
export async function getTools(tools, what) {
  const missing = await packagesMissing(tools);
  if (missing.length === 0 || !(await canUseApt())) return missing;
  console.error(`${what} are missing: installing ${missing.join(', ')} by apt.`);
  return (await aptInstall(missing)) ? [] : packagesMissing(tools);
}
