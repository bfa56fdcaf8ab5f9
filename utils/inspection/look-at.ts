import { blobSource } from '../bytes/blob-source';
import { boxIn, mostSeen, type Seen, seenNothing } from './frames-seen';
import { type Box, type Inspection, lookedAtNothing, type WhyNothing } from './inspection';
import { mediaKind } from './media-kind';
import type { Drawn, drawSvg } from './svg-picture';
import { type FramesEnd, mostFrames, type videoFrames } from './video-frames';
import { type Answer, type Glance, type WorkerLink, WorkerLost } from './worker-link';

/** Looks at one file, each kind in its own way: what only a page can draw goes to the worker as a bitmap. */

/** What has ended the worker so often is not looked at again. */
const mostDeaths = 2;

/** What only a page can draw. */
export interface Drawing {
  readonly videoFrames: typeof videoFrames;
  readonly drawSvg: typeof drawSvg;
}

/** One file's turn. */
export interface Turn {
  readonly file: Blob;
  readonly glance: Glance;
  /** When it is aborted, nothing of the turn is wanted any more but the frames so far. */
  readonly signal: AbortSignal;
  /** Of a video, as far as it was looked at. */
  readonly frames: Seen[];
  /** What a glance showed, while the close look goes on. */
  glanced: Pick<Inspection, 'faces' | 'lookedAt'> | null;
  deaths: number;
}

/** The frames of a video share so much time for close looks, in milliseconds: all of them have to be seen. */
const closeLooksLimit = 5_000;

export async function lookAt(turn: Turn, link: WorkerLink, drawing: Drawing): Promise<Inspection> {
  const media = await kindOf(turn.file);
  if (media === null) return lookedAtNothing('not-decodable');
  switch (media.kind) {
    case 'sound':
      return { ...seenNothing, lookedAt: 'whole' };
    case 'video':
      return lookAtVideo(turn, link, drawing.videoFrames(turn.file, media.type, turn.signal));
    case 'svg':
      return lookAtOnce(turn, () => askAboutSvg(turn, link, drawing));
    case 'picture':
      return lookAtOnce(turn, () => link.ask(turn.file, glanceAt(turn, 'whole')));
  }
}

/** Null when the file can no longer be read. */
async function kindOf(file: Blob) {
  try {
    return await mediaKind(blobSource(file));
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Counts a worker that was lost; throws what is anything else. */
function countDeath(turn: Turn, error: unknown): void {
  if (!(error instanceof WorkerLost)) throw error;
  turn.deaths += 1;
}

/** What is looked at as one; tried again when the worker is lost over it. */
async function lookAtOnce(turn: Turn, ask: () => Promise<Answer>): Promise<Inspection> {
  while (turn.deaths < mostDeaths && !turn.signal.aborted) {
    try {
      return inspectionOf(await ask());
    } catch (error) {
      countDeath(turn, error);
    }
  }
  return lookedAtNothing('died');
}

async function askAboutSvg(turn: Turn, link: WorkerLink, { drawSvg }: Drawing): Promise<Answer> {
  const drawn = await drawSvg(turn.file);
  if (typeof drawn === 'string') return { type: 'nothing', id: 0, why: drawn };
  return askAboutCopy(drawn, link, glanceAt(turn, 'whole'));
}

/** What is seen first is told, and kept for when there is no time for more. */
function glanceAt(turn: Turn, lookedAt: 'whole' | 'frames'): Glance {
  return (faces) => {
    turn.glanced = { faces, lookedAt };
    turn.glance(faces);
  };
}

/** Boxes are those of what was drawn, whatever size the copy has. */
async function askAboutCopy(
  { bitmap, own }: Drawn,
  link: WorkerLink,
  glance: Glance,
  closeLookLimit?: number,
): Promise<Answer> {
  // The bitmap has no size any more when it has gone over.
  const copy = { width: bitmap.width, height: bitmap.height };
  const inOwn = (faces: readonly Box[]) => faces.map((face) => boxIn(own, copy, face));
  const answer = await link.ask(bitmap, (faces) => glance(inOwn(faces)), closeLookLimit);
  return answer.type === 'nothing' ? answer : { ...answer, faces: inOwn(answer.faces) };
}

/** Frame by frame; one over which the worker is lost is left out. */
async function lookAtVideo(
  turn: Turn,
  link: WorkerLink,
  frames: AsyncGenerator<Drawn, FramesEnd>,
): Promise<Inspection> {
  let why: WhyNothing = 'died';
  let left = mostFrames;
  const until = performance.now() + closeLooksLimit;
  try {
    while (turn.deaths < mostDeaths) {
      const { value, done } = await frames.next();
      if (done) {
        why = value === 'seen' ? 'not-decodable' : value;
        break;
      }
      if (turn.signal.aborted) {
        value.bitmap.close();
        break;
      }
      // What one frame leaves over is the others'.
      const fairShare = Math.max(0, until - performance.now()) / left;
      left = Math.max(1, left - 1);
      const answer = await askAboutFrame(turn, link, value, fairShare);
      if (answer?.type === 'nothing') return lookedAtNothing(answer.why);
      if (answer) turn.frames.push({ faces: answer.faces, nudity: answer.nudity });
    }
  } finally {
    await frames.return('seen');
  }
  return seenSoFar(turn, why);
}

async function askAboutFrame(
  turn: Turn,
  link: WorkerLink,
  frame: Drawn,
  closeLookLimit: number,
): Promise<Answer | null> {
  const most = Math.max(0, ...turn.frames.map(({ faces }) => faces.length));
  const glance = glanceAt(turn, 'frames');
  try {
    return await askAboutCopy(frame, link, (faces) => faces.length > most && glance(faces), closeLookLimit);
  } catch (error) {
    countDeath(turn, error);
    return null;
  }
}

/**
 * What is told when a file's turn ends before the last look: of a video its frames so far, else the faces that a glance
 * showed.
 */
export function seenSoFar({ frames, glanced }: Turn, why: WhyNothing): Inspection {
  const seen = mostSeen(frames);
  if (seen) return { ...seen, lookedAt: 'frames' };
  return glanced?.faces.length ? { ...glanced, nudity: null, why } : lookedAtNothing(why);
}

function inspectionOf(answer: Answer): Inspection {
  if (answer.type === 'nothing') return lookedAtNothing(answer.why);
  const { faces, nudity, lookedAt } = answer;
  return { faces, nudity, lookedAt };
}
