import type { Inspection } from './inspection';

/**
 * From when on the model's hint counts, in one place. Measured on 817 ordinary pictures (people in clothes, places,
 * food, animals, drawings, screens): 4 are taken for more than they are, two of them close-ups of a hand; 9 would be if
 * a face were found in every one. The numbers below were chosen on these same pictures. How many of those that do show
 * more are found was not measured.
 */

/** With so much of the colour of skin a picture may well show a body, 0 to 1. */
const muchSkin = 0.2;

/** How sure the model has to be, 0 to 1. */
const sure = {
  /** Faces or skin are there. */
  people: 0.5,
  /** Neither is, as in drawings and screens; or the picture has no colours. */
  nobody: 0.97,
  /** The picture had to be enlarged: the model takes a blur for a body. */
  enlarged: 0.97,
} as const;

/** Whether a picture may show more than a face; null when nothing could be looked at. */
export function mayShowMore({ nudity, faces }: Inspection): boolean | null {
  if (!nudity) return null;
  const { score, skin, enlarged } = nudity;
  const ofPeople = faces.length > 0 || skin >= muchSkin;
  if (enlarged) return ofPeople && score >= sure.enlarged;
  return score >= (ofPeople ? sure.people : sure.nobody);
}
