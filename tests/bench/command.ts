import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** Programs that are not ours. */

const execute = promisify(execFile);

export function isThere(command: string): boolean {
  return spawnSync(command, ['--help'], { stdio: 'ignore' }).error === undefined;
}

/** What a program prints. */
export async function run(command: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await execute(command, args, { maxBuffer: 64 << 20 });
  return stdout;
}
