import { readdirSync, readFileSync } from 'node:fs';

/** What the process that holds the extension's pages and workers takes, as the system counts it. */

interface Memory {
  /** In memory now, in MB. */
  readonly now: number;
  /** The most that ever was, in MB. */
  readonly peak: number;
}

interface Process {
  readonly id: number;
  readonly parent: number;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** All that this process has begun, and what that has begun in turn. */
function descendants(): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name): Process => {
      const parent = /^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1];
      return { id: Number(name), parent: Number(parent ?? 0) };
    });
  const found = [process.pid];
  for (const id of found) found.push(...all.filter(({ parent }) => parent === id).map((child) => child.id));
  return found;
}

/** Null where the system tells of no processes, which is everywhere but on Linux. */
export function memoryOfExtension(): Memory | null {
  if (process.platform !== 'linux') return null;
  const own = descendants().filter((id) => read(`/proc/${id}/cmdline`).includes('--extension-process'));
  const sum = (field: string) =>
    own.reduce((total, id) => {
      const kilobytes = new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(read(`/proc/${id}/status`))?.[1];
      return total + Number(kilobytes ?? 0) / 1024;
    }, 0);
  return own.length > 0 ? { now: sum('VmRSS'), peak: sum('VmHWM') } : null;
}
