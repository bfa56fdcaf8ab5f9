import { setTimeout as pause } from 'node:timers/promises';
import { run } from './run.mjs';

/** Seconds that apt waits for another apt to end. */
const lockTimeout = 600;

/** `apt-get update` does not wait for the lock of the package lists by itself. */
const updateAttempts = 6;
const updatePause = 5_000;

const quiet = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };

/** Whether packages can be installed by apt without asking anybody. */
export async function canUseApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (await run('apt-get', ['--version'], quiet)).code === 0;
}

/** @type {Promise<void> | null} */
let updated = null;

/** Once in a run. Its failure is not the end: the lists that are there may do. */
async function update() {
  for (let attempt = 1; attempt <= updateAttempts; attempt++) {
    const { code, output } = await run('apt-get', ['update', '-qq'], quiet);
    if (code === 0) return;
    if (!/lock/i.test(output)) break;
    await pause(updatePause);
  }
  console.log('apt-get update failed; trying with the package lists that are here.');
}

/**
 * @param {readonly string[]} packages
 * @returns {Promise<boolean>} false when apt failed; its last words are shown then
 */
export async function aptInstall(packages) {
  updated ??= update();
  await updated;
  const args = [
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    '-o',
    `DPkg::Lock::Timeout=${lockTimeout}`,
  ];
  const { code, output } = await run('apt-get', [...args, ...packages], quiet);
  if (code !== 0) console.log(output.trim().split('\n').slice(-5).join('\n'));
  return code === 0;
}
