import type { Inspection } from './inspection';

/** From so sure on the model's hint counts, 0 to 1. */
const from = 0.7;

/** Whether a picture may show more than a face; null when nothing could be looked at. */
export function mayShowMore({ nudity }: Inspection): boolean | null {
  return nudity && nudity.score >= from;
}
