import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { check, type Verdict } from './check';
import { encodedSeeds } from './encoded';
import type { Mutation } from './mutate';
import { inputOf } from './run-input';
import { seeds as craftedSeeds } from './seeds';
import {
  addTally,
  clockNow,
  emptyTally,
  type Finding,
  inputsIn,
  laneLength,
  type Order,
  slot,
  type Tally,
} from './tally';

/** A run of the fuzzer: threads with a watchdog over them, and what they find. */

export interface Asked {
  readonly seconds: number;
  /** The number that all of the run hangs on. */
  readonly seed: number;
  readonly workers: number;
  /** All of them when there are none. */
  readonly formats?: readonly string[] | undefined;
  /** The built worker. */
  readonly worker: string;
  /** The folder that findings go to. */
  readonly findings: string;
  /** Milliseconds from one report to the next. */
  readonly pause: number;
  readonly show: (progress: Progress) => void;
}

export interface Progress {
  readonly inputs: number;
  readonly findings: number;
  readonly seconds: number;
}

export interface Result extends Tally {
  readonly findings: readonly Finding[];
  readonly seconds: number;
}

/** No input takes longer, in milliseconds. */
const limit = 1000;

/** A machine that is busy with other things may stop a thread for a second: it must hang every time. */
const attempts = 3;

/** The engine needs far less; memory that runs away ends the thread. */
const memory = { maxOldGenerationSizeMb: 512 };

const everyNumber = Number.MAX_SAFE_INTEGER;

/** What a thread came to its end by. */
type Ending = 'done' | { readonly number: number; readonly why: string };

export async function fuzz(asked: Asked): Promise<Result> {
  const seeds = [...craftedSeeds, ...(await encodedSeeds())];
  const formats = asked.formats ?? [...new Set(seeds.map(({ format }) => format))];
  const unknown = formats.find((format) => !seeds.some((seed) => seed.format === format));
  if (unknown !== undefined) throw new Error(`There is no seed of the format ${unknown}.`);
  const total = emptyTally();
  const findings: Finding[] = [];
  const begin = Date.now();
  const until = begin + asked.seconds * 1000;
  const order = { run: asked.seed, seeds, formats, step: asked.workers, last: everyNumber, until };
  const found = async (finding: Finding) => {
    findings.push(finding);
    await keep(finding, asked.findings);
  };
  const listen = { tally: (part: Tally) => addTally(total, part), finding: found };
  const report = setInterval(() => {
    const seconds = (Date.now() - begin) / 1000;
    asked.show({ inputs: inputsIn(total), findings: findings.length, seconds });
  }, asked.pause);
  await Promise.all(Array.from({ length: asked.workers }, (_, lane) => runLane(lane)));
  clearInterval(report);
  return { ...total, findings, seconds: (Date.now() - begin) / 1000 };

  /** A thread after the other, each behind the input that ended the one before. */
  async function runLane(lane: number): Promise<void> {
    let first = lane;
    while (Date.now() < until) {
      const ending = await runThread(asked.worker, { ...order, first }, listen);
      if (ending === 'done') return;
      const { number, why } = await confirmed(ending);
      if (why)
        await found({
          run: asked.seed,
          number,
          input: inputOf(asked.seed, number, seeds, formats),
          findings: [why],
        });
      first = number + asked.workers;
    }
  }

  /** Whether it ends the same way every time, alone. */
  async function confirmed({
    number,
    why,
  }: Exclude<Ending, 'done'>): Promise<{ number: number; why: string | null }> {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const alone = { ...order, first: number, last: number, until: Number.POSITIVE_INFINITY };
      const ending = await runThread(asked.worker, alone, listen);
      if (ending === 'done') return { number, why: null };
    }
    return { number, why };
  }
}

interface Listener {
  readonly tally: (part: Tally) => void;
  readonly finding: (finding: Finding) => Promise<void>;
}

/** One thread, ended when an input takes too long. */
function runThread(file: string, order: Omit<Order, 'board' | 'lane'>, listener: Listener): Promise<Ending> {
  const board = new SharedArrayBuffer(laneLength * Int32Array.BYTES_PER_ELEMENT);
  const clock = new Int32Array(board);
  const at = slot(0);
  const worker = new Worker(file, { workerData: { ...order, board, lane: 0 }, resourceLimits: memory });
  const writing: Promise<void>[] = [];
  worker.on('message', (message: { tally?: Tally; finding?: Finding }) => {
    if (message.tally) listener.tally(message.tally);
    if (message.finding) writing.push(listener.finding(message.finding));
  });
  return new Promise((resolve) => {
    let hasEnded = false;
    // A thread that is stopped exits, too: what it was stopped for counts.
    const end = async (ending: Ending) => {
      if (hasEnded) return;
      hasEnded = true;
      clearInterval(watchdog);
      await worker.terminate();
      await Promise.all(writing);
      resolve(ending);
    };
    const stopped = (why: string) => end({ number: Atomics.load(clock, at.number), why });
    let seen = { number: -1, cpu: 0 };
    const watchdog = setInterval(() => {
      const [number, begun] = [Atomics.load(clock, at.number), Atomics.load(clock, at.begun)];
      if (number !== seen.number) seen = { number, cpu: cpuTime() };
      // On a busy machine time passes without work: it must have been worked at, too.
      const isHanging = begun !== 0 && clockNow() - begun > limit && cpuTime() - seen.cpu > limit;
      if (isHanging) void stopped(`took longer than ${limit} ms`);
    }, 100);
    worker.on('error', (error) => void stopped(`ended its thread: ${error}`));
    worker.on('exit', () => void end('done'));
  });
}

/** Of all threads together, in milliseconds. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** How a finding lies in its file. */
interface Kept {
  readonly seed: string;
  readonly format: string;
  readonly run: number;
  readonly number: number;
  readonly findings: readonly string[];
  readonly mutations: readonly Mutation[];
  /** The whole input in base64: seeds of encoders differ from machine to machine. */
  readonly bytes: string;
}

async function keep({ run, number, input, findings }: Finding, folder: string): Promise<void> {
  const { seed, format, mutations, bytes } = input;
  const kept: Kept = {
    seed,
    format,
    run,
    number,
    findings,
    mutations,
    bytes: Buffer.from(bytes).toString('base64'),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${seed}-${run}-${number}.json`), `${JSON.stringify(kept, null, 2)}\n`);
}

/** Runs the input of a finding again, here and without a watchdog. */
export function replay(kept: Kept): Promise<Verdict> {
  return check(new Uint8Array(Buffer.from(kept.bytes, 'base64')), kept.format);
}

/** What a run came to, in lines. */
export function summaryOf({ outcomes, slowest, findings, seconds }: Result): string {
  const lines = Object.entries(outcomes)
    .sort(([first], [second]) => first.localeCompare(second))
    .map(([format, own]) => {
      const inputs = Object.values(own).reduce((sum, times) => sum + times, 0);
      const each = Object.entries(own).sort(([, first], [, second]) => second - first);
      return `${format.padEnd(9)}${String(inputs).padStart(8)}  ${each.map(([outcome, times]) => `${outcome} ${times}`).join(', ')}`;
    });
  const inputs = inputsIn({ outcomes, slowest });
  return [
    ...lines,
    `${inputs} inputs in ${Math.round(seconds)} s, ${Math.round(inputs / seconds)} a second`,
    `slowest: ${slowest.milliseconds.toFixed(0)} ms (input ${slowest.number})`,
    ...findings.map(
      ({ number, input, findings: what }) => `FOUND in ${input.seed}, input ${number}: ${what.join('; ')}`,
    ),
    `${findings.length} findings`,
  ].join('\n');
}
