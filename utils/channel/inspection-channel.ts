import type { Box, Nudity, NudityLabel, WhyNothing } from '../inspection/inspection';
import { fieldsOf, isKeyOf, isNumber } from './fields';

/**
 * Messages between the guard frame and the worker that looks into pictures. Both ends parse what they get; what does
 * not parse is dropped.
 */

/** A picture to look at: a file that the browser decodes, or a frame that is decoded already. */
export interface Look {
  readonly type: 'look';
  readonly id: number;
  readonly picture: Blob | ImageBitmap;
  /** Faces that a glance does not show are looked for no longer, in milliseconds; by itself as long as people wait. */
  readonly closeLookLimit?: number;
}

export type FromWorker =
  /** The faces that are seen at a glance; small ones and those at the edge are still looked for. */
  | { readonly type: 'glance'; readonly id: number; readonly faces: readonly Box[] }
  | {
      readonly type: 'looked';
      readonly id: number;
      readonly faces: readonly Box[];
      readonly nudity: Nudity;
      readonly lookedAt: 'whole' | 'frames';
    }
  | { readonly type: 'nothing'; readonly id: number; readonly why: WhyNothing };

const labels: Readonly<Record<NudityLabel, true>> = {
  drawing: true,
  hentai: true,
  neutral: true,
  porn: true,
  sexy: true,
};

const reasons: Readonly<Record<WhyNothing, true>> = {
  'not-decodable': true,
  'too-large': true,
  'model-missing': true,
  'timed-out': true,
  died: true,
};

function parseBox(value: unknown): Box | null {
  const { x, y, width, height, score } = fieldsOf(value);
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) && isNumber(score)
    ? { x, y, width, height, score }
    : null;
}

function parseFaces(value: unknown): readonly Box[] | null {
  if (!Array.isArray(value)) return null;
  const boxes = value.map(parseBox);
  return boxes.every((box) => box !== null) ? boxes : null;
}

function parseNudity(value: unknown): Nudity | null {
  const { score, label, scores, skin, enlarged } = fieldsOf(value);
  const parsed = parseScores(scores);
  return isKeyOf(labels, label) &&
    isNumber(score) &&
    isNumber(skin) &&
    typeof enlarged === 'boolean' &&
    parsed
    ? { score, label, scores: parsed, skin, enlarged }
    : null;
}

function parseScores(value: unknown): Nudity['scores'] | null {
  const { drawing, hentai, neutral, porn, sexy } = fieldsOf(value);
  return isNumber(drawing) && isNumber(hentai) && isNumber(neutral) && isNumber(porn) && isNumber(sexy)
    ? { drawing, hentai, neutral, porn, sexy }
    : null;
}

export function parseLook(value: unknown): Look | null {
  const { type, id, picture, closeLookLimit } = fieldsOf(value);
  if (type !== 'look' || !isNumber(id)) return null;
  if (!(picture instanceof Blob || picture instanceof ImageBitmap)) return null;
  if (closeLookLimit === undefined) return { type, id, picture };
  return isNumber(closeLookLimit) ? { type, id, picture, closeLookLimit } : null;
}

export function parseFromWorker(value: unknown): FromWorker | null {
  const { type, id, ...fields } = fieldsOf(value);
  if (!isNumber(id)) return null;
  const faces = parseFaces(fields.faces);
  switch (type) {
    case 'glance':
      return faces && { type, id, faces };
    case 'looked': {
      const nudity = parseNudity(fields.nudity);
      const { lookedAt } = fields;
      if (!faces || !nudity || (lookedAt !== 'whole' && lookedAt !== 'frames')) return null;
      return { type, id, faces, nudity, lookedAt };
    }
    case 'nothing': {
      const { why } = fields;
      return isKeyOf(reasons, why) ? { type, id, why } : null;
    }
    default:
      return null;
  }
}
