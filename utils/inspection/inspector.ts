import { type Inspection, lookedAtNothing, type WhyNothing } from './inspection';
import { type Drawing, lookAt, seenSoFar, type Turn } from './look-at';
import { drawSvg } from './svg-picture';
import { videoFrames } from './video-frames';
import { type Glance, linkWorker } from './worker-link';

/**
 * Looks into pictures and videos, one after the other, in a worker that is begun when the first comes and ended when
 * none has come for a minute. Nothing of it leaves the frame.
 */

/** Address of the worker in the package. */
export const workerModule = 'inspection-worker.js';

/** No file is looked at for longer, in milliseconds. */
const timeLimit = 8_000;

/** A worker that has had nothing to do for so long is ended, in milliseconds. */
const idleFor = 60_000;

export interface Inspector {
  /**
   * Never rejects but for a bug of ours, or with the reason of the signal: what cannot be looked at is told by the
   * result.
   *
   * @param glance is told of the faces that are seen first
   * @param withdrawn ends it: nobody wants to know any more
   */
  inspect(file: Blob, glance?: Glance, withdrawn?: AbortSignal): Promise<Inspection>;
  /** Ends the worker; what is looked at and what waits ends as `died`. */
  end(): void;
}

/** Why a file's turn ends before its time. */
type Ending = Extract<WhyNothing, 'timed-out' | 'died'>;

/** @param start makes the worker */
export function createInspector(start: () => Worker, drawing: Drawing = { videoFrames, drawSvg }): Inspector {
  const link = linkWorker(start);
  let idle: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let endTurn: (why: Ending) => void = () => {};
  /** Ends what waits. */
  let life = new AbortController();

  async function inspectOne(file: Blob, glance: Glance, withdrawn: AbortSignal): Promise<Inspection> {
    withdrawn.throwIfAborted();
    clearTimeout(idle);
    const ending = new AbortController();
    const turn: Turn = { file, glance, signal: ending.signal, frames: [], glanced: null, deaths: 0 };
    const cut = new Promise<Ending>((resolve) => {
      endTurn = (why) => {
        ending.abort();
        resolve(why);
        // Whatever it does may take for ever.
        if (link.isAsked) link.end();
      };
    });
    const limit = setTimeout(() => endTurn('timed-out'), timeLimit);
    const withdraw = () => endTurn('died');
    withdrawn.addEventListener('abort', withdraw);
    try {
      const looked = await Promise.race([lookAt(turn, link, drawing), cut]);
      return typeof looked === 'string' ? seenSoFar(turn, looked) : looked;
    } finally {
      withdrawn.removeEventListener('abort', withdraw);
      clearTimeout(limit);
      endTurn = () => {};
      idle = setTimeout(link.end, idleFor);
    }
  }

  return {
    inspect(file, glance = () => {}, withdrawn = new AbortController().signal) {
      const { signal } = life;
      const inspected = queue.then(() =>
        signal.aborted ? lookedAtNothing('died') : inspectOne(file, glance, withdrawn),
      );
      queue = inspected.catch(() => {});
      return Promise.race([inspected, rejectedBy(withdrawn)]);
    },
    end() {
      clearTimeout(idle);
      life.abort();
      life = new AbortController();
      endTurn('died');
      link.end();
    },
  };
}

/** Rejects with the signal's reason when there is one; never resolves. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const refuse = () => reject(signal.reason);
    if (signal.aborted) refuse();
    else signal.addEventListener('abort', refuse, { once: true });
  });
}
