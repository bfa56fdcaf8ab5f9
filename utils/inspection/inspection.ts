/** What makes a picture personal, as far as it can be seen. Lives in memory only, in the guard frame. */

/** A face, in the picture's own pixels with its orientation applied. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How sure the model is, 0 to 1. */
  readonly score: number;
}

/** The classes that the model of nsfwjs knows, in its order. */
export const nudityLabels = ['drawing', 'hentai', 'neutral', 'porn', 'sexy'] as const;

export type NudityLabel = (typeof nudityLabels)[number];

/** A hint, never a verdict. */
export interface Nudity {
  /** How sure the model is that more than a face is shown, 0 to 1. */
  readonly score: number;
  /** The class that it finds likeliest. */
  readonly label: NudityLabel;
  /** How sure it is of each class; together 1. */
  readonly scores: Readonly<Record<NudityLabel, number>>;
  /** How much of the picture has the colour of skin, 0 to 1. */
  readonly skin: number;
  /** The picture is smaller than what the model takes, which says little of a blur. */
  readonly enlarged: boolean;
}

/** Why nothing was looked at. `died`: the worker ended over it, twice. */
export type WhyNothing = 'not-decodable' | 'too-large' | 'model-missing' | 'timed-out' | 'died';

export interface Inspection {
  readonly faces: readonly Box[];
  /** Null when nothing was looked at, or only at a glance. */
  readonly nudity: Nudity | null;
  /**
   * Pictures as a whole, or the preview within the file that stands for it; of videos and animations some frames.
   */
  readonly lookedAt: 'whole' | 'frames' | 'nothing';
  /** Why nothing was looked at, or no more than at a glance. */
  readonly why?: WhyNothing;
}

export function lookedAtNothing(why: WhyNothing): Inspection {
  return { faces: [], nudity: null, lookedAt: 'nothing', why };
}
