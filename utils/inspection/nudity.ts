import type { Nudity } from './inspection';
import type { Picture } from './picture';
import type { Model } from './runtime';

/** Draft: the preprocessing is being written. */
export async function scoreNudity(picture: Picture, model: Model): Promise<Nudity> {
  void picture;
  void model;
  return { score: 0, label: 'neutral' };
}
