import { type FromCoverWorker, parseToCoverWorker, type ToCoverWorker } from '../channel/cover-channel';
import { coveredCopy, type OpenPicture, openPicture } from './covered-copy';

/**
 * The worker that covers one picture, so that pictures of many millions of pixels freeze no page. Built as a module of
 * its own, `/cover-worker.js`.
 */

/** The picture to show has at most so many pixels in each direction. */
const mostShown = 1_280;

let open: OpenPicture | null = null;

function say(message: FromCoverWorker, transfer: Transferable[] = []): void {
  postMessage(message, { transfer });
}

async function begin(file: Blob): Promise<void> {
  const opened = await openPicture(file);
  if (typeof opened === 'string') return say({ type: 'not-covered', why: opened });
  open = opened;
  const { bitmap } = opened;
  const { width, height } = bitmap;
  const scale = Math.min(1, mostShown / Math.max(width, height));
  const preview = await createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round(width * scale)),
    resizeHeight: Math.max(1, Math.round(height * scale)),
    resizeQuality: 'medium',
  });
  say({ type: 'opened', width, height, preview }, [preview]);
}

async function answer(message: ToCoverWorker): Promise<void> {
  if (message.type === 'open') return begin(message.picture);
  if (!open) throw new Error('no picture is open');
  const copy = await coveredCopy(open, message.plan);
  say(typeof copy === 'string' ? { type: 'not-covered', why: copy } : { type: 'covered', copy });
}

addEventListener('message', ({ data }) => {
  const message = parseToCoverWorker(data);
  // A bug of ours is the worker's end, which the other side sees.
  if (message)
    answer(message).catch((error: unknown) => {
      reportError(error);
      say({ type: 'not-covered', why: 'died' });
    });
});
