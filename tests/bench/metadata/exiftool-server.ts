import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** ExifTool as those use it who clean many files: one process that waits for commands, `-stay_open`. */
export class ExifToolServer {
  private readonly child: ChildProcessWithoutNullStreams;
  private output = '';
  private waiting: (() => void) | null = null;

  constructor() {
    this.child = spawn('exiftool', ['-stay_open', 'True', '-@', '-']);
    this.child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.output += text;
      if (this.output.includes('{ready}')) this.waiting?.();
    });
    // Warnings are no failure: what was written is looked at.
    this.child.stderr.resume();
  }

  /** Runs one command, and gives what it printed. */
  async run(...args: readonly string[]): Promise<string> {
    this.output = '';
    const ready = new Promise<void>((resolve) => {
      this.waiting = resolve;
    });
    this.child.stdin.write(`${args.join('\n')}\n-execute\n`);
    await ready;
    return this.output;
  }

  close(): void {
    this.child.stdin.end('-stay_open\nFalse\n');
  }
}
