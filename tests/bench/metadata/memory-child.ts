import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { fileHandleSource } from '../../../utils/bytes/file-handle-source';
import { cleanFile } from '../../../utils/metadata/clean-file';

/**
 * A process of its own that gets one file ready, the pieces known and nothing written, and tells what it took.
 *
 * The peak is VmHWM of this very process image: `maxrss` would count what its parent held when it was started.
 */
export interface Told {
  readonly outcome: string;
  readonly pieces: number;
  readonly milliseconds: number;
  /** In KiB. */
  readonly peak: number;
}

const [, , file] = process.argv;
if (file) {
  const handle = await open(file);
  const { size } = await handle.stat();
  const begin = performance.now();
  const result = await cleanFile(fileHandleSource(handle, size), { name: file, type: '' });
  const milliseconds = performance.now() - begin;
  await handle.close();
  const told: Told = {
    outcome: result?.outcome ?? 'passed',
    pieces: result?.outcome === 'cleaned' ? result.pieces.length : 0,
    milliseconds,
    peak: Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]),
  };
  process.stdout.write(JSON.stringify(told));
}
