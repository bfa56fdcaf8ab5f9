import { eachFaceOnce, eachPlaceOnce, isSamePlace, withoutSpanning } from './face-boxes';
import type { Candidate } from './face-decoder';
import { type Look, lookInto } from './face-look';
import { lookAgain, runsOfSecondLook, type SeenAt } from './face-second-look';
import { tileLevels } from './face-tiles';
import type { Box } from './inspection';
import type { Picture, Region } from './picture';
import type { Model } from './runtime';

/**
 * Finds faces: one look at the whole picture, then at squares of it, level by level, for small faces and those at the
 * edge; each candidate counts when a second look confirms it.
 */

/** How sure the look at the whole has to be to be told at once. */
const atAGlance = 0.5;

/** How sure any look has to be for a second one. */
const worthALook = 0.4;

/** Parts of a box's side past the edge between which a face counts as cut by it. */
const cut = { least: 0.12, most: 0.6 } as const;

/** Runs of the model for one picture, at most. */
export const maximumRuns = 120;

/**
 * @param glance is told once, first, of what one look at the whole picture shows
 * @param hasTime is asked before each further run of the model; when it says no, what was found until then is given
 * @returns each face once, the surest first; boxes lie within the picture
 */
export async function findFaces(
  picture: Picture,
  model: Model,
  glance: (faces: readonly Box[]) => void,
  hasTime: () => boolean = () => true,
): Promise<readonly Box[]> {
  const { width, height } = picture;
  if (!(width > 0 && height > 0)) {
    glance([]);
    return [];
  }
  const look = lookInto(picture, model);
  const whole = await look(squareOver(picture));
  const within = (faces: readonly Box[]) => faces.flatMap((face) => inside(face, width, height));
  const atOnce = eachFaceOnce(whole.filter(({ score }) => score >= atAGlance));
  glance(within(atOnce));
  return within(await lookClosely(picture, look, whole, hasTime));
}

async function lookClosely(
  picture: Picture,
  look: Look,
  whole: readonly Candidate[],
  hasTime: () => boolean,
): Promise<readonly Box[]> {
  let runs = 1;
  const mayRun = (count: number) => runs + count <= maximumRuns && hasTime();
  const counted: Look = (square, how) => {
    runs += 1;
    return look(square, how);
  };
  const faces: Box[] = [];
  /** Candidates that did not pass; at the same place only a surer one is looked at again. */
  const refused: Box[] = [];

  async function confirm(candidates: readonly Candidate[], seenAt: SeenAt): Promise<void> {
    for (const candidate of eachPlaceOnce(candidates.filter(({ score }) => score >= worthALook))) {
      if (faces.some((face) => isSamePlace(face, candidate))) continue;
      if (refused.some((box) => isSamePlace(box, candidate) && box.score >= candidate.score)) continue;
      if (!mayRun(runsOfSecondLook)) {
        // Better one too many than one too few of what the card has told already.
        if (seenAt === 'whole') faces.push(candidate);
        continue;
      }
      const face = await lookAgain(candidate, counted, cutBy(candidate, picture) ?? seenAt);
      if (face) faces.push(face);
      else refused.push(candidate);
    }
  }

  await confirm(
    whole.filter(({ score }) => score >= atAGlance),
    'whole',
  );
  for (const level of tileLevels(picture.width, picture.height)) {
    const candidates: Candidate[] = [];
    for (const tile of level) {
      if (mayRun(1)) candidates.push(...(await counted(tile)));
    }
    await confirm(candidates, 'tile');
  }
  return eachFaceOnce(withoutSpanning(faces));
}

/** By what a box is cut: of which a good part of it, though not most, lies past. */
function cutBy({ x, y, width, height }: Box, picture: Picture): 'side' | 'edge' | null {
  const isCut = (past: number) => past >= cut.least && past <= cut.most;
  if (isCut(Math.max(-x, x + width - picture.width) / width)) return 'side';
  return isCut(Math.max(-y, y + height - picture.height) / height) ? 'edge' : null;
}

/** The square over the whole picture, with the picture in its middle. */
function squareOver({ width, height }: Picture): Region {
  const side = Math.max(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, width: side, height: side };
}

/** The part of a box that lies in the picture, if any. */
function inside({ x, y, width, height, score }: Box, right: number, bottom: number): readonly Box[] {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const across = Math.min(right, x + width) - left;
  const down = Math.min(bottom, y + height) - top;
  return across > 0 && down > 0 ? [{ x: left, y: top, width: across, height: down, score }] : [];
}
