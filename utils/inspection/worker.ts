import { type FromWorker, type Look, parseLook } from '../channel/inspection-channel';
import { findFaces } from './faces';
import { boxIn, mostSeen, type Seen } from './frames-seen';
import type { Box } from './inspection';
import { scoreNudity } from './nudity';
import { openPicture, whole } from './open-picture';
import { bitmapPicture } from './picture';
import { loadModel, type Model, startRuntime } from './runtime';

/**
 * The worker that looks into pictures, one after the other; begun when a picture is in hand, ended when none has come
 * for a while. Built as a module of its own, `/inspection-worker.js`.
 */

interface Models {
  readonly faces: Model;
  readonly nudity: Model;
}

async function loadModels(): Promise<Models> {
  await startRuntime();
  const [faces, nudity] = await Promise.all([loadModel('blazeface'), loadModel('nsfw')]);
  return { faces, nudity };
}

// At once, beside the first picture's decoding. Whoever looks is told when it fails.
const loading = loadModels();
loading.catch(() => {});

/** So long after it was asked a file's faces are looked for closely, in milliseconds, if nothing else is said. */
const asPeopleWait = 5_000;

function say(message: FromWorker): void {
  postMessage(message);
}

async function see(
  bitmap: ImageBitmap,
  models: Models,
  glance: (faces: readonly Box[]) => void,
  hasTime: () => boolean,
): Promise<Seen> {
  const picture = bitmapPicture(bitmap);
  const faces = await findFaces(picture, models.faces, glance, hasTime);
  const nudity = await scoreNudity(picture, models.nudity);
  return { faces, nudity };
}

async function look({ id, picture, closeLookLimit = asPeopleWait }: Look): Promise<void> {
  // People wait while the models load, too; and on a slow computer what comes after has to end in time.
  const until = performance.now() + closeLookLimit;
  const open = picture instanceof ImageBitmap ? whole(picture) : openPicture(picture);
  const [models, opened] = await Promise.all([loading.catch(() => null), open]);
  if (typeof opened === 'string') return say({ type: 'nothing', id, why: opened });
  const { lookedAt, own } = opened;
  const frames: Seen[] = [];
  const hasTime = () => performance.now() < until;
  for await (const bitmap of opened.bitmaps) {
    const { width, height } = bitmap;
    const inOwn = (faces: readonly Box[]) =>
      own ? faces.map((face) => boxIn(own, { width, height }, face)) : faces;
    try {
      if (!models) return say({ type: 'nothing', id, why: 'model-missing' });
      const glance = (glanced: readonly Box[]) => {
        if (frames.length === 0) say({ type: 'glance', id, faces: inOwn(glanced) });
      };
      const { faces, nudity } = await see(bitmap, models, glance, hasTime);
      frames.push({ faces: inOwn(faces), nudity });
    } finally {
      bitmap.close();
    }
  }
  const seen = mostSeen(frames);
  say(seen ? { type: 'looked', id, ...seen, lookedAt } : { type: 'nothing', id, why: 'not-decodable' });
}

addEventListener('message', ({ data }) => {
  const message = parseLook(data);
  // A bug of ours is the worker's end, which the other side sees.
  if (message) look(message).catch(reportError);
});
