import { type CoverStyle, coverBox, coverDabs, type Dab, pixelsOf, regionOfDabs } from './face-cover';
import { type Random, seededRandom } from './noise';
import type { Region } from './picture';

/** A box of a plan. Its number makes its noise, so that it looks the same while another one is moved. */
export interface CoveredBox extends Region {
  readonly id: number;
}

/** What becomes of a picture, in its own pixels with its orientation applied. */
export interface CoverPlan {
  readonly boxes: readonly CoveredBox[];
  /** Everywhere that the brush was. */
  readonly dabs: readonly Dab[];
  readonly how: CoverStyle;
  /** What is kept; null keeps all. */
  readonly crop: Region | null;
  readonly seed: Uint32Array;
}

/** Where a canvas lies over a picture, and how many of its pixels are one of the picture's. */
export interface Lens {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** The noise of dabs, beside that of the boxes, which are numbered from 1. */
const dabsNoise = 0;

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** Draws the covers of a plan over a picture that is on the canvas already. Crops nothing. */
export function drawCovers(context: Context, plan: CoverPlan, { x, y, scale }: Lens): void {
  const { how } = plan;
  for (const box of plan.boxes) {
    const region = {
      x: (box.x - x) * scale,
      y: (box.y - y) * scale,
      width: box.width * scale,
      height: box.height * scale,
    };
    change(context, region, ({ data, width, height }) =>
      coverBox(data, width, height, { x: 0, y: 0, width, height }, how, noiseOf(plan, box.id)),
    );
  }
  const dabs = plan.dabs.map((dab) => ({
    x: (dab.x - x) * scale,
    y: (dab.y - y) * scale,
    radius: dab.radius * scale,
  }));
  change(context, regionOfDabs(dabs), ({ data, width, height }, area) => {
    const inside = dabs.map((dab) => ({ ...dab, x: dab.x - area.x, y: dab.y - area.y }));
    coverDabs(data, width, height, inside, how, noiseOf(plan, dabsNoise));
  });
}

function noiseOf({ seed }: CoverPlan, id: number): Random {
  return seededRandom(Uint32Array.of(seed[0] ?? 0, seed[1] ?? 0, seed[2] ?? 0, (seed[3] ?? 0) + id));
}

/** Only the pixels of the region are taken from the canvas and given back. */
function change(context: Context, region: Region, act: (pixels: ImageData, area: Region) => void): void {
  const area = pixelsOf(region, context.canvas.width, context.canvas.height);
  if (!area) return;
  const pixels = context.getImageData(area.x, area.y, area.width, area.height);
  act(pixels, area);
  context.putImageData(pixels, area.x, area.y);
}
