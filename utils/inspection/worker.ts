import { type FromWorker, type Look, parseLook } from '../channel/inspection-channel';
import { findFaces } from './faces';
import { boxIn, mostSeen, type Seen } from './frames-seen';
import type { Box } from './inspection';
import { scoreNudity } from './nudity';
import { openPicture, whole } from './open-picture';
import { bitmapPicture } from './picture';
import { loadModel, startRuntime } from './runtime';

/**
 * The worker that looks into pictures, one after the other; begun when a picture is in hand, ended when none has come
 * for a while. Built as a module of its own, `/inspection-worker.js`.
 */

let facesSeen = () => {};
const firstFaces = new Promise<void>((resolve) => {
  facesSeen = resolve;
});

// At once, beside the first picture's decoding; but its faces are told before the second model is made.
const faceModel = loadModel('blazeface', startRuntime());
const nudityModel = loadModel('nsfw', firstFaces);
// Whoever looks is told when they fail.
for (const model of [faceModel, nudityModel]) model.catch(() => {});

/** So long after it was asked a file's faces are looked for closely, in milliseconds, if nothing else is said. */
const asPeopleWait = 5_000;

function say(message: FromWorker): void {
  postMessage(message);
}

/** Null when a model is missing. */
async function see(
  bitmap: ImageBitmap,
  glance: (faces: readonly Box[]) => void,
  hasTime: () => boolean,
): Promise<Seen | null> {
  const picture = bitmapPicture(bitmap);
  const forFaces = await faceModel.catch(() => null);
  if (!forFaces) return null;
  const faces = await findFaces(picture, forFaces, glance, hasTime);
  facesSeen();
  const forNudity = await nudityModel.catch(() => null);
  return forNudity && { faces, nudity: await scoreNudity(picture, forNudity) };
}

async function look({ id, picture, closeLookLimit = asPeopleWait }: Look): Promise<void> {
  // People wait while the models load, too; and on a slow computer what comes after has to end in time.
  const until = performance.now() + closeLookLimit;
  const opened = picture instanceof ImageBitmap ? whole(picture) : await openPicture(picture);
  if (typeof opened === 'string') return say({ type: 'nothing', id, why: opened });
  const { lookedAt, own } = opened;
  const frames: Seen[] = [];
  const hasTime = () => performance.now() < until;
  for await (const bitmap of opened.bitmaps) {
    const { width, height } = bitmap;
    const inOwn = (faces: readonly Box[]) =>
      own ? faces.map((face) => boxIn(own, { width, height }, face)) : faces;
    try {
      const glance = (glanced: readonly Box[]) => {
        if (frames.length === 0) say({ type: 'glance', id, faces: inOwn(glanced) });
      };
      const seen = await see(bitmap, glance, hasTime);
      if (!seen) return say({ type: 'nothing', id, why: 'model-missing' });
      frames.push({ ...seen, faces: inOwn(seen.faces) });
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
