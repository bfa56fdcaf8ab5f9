import { type FromWorker, type Look, parseFromWorker } from '../channel/inspection-channel';
import type { Box } from './inspection';

/** One question at a time to a worker that is begun with the first and can be ended at any time. */

/** Is told of the faces that are seen at a glance, before the close look. */
export type Glance = (faces: readonly Box[]) => void;

/** What the worker says of one picture in the end. */
export type Answer = Exclude<FromWorker, { type: 'glance' }>;

/** The worker is gone: it failed, or it was ended. */
export class WorkerLost extends Error {}

export interface WorkerLink {
  /**
   * Rejects with WorkerLost. A bitmap goes over and is no longer the caller's.
   *
   * @param closeLookLimit in milliseconds, when it is not to be looked at as long as people wait
   */
  ask(picture: Look['picture'], glance: Glance, closeLookLimit?: number): Promise<Answer>;
  readonly isAsked: boolean;
  /** Ends the worker; the next question begins another. */
  end(): void;
}

interface Question {
  readonly id: number;
  readonly glance: Glance;
  readonly answer: (answer: Answer) => void;
  readonly lost: () => void;
}

/** @param start makes the worker */
export function linkWorker(start: () => Worker): WorkerLink {
  let worker: Worker | null = null;
  let question: Question | null = null;
  let lastId = 0;

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
    worker?.terminate();
    worker = null;
    question?.lost();
  }

  return {
    ask(picture, glance, closeLookLimit) {
      const id = ++lastId;
      const asked = new Promise<Answer>((answer, reject) => {
        question = { id, glance, answer, lost: () => reject(new WorkerLost()) };
        const message: Look = { type: 'look', id, picture };
        const limited = closeLookLimit === undefined ? message : { ...message, closeLookLimit };
        running().postMessage(limited, picture instanceof Blob ? [] : [picture]);
      });
      return asked.finally(() => {
        question = null;
      });
    },
    get isAsked() {
      return question !== null;
    },
    end,
  };
}
