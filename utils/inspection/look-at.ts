import { blobSource } from '../bytes/blob-source';
import { boxIn, mostSeen, type Seen, seenNothing } from './frames-seen';
import { type Box, type Inspection, lookedAtNothing, type WhyNothing } from './inspection';
import { mediaKind } from './media-kind';
import type { Drawn, drawSvg } from './svg-picture';
import type { FramesEnd, videoFrames } from './video-frames';
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
  deaths: number;
}

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
      return lookAtOnce(turn, () => link.ask(turn.file, turn.glance));
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
  return askAboutCopy(drawn, link, turn.glance);
}

/** Boxes are those of what was drawn, whatever size the copy has. */
async function askAboutCopy({ bitmap, own }: Drawn, link: WorkerLink, glance: Glance): Promise<Answer> {
  // The bitmap has no size any more when it has gone over.
  const copy = { width: bitmap.width, height: bitmap.height };
  const inOwn = (faces: readonly Box[]) => faces.map((face) => boxIn(own, copy, face));
  const answer = await link.ask(bitmap, (faces) => glance(inOwn(faces)));
  return answer.type === 'nothing' ? answer : { ...answer, faces: inOwn(answer.faces) };
}

/** Frame by frame; one over which the worker is lost is left out. */
async function lookAtVideo(
  turn: Turn,
  link: WorkerLink,
  frames: AsyncGenerator<Drawn, FramesEnd>,
): Promise<Inspection> {
  let why: WhyNothing = 'died';
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
      const answer = await askAboutFrame(turn, link, value);
      if (answer?.type === 'nothing') return lookedAtNothing(answer.why);
      if (answer) turn.frames.push({ faces: answer.faces, nudity: answer.nudity });
    }
  } finally {
    await frames.return('seen');
  }
  return framesSeen(turn) ?? lookedAtNothing(why);
}

async function askAboutFrame(turn: Turn, link: WorkerLink, frame: Drawn): Promise<Answer | null> {
  const most = Math.max(0, ...turn.frames.map(({ faces }) => faces.length));
  try {
    return await askAboutCopy(frame, link, (faces) => faces.length > most && turn.glance(faces));
  } catch (error) {
    countDeath(turn, error);
    return null;
  }
}

/** What is told of a video by its frames so far; null when there are none. */
export function framesSeen({ frames }: Turn): Inspection | null {
  const seen = mostSeen(frames);
  return seen && { ...seen, lookedAt: 'frames' };
}

function inspectionOf(answer: Answer): Inspection {
  if (answer.type === 'nothing') return lookedAtNothing(answer.why);
  const { faces, nudity, lookedAt } = answer;
  return { faces, nudity, lookedAt };
}
