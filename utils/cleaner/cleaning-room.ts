import { type Clean, parseFromCleaning } from '../channel/cleaning-channel';
import type { CleanResult } from '../metadata/clean-result';

/** The page's side of the worker that cleans: begun with the first file, one file at a time. */

/** Address of the worker in the package. */
export const cleaningModule = 'cleaning-worker.js';

export interface CleaningRoom {
  /**
   * Cleans one file. What the worker dies of is refused as unreadable.
   * @param onRead is told how many bytes were read until now
   * @returns null when it is neither picture nor video; 'ended' when `end` was called before
   */
  clean(file: File, onRead: (bytes: number) => void): Promise<CleanResult | null | 'ended'>;
  /** Ends the worker and what it is at; the next file begins a new one. */
  end(): void;
}

type Outcome = CleanResult | null | 'ended';

/** @param start makes the worker */
export function createCleaningRoom(start: () => Worker): CleaningRoom {
  let worker: Worker | null = null;
  let lastId = 0;
  let current: { id: number; onRead: (bytes: number) => void; settle: (outcome: Outcome) => void } | null =
    null;

  function finish(outcome: Outcome): void {
    const finished = current;
    current = null;
    finished?.settle(outcome);
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
  }

  function died(): void {
    stop();
    finish({ outcome: 'refused', reason: 'unreadable' });
  }

  function running(): Worker {
    if (worker) return worker;
    worker = start();
    worker.onmessage = ({ data }) => {
      const message = parseFromCleaning(data);
      if (!message) died();
      else if (message.id !== current?.id) return;
      else if (message.type === 'read') current.onRead(message.bytes);
      else finish(message.result);
    };
    worker.onerror = died;
    worker.onmessageerror = died;
    return worker;
  }

  return {
    clean(file, onRead) {
      const id = ++lastId;
      return new Promise((settle) => {
        current = { id, onRead, settle };
        const message: Clean = { type: 'clean', id, file };
        running().postMessage(message);
      });
    },
    end() {
      stop();
      finish('ended');
    },
  };
}
