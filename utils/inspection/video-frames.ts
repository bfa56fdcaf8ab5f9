import { isTooLarge } from './picture-size';

/**
 * Frames of a video, spread over its length, by a <video> element that is never shown: the browser seeks in the file
 * and reads no more of it than that takes.
 */

/** Why there are no more frames; `seen` when there was at least one. */
export type FramesEnd = 'seen' | 'not-decodable' | 'too-large';

/** Places of the frames, in eighths of the length; in this order they are spread also where time runs out. */
const order: readonly number[] = [0, 4, 2, 6, 1, 5, 3, 7];

/** A place that is not reached in this time is left out, in milliseconds. */
const seekLimit = 2_500;

/** Recorders leave the length out: whoever asks for the end of time is taken to the end of the file, in seconds. */
const endOfTime = 1e9;

/** What the element tells. */
type Told = 'told' | 'error' | 'late';

/** Waits until the element tells one thing, or that it failed, or until the limit in milliseconds. */
function told(video: HTMLVideoElement, event: string, signal: AbortSignal, limit?: number): Promise<Told> {
  return new Promise((resolve) => {
    const waiting = new AbortController();
    const finish = (what: Told) => {
      clearTimeout(timer);
      waiting.abort();
      resolve(what);
    };
    const timer = limit === undefined ? undefined : setTimeout(() => finish('late'), limit);
    const { signal: once } = waiting;
    video.addEventListener(event, () => finish('told'), { signal: once });
    video.addEventListener('error', () => finish('error'), { signal: once });
    signal.addEventListener('abort', () => finish('late'), { signal: once });
    if (signal.aborted) finish('late');
  });
}

async function seek(video: HTMLVideoElement, time: number, signal: AbortSignal): Promise<Told> {
  const sought = told(video, 'seeked', signal, seekLimit);
  video.currentTime = time;
  return sought;
}

/** The length in seconds; null when it cannot be found out. */
async function lengthOf(video: HTMLVideoElement, signal: AbortSignal): Promise<number | null> {
  if (Number.isFinite(video.duration)) return video.duration;
  await seek(video, endOfTime, signal);
  const { duration, currentTime } = video;
  if (Number.isFinite(duration)) return duration;
  return currentTime > 0 && currentTime < endOfTime ? currentTime : null;
}

/** The frame that is at hand, turned as it is to be shown. */
function frameOf(video: HTMLVideoElement): ImageBitmap | null {
  const { videoWidth, videoHeight } = video;
  if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || videoWidth === 0 || videoHeight === 0)
    return null;
  const canvas = new OffscreenCanvas(videoWidth, videoHeight);
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return canvas.transferToImageBitmap();
}

/**
 * The frames of a video; who takes one closes it.
 *
 * @param type by which the browser takes it, whatever the file says
 * @param signal ends it
 */
export async function* videoFrames(
  file: Blob,
  type: string,
  signal: AbortSignal,
): AsyncGenerator<ImageBitmap, FramesEnd> {
  const address = URL.createObjectURL(file.slice(0, file.size, type));
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  try {
    const loaded = told(video, 'loadeddata', signal);
    video.src = address;
    if ((await loaded) !== 'told' || video.videoWidth === 0) return 'not-decodable';
    if (isTooLarge({ width: video.videoWidth, height: video.videoHeight })) return 'too-large';
    let end: FramesEnd = 'not-decodable';
    const first = frameOf(video);
    if (first) {
      end = 'seen';
      yield first;
    }
    const length = await lengthOf(video, signal);
    for (const place of length ? order : []) {
      // The first one was at hand already.
      if (place === 0 && first) continue;
      if ((await seek(video, ((length ?? 0) * place) / order.length, signal)) === 'error') return end;
      if (signal.aborted) return end;
      const frame = video.seeking ? null : frameOf(video);
      if (!frame) continue;
      end = 'seen';
      yield frame;
    }
    return end;
  } finally {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(address);
  }
}
