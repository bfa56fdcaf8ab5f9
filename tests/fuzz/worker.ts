import { parentPort, workerData } from 'node:worker_threads';
import { inputOf, runInput } from './run-input';
import { clockNow, count, emptyTally, type Finding, type Order, slot, type Tally } from './tally';

/** One thread of a run: takes every nth input, says on the board what it is at, and tells what came of it. */

const { run, formats, seeds, first, step, last, until, board, lane } = workerData as Order;
const clock = new Int32Array(board);
const at = slot(lane);

/** So often the tally is told, in milliseconds. */
const pause = 250;

function tell(message: { readonly tally: Tally } | { readonly finding: Finding }): void {
  parentPort?.postMessage(message);
}

let tally = emptyTally();
let told = Date.now();
for (let number = first; number <= last && Date.now() < until; number += step) {
  const input = inputOf(run, number, seeds, formats);
  Atomics.store(clock, at.number, number);
  Atomics.store(clock, at.begun, clockNow());
  const verdict = await runInput(input);
  Atomics.store(clock, at.begun, 0);
  count(tally, number, input, verdict);
  if (verdict.findings.length > 0) tell({ finding: { run, number, input, findings: verdict.findings } });
  if (Date.now() - told < pause) continue;
  tell({ tally });
  tally = emptyTally();
  told = Date.now();
}
tell({ tally });
