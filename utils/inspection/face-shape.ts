import type { Candidate, Point } from './face-decoder';

/** Whether the points of a candidate lie to each other as those of a face do, at whatever tilt or turn. */

/** How far points may lie outside the box, by its side: of a turned head, one eye lies at the rim. */
const slack = 0.25;

/** The mouth is so far from the middle of the eyes at least, by the box's side. */
const mouthFromEyes = 0.2;

export function isFaceLike(candidate: Candidate): boolean {
  const { width, height, points } = candidate;
  const [right, left, nose, mouth] = points;
  if (!(width > 0 && height > 0) || !right || !left || !nose || !mouth) return false;
  if (![right, left, nose, mouth].every((point) => isWithin(point, candidate))) return false;
  const eyes = { x: (right.x + left.x) / 2, y: (right.y + left.y) / 2 };
  const down = { x: mouth.x - eyes.x, y: mouth.y - eyes.y };
  const far = Math.hypot(down.x, down.y);
  if (far < mouthFromEyes * Math.max(width, height)) return false;
  const noseDown = ((nose.x - eyes.x) * down.x + (nose.y - eyes.y) * down.y) / far;
  return noseDown > 0 && noseDown < far;
}

function isWithin({ x, y }: Point, box: Candidate): boolean {
  const [across, down] = [box.width * slack, box.height * slack];
  return (
    x >= box.x - across &&
    x <= box.x + box.width + across &&
    y >= box.y - down &&
    y <= box.y + box.height + down
  );
}
