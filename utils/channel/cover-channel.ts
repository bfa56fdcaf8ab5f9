import type { CoveredBox, CoverPlan } from '../inspection/cover-plan';
import type { WhyNotCovered } from '../inspection/covered-copy';
import type { Dab } from '../inspection/face-cover';
import type { Region } from '../inspection/picture';
import { fieldsOf, isKeyOf, isNumber } from './fields';

/**
 * Messages between a page of ours and the worker that covers a picture: it opens one, and covers that as often as it is
 * asked to. Both ends parse what they get; what does not parse is dropped.
 */

export type ToCoverWorker =
  | { readonly type: 'open'; readonly picture: Blob }
  | { readonly type: 'cover'; readonly plan: CoverPlan };

export type FromCoverWorker =
  /** Size in pixels with the orientation applied, and a smaller picture to show. */
  | {
      readonly type: 'opened';
      readonly width: number;
      readonly height: number;
      readonly preview: ImageBitmap;
    }
  | { readonly type: 'covered'; readonly copy: Blob }
  | { readonly type: 'not-covered'; readonly why: WhyNotCovered };

const reasons: Readonly<Record<WhyNotCovered, true>> = {
  'not-decodable': true,
  moves: true,
  'too-large': true,
  'not-written': true,
  died: true,
};

function parseRegion(value: unknown): Region | null {
  const { x, y, width, height } = fieldsOf(value);
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height) ? { x, y, width, height } : null;
}

function parseBox(value: unknown): CoveredBox | null {
  const region = parseRegion(value);
  const { id } = fieldsOf(value);
  return region && isNumber(id) ? { ...region, id } : null;
}

function parseDab(value: unknown): Dab | null {
  const { x, y, radius } = fieldsOf(value);
  return isNumber(x) && isNumber(y) && isNumber(radius) ? { x, y, radius } : null;
}

function parseAll<T>(value: unknown, parse: (one: unknown) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const all = value.map(parse);
  return all.every((one) => one !== null) ? all : null;
}

function parsePlan(value: unknown): CoverPlan | null {
  const { how, seed, ...fields } = fieldsOf(value);
  const boxes = parseAll(fields.boxes, parseBox);
  const dabs = parseAll(fields.dabs, parseDab);
  const crop = fields.crop === null ? null : parseRegion(fields.crop);
  if (!boxes || !dabs || (fields.crop !== null && !crop)) return null;
  if ((how !== 'blocks' && how !== 'solid') || !(seed instanceof Uint32Array)) return null;
  return { boxes, dabs, how, crop, seed };
}

export function parseToCoverWorker(value: unknown): ToCoverWorker | null {
  const { type, picture, ...fields } = fieldsOf(value);
  if (type === 'open') return picture instanceof Blob ? { type, picture } : null;
  const plan = type === 'cover' ? parsePlan(fields.plan) : null;
  return plan && { type: 'cover', plan };
}

export function parseFromCoverWorker(value: unknown): FromCoverWorker | null {
  const { type, width, height, preview, copy, why } = fieldsOf(value);
  switch (type) {
    case 'opened':
      return isNumber(width) && isNumber(height) && preview instanceof ImageBitmap
        ? { type, width, height, preview }
        : null;
    case 'covered':
      return copy instanceof Blob ? { type, copy } : null;
    case 'not-covered':
      return isKeyOf(reasons, why) ? { type, why } : null;
    default:
      return null;
  }
}
