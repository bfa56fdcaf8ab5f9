import type { Box, Nudity } from './inspection';
import type { Size } from './stored-picture';

/** What is seen in frames or smaller copies, said of the file as a whole. */

/** What is seen in one picture. */
export interface Seen {
  readonly faces: readonly Box[];
  readonly nudity: Nudity;
}

/** Of what shows nothing at all, such as a video without pictures. */
export const seenNothing: Seen = {
  faces: [],
  nudity: {
    score: 0,
    label: 'neutral',
    scores: { drawing: 0, hentai: 0, neutral: 1, porn: 0, sexy: 0 },
    skin: 0,
    enlarged: false,
  },
};

/** Of all frames: the faces of the one with the most, and the hint that is strongest. Null of none. */
export function mostSeen(frames: readonly Seen[]): Seen | null {
  const [first, ...others] = frames;
  if (!first) return null;
  return others.reduce(
    (most, { faces, nudity }) => ({
      faces: faces.length > most.faces.length ? faces : most.faces,
      nudity: nudity.score > most.nudity.score ? nudity : most.nudity,
    }),
    first,
  );
}

/**
 * A box in a copy of the picture as one in the picture itself. A copy of another shape has bars at two of its sides, as
 * thumbnails of cameras do.
 */
export function boxIn(own: Size, copy: Size, { x, y, width, height, score }: Box): Box {
  const scale = Math.max(own.width / copy.width, own.height / copy.height);
  return {
    x: x * scale + (own.width - copy.width * scale) / 2,
    y: y * scale + (own.height - copy.height * scale) / 2,
    width: width * scale,
    height: height * scale,
    score,
  };
}
