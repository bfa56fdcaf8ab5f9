import type { Region } from '../../utils/inspection/picture';

/** Areas of a picture, in its own pixels: always inside it, and never too small to be taken hold of. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A box is at least so large, as a part of the picture's smaller side. */
const leastPart = 0.02;
const leastPixels = 8;

/** A new box, as a part of the picture's smaller side. */
const newPart = 0.22;

export type Preset = 'free' | 'square' | '4:3' | '16:9' | 'without-faces';

const ratios: Readonly<Record<'square' | '4:3' | '16:9', number>> = {
  square: 1,
  '4:3': 4 / 3,
  '16:9': 16 / 9,
};

export function leastSide({ width, height }: Size): number {
  return Math.min(width, height, Math.max(leastPixels, Math.round(Math.min(width, height) * leastPart)));
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** The area inside the picture: as large as it was where that fits. */
export function inside(area: Region, picture: Size): Region {
  const least = leastSide(picture);
  const width = clamp(area.width, least, picture.width);
  const height = clamp(area.height, least, picture.height);
  return {
    x: clamp(area.x, 0, picture.width - width),
    y: clamp(area.y, 0, picture.height - height),
    width,
    height,
  };
}

/** Cut at the picture's edge, where moving it inside would move the corner that is held. */
export function cutAt(area: Region, picture: Size): Region {
  const left = clamp(area.x, 0, picture.width);
  const top = clamp(area.y, 0, picture.height);
  const right = clamp(area.x + area.width, 0, picture.width);
  const bottom = clamp(area.y + area.height, 0, picture.height);
  return inside({ x: left, y: top, width: right - left, height: bottom - top }, picture);
}

/** A new box around a point. */
export function newBoxAt(x: number, y: number, picture: Size): Region {
  const side = Math.min(picture.width, picture.height) * newPart;
  return inside({ x: x - side / 2, y: y - side / 2, width: side, height: side }, picture);
}

/** Between two corners, whichever way they lie. */
export function between(one: { x: number; y: number }, other: { x: number; y: number }): Region {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

/** The ratio of a preset, width to height; lying or standing as the picture does. Null when it has none. */
export function ratioOf(preset: Preset, picture: Size): number | null {
  if (preset === 'free' || preset === 'without-faces') return null;
  return picture.width >= picture.height ? ratios[preset] : 1 / ratios[preset];
}

/** The largest area of that ratio that fits into the limits, around a middle where it can be. */
export function fitted(ratio: number, middle: { x: number; y: number }, limits: Size, picture: Size): Region {
  const width = Math.min(limits.width, limits.height * ratio);
  const height = width / ratio;
  return inside({ x: middle.x - width / 2, y: middle.y - height / 2, width, height }, picture);
}

/** The largest part of a picture with none of these areas in it; null when there is none worth keeping. */
export function largestWithout(areas: readonly Region[], picture: Size): Region | null {
  const edges = [0, picture.height, ...areas.flatMap(({ y, height }) => [y, y + height])]
    .map((y) => clamp(y, 0, picture.height))
    .sort((one, other) => one - other);
  let best: Region | null = null;
  for (const [index, top] of edges.entries()) {
    for (const bottom of edges.slice(index + 1)) {
      const { x, width } = widestGap(areas, top, bottom, picture.width);
      const found = { x, y: top, width, height: bottom - top };
      if (width * found.height > (best ? best.width * best.height : 0)) best = found;
    }
  }
  const least = leastSide(picture);
  return best && best.width >= least && best.height >= least ? best : null;
}

/** The widest stretch of a band of the picture that no area reaches into. */
function widestGap(areas: readonly Region[], top: number, bottom: number, width: number) {
  const inBand = areas
    .filter((area) => area.y < bottom && area.y + area.height > top)
    .sort((one, other) => one.x - other.x);
  let best = { x: 0, width: 0 };
  let from = 0;
  for (const area of [...inBand, { x: width, width: 0 }]) {
    if (area.x - from > best.width) best = { x: from, width: area.x - from };
    from = Math.max(from, area.x + area.width);
  }
  return best;
}
