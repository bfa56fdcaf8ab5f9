import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

/** The folder that holds package.json. */
export const root = join(import.meta.dirname, '..');

/** Every child finds the tools that `npm ci` installed, also when the script was started without npm. */
const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {boolean} [quiet] keeps the output instead of showing it
 * @property {number} [timeout] milliseconds until the child is ended
 *
 * @typedef {object} RunResult
 * @property {number | null} code the exit code; null when it could not be started or was ended by a signal
 * @property {string} output what it wrote, in quiet runs
 */

/**
 * Runs a command in the project's folder and waits for its end. Never rejects: a failure is a code, so that the
 * caller says what it means.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { env = {}, quiet = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, PATH: path, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // On Windows the tools are .cmd files, which only a shell starts.
      shell: process.platform === 'win32',
      ...(timeout === undefined ? {} : { timeout }),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ code: null, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
