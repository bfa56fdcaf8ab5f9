import { isTooLarge } from './picture-size';
import type { Drawn } from './svg-picture';

/**
 * Frames of a video, spread over its length, by a <video> element that is never shown: the browser seeks in the file
 * and reads no more of it than that takes.
 */

/** Why there are no more frames; `seen` when there was at least one. */
export type FramesEnd = 'seen' | 'not-decodable' | 'too-large';

/**
 * Places of the frames, in sixteenths of the length: never at its beginning, which is often black. In this order they
 * are spread also where time runs out.
 */
const places: readonly number[] = [1, 9, 5, 13, 3, 11, 7, 15];

/** Of one video. */
export const mostFrames = places.length;

/** Of a video whose length cannot be found out, in seconds. */
const moments: readonly number[] = [0, 0.5, 1, 2, 4, 8, 16, 32];

/** The longer side of a frame that is looked at, in pixels; the models take less. */
const longestSide = 1280;

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
    // Of an encrypted one nothing else is told.
    for (const failure of ['error', 'encrypted'])
      video.addEventListener(failure, () => finish('error'), { signal: once });
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

/** When the frames are, in seconds. */
async function timesOf(video: HTMLVideoElement, signal: AbortSignal): Promise<readonly number[]> {
  const length = await lengthOf(video, signal);
  return length === null ? moments : places.map((place) => (length * place) / (2 * places.length));
}

/** The frame that is at hand, turned as it is to be shown; null when none is. */
function frameOf(video: HTMLVideoElement): Drawn | null {
  const own = { width: video.videoWidth, height: video.videoHeight };
  const hasFrame = !video.seeking && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  if (!hasFrame || own.width === 0 || own.height === 0) return null;
  const scale = Math.min(1, longestSide / Math.max(own.width, own.height));
  const width = Math.max(1, Math.round(own.width * scale));
  const height = Math.max(1, Math.round(own.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(video, 0, 0, width, height);
  return { bitmap: canvas.transferToImageBitmap(), own };
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
): AsyncGenerator<Drawn, FramesEnd> {
  const address = URL.createObjectURL(file.slice(0, file.size, type));
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  let end: FramesEnd = 'not-decodable';
  try {
    const loaded = told(video, 'loadeddata', signal);
    video.src = address;
    if ((await loaded) !== 'told' || video.videoWidth === 0) return end;
    if (isTooLarge({ width: video.videoWidth, height: video.videoHeight })) return 'too-large';
    for (const time of await timesOf(video, signal)) {
      const sought = await seek(video, time, signal);
      if (sought === 'error' || signal.aborted) break;
      const frame = frameOf(video);
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
