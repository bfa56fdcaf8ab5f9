import { type FromWorker, type Look, parseFromWorker } from '../channel/inspection-channel';
import { type Box, type Inspection, lookedAtNothing } from './inspection';

/**
 * Looks into pictures, one after the other, in a worker that is begun when the first comes and ended when none has
 * come for a minute. Nothing of it leaves the frame.
 */

/** Address of the worker in the package. */
export const workerModule = 'inspection-worker.js';

/** No picture is looked at for longer, in milliseconds. */
const timeLimit = 8_000;

/** A worker that has had nothing to do for so long is ended, in milliseconds. */
const idleFor = 60_000;

/** A picture that has ended the worker so often is not looked at again. */
const mostDeaths = 2;

/** Is told of the faces that are seen at a glance, before the close look. */
export type Glance = (faces: readonly Box[]) => void;

export interface Inspector {
  /** Never rejects but for a bug of ours: what cannot be looked at is told by the result. */
  inspect(file: Blob, glance?: Glance): Promise<Inspection>;
  /** Ends the worker; what is being looked at ends as `died`. */
  end(): void;
}

type Answer = Exclude<FromWorker, { type: 'glance' }>;

/** The worker is gone: it failed, or it was ended since it took too long. */
class WorkerLost extends Error {}

/** What the worker says of one picture. */
interface Question {
  readonly id: number;
  readonly glance: Glance;
  readonly answer: (answer: Answer) => void;
  readonly lost: () => void;
}

/** @param start makes the worker */
export function createInspector(start: () => Worker): Inspector {
  let worker: Worker | null = null;
  let question: Question | null = null;
  let lastId = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  function running(): Worker {
    if (worker) return worker;
    worker = start();
    worker.onmessage = ({ data }) => {
      const message = parseFromWorker(data);
      if (!message || message.id !== question?.id) return;
      if (message.type === 'glance') question.glance(message.faces);
      else question.answer(message);
    };
    worker.onerror = end;
    worker.onmessageerror = end;
    return worker;
  }

  function end(): void {
    clearTimeout(idle);
    worker?.terminate();
    worker = null;
    question?.lost();
  }

  /** Rejects with WorkerLost. */
  function look(picture: Look['picture'], glance: Glance): Promise<Answer> {
    const id = ++lastId;
    const asked = new Promise<Answer>((answer, reject) => {
      question = { id, glance, answer, lost: () => reject(new WorkerLost()) };
      const message: Look = { type: 'look', id, picture };
      running().postMessage(message, picture instanceof Blob ? [] : [picture]);
    });
    return asked.finally(() => {
      question = null;
    });
  }

  async function inspectOne(file: Blob, glance: Glance): Promise<Inspection> {
    clearTimeout(idle);
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      end();
    }, timeLimit);
    try {
      for (let deaths = 0; deaths < mostDeaths; deaths += 1) {
        try {
          return inspectionOf(await look(file, glance));
        } catch (error) {
          if (!(error instanceof WorkerLost)) throw error;
          if (late) return lookedAtNothing('timed-out');
        }
      }
      return lookedAtNothing('died');
    } finally {
      clearTimeout(limit);
      idle = setTimeout(end, idleFor);
    }
  }

  return {
    inspect(file, glance = () => {}) {
      const inspected = queue.then(() => inspectOne(file, glance));
      queue = inspected.catch(() => {});
      return inspected;
    },
    end,
  };
}

function inspectionOf(answer: Answer): Inspection {
  if (answer.type === 'nothing') return lookedAtNothing(answer.why);
  const { faces, nudity, lookedAt } = answer;
  return { faces, nudity, lookedAt };
}
