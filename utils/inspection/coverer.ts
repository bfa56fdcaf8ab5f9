import { type FromCoverWorker, parseFromCoverWorker, type ToCoverWorker } from '../channel/cover-channel';
import type { CoverPlan } from './cover-plan';
import type { WhyNotCovered } from './covered-copy';
import { boxOverFace } from './face-cover';
import type { Box } from './inspection';
import type { Inspector } from './inspector';
import { freshSeed } from './noise';

/** Covers faces in pictures, each in a worker of its own. Nothing of it leaves the page that asks. */

/** Address of the worker in the package. */
export const coverModule = 'cover-worker.js';

/** Nothing takes longer, in milliseconds: fifty million pixels on an old computer. */
const timeLimit = 60_000;

/** What is being done for a copy. */
export type CoverStep = 'covering' | 'checking';

/** A picture in hand, until it is closed. Sizes in pixels, its orientation applied. */
export interface PictureInHand {
  readonly width: number;
  readonly height: number;
  /** The picture, smaller where it is large, to be shown. */
  readonly preview: ImageBitmap;
  /**
   * A copy as the plan says, without anything hidden, looked into once more: a box in which a face is found again
   * becomes one colour.
   */
  cover(plan: CoverPlan, onStep?: (step: CoverStep) => void): Promise<File | WhyNotCovered>;
  close(): void;
}

export interface Coverer {
  /** @param picture a clean one */
  open(picture: File): Promise<PictureInHand | WhyNotCovered>;
  /** The same picture with these faces covered by blocks, nothing else of it changed. */
  coverFaces(picture: File, faces: readonly Box[]): Promise<File | WhyNotCovered>;
}

/** The extension that goes with a type that browsers write. */
const extensions: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
]);

/** A plan that covers these faces by blocks. */
export function planFor(faces: readonly Box[], width: number, height: number): CoverPlan {
  const boxes = faces.map((face, index) => ({ ...boxOverFace(face, width, height), id: index + 1 }));
  return { boxes, dabs: [], how: 'blocks', crop: null, seed: freshSeed() };
}

/** Whether a face of the copy lies in what was to be covered. */
export function isCoveredBy({ boxes, crop }: CoverPlan, face: Box): boolean {
  const x = face.x + face.width / 2 + Math.floor(crop?.x ?? 0);
  const y = face.y + face.height / 2 + Math.floor(crop?.y ?? 0);
  return boxes.some((box) => x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height);
}

/** The copy under the picture's name, with the extension of what was written. */
function named(copy: Blob, picture: File): File {
  const extension = extensions.get(copy.type) ?? 'jpg';
  const name =
    copy.type === picture.type ? picture.name : `${picture.name.replace(/\.[^.]*$/, '')}.${extension}`;
  return new File([copy], name, { type: copy.type, lastModified: Date.now() });
}

/** @param start makes a worker */
export function createCoverer(start: () => Worker, inspector: Inspector): Coverer {
  async function open(picture: File): Promise<PictureInHand | WhyNotCovered> {
    const worker = start();
    const opened = await ask(worker, { type: 'open', picture });
    if (opened.type !== 'opened') {
      worker.terminate();
      return whyOf(opened);
    }
    const { width, height, preview } = opened;

    async function make(plan: CoverPlan): Promise<File | WhyNotCovered> {
      const made = await ask(worker, { type: 'cover', plan });
      return made.type === 'covered' ? named(made.copy, picture) : whyOf(made);
    }

    return {
      width,
      height,
      preview,
      async cover(plan, onStep = () => {}) {
        onStep('covering');
        const copy = await make(plan);
        if (typeof copy === 'string' || plan.boxes.length === 0) return copy;
        onStep('checking');
        const { faces } = await inspector.inspect(copy);
        const isSeen = faces.some((face) => isCoveredBy(plan, face));
        return isSeen && plan.how !== 'solid' ? make({ ...plan, how: 'solid' }) : copy;
      },
      close() {
        preview.close();
        worker.terminate();
      },
    };
  }

  return {
    open,
    async coverFaces(picture, faces) {
      const inHand = await open(picture);
      if (typeof inHand === 'string') return inHand;
      try {
        return await inHand.cover(planFor(faces, inHand.width, inHand.height));
      } finally {
        inHand.close();
      }
    },
  };
}

function whyOf(answer: FromCoverWorker): WhyNotCovered {
  return answer.type === 'not-covered' ? answer.why : 'died';
}

/** One question at a time; a worker that fails or takes too long has died. */
function ask(worker: Worker, message: ToCoverWorker): Promise<FromCoverWorker> {
  return new Promise((resolve) => {
    const life = new AbortController();
    const { signal } = life;
    const answer = (given: FromCoverWorker) => {
      clearTimeout(limit);
      life.abort();
      resolve(given);
    };
    const died = () => answer({ type: 'not-covered', why: 'died' });
    const limit = setTimeout(died, timeLimit);
    worker.addEventListener(
      'message',
      ({ data }) => {
        const parsed = parseFromCoverWorker(data);
        if (parsed) answer(parsed);
      },
      { signal },
    );
    worker.addEventListener('error', died, { signal });
    worker.addEventListener('messageerror', died, { signal });
    worker.postMessage(message);
  });
}
