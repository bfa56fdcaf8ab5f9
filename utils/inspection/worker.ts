import { type FromWorker, type Look, parseLook } from '../channel/inspection-channel';
import { findFaces } from './faces';
import type { Box, Nudity } from './inspection';
import { scoreNudity } from './nudity';
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

function say(message: FromWorker): void {
  postMessage(message);
}

/** What is seen in one picture. */
interface Seen {
  readonly faces: readonly Box[];
  readonly nudity: Nudity;
}

async function see(
  bitmap: ImageBitmap,
  models: Models,
  glance: (faces: readonly Box[]) => void,
): Promise<Seen> {
  const picture = bitmapPicture(bitmap);
  const faces = await findFaces(picture, models.faces, glance);
  const nudity = await scoreNudity(picture, models.nudity);
  return { faces, nudity };
}

/** The picture as a bitmap, with its orientation applied; null when the browser does not decode it. */
async function decode(picture: Blob | ImageBitmap): Promise<ImageBitmap | null> {
  if (picture instanceof ImageBitmap) return picture;
  try {
    return await createImageBitmap(picture, { imageOrientation: 'from-image' });
  } catch {
    return null;
  }
}

async function look({ id, picture }: Look): Promise<void> {
  const [models, bitmap] = await Promise.all([loading.catch(() => null), decode(picture)]);
  if (!bitmap) return say({ type: 'nothing', id, why: 'not-decodable' });
  try {
    if (!models) return say({ type: 'nothing', id, why: 'model-missing' });
    const seen = await see(bitmap, models, (faces) => say({ type: 'glance', id, faces }));
    say({ type: 'looked', id, ...seen, lookedAt: 'whole' });
  } finally {
    bitmap.close();
  }
}

addEventListener('message', ({ data }) => {
  const message = parseLook(data);
  // A bug of ours is the worker's end, which the other side sees.
  if (message) look(message).catch(reportError);
});
