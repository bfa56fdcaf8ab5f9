import type { Box } from './inspection';
import type { Region } from './picture';

/** How boxes of faces lie to each other. */

export function areaOf({ width, height }: Region): number {
  return Math.max(0, width) * Math.max(0, height);
}

/** Area that two boxes share. */
export function shared(a: Region, b: Region): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** Shared area by the area of both together, 0 to 1. */
export function overlap(a: Region, b: Region): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (areaOf(a) + areaOf(b) - both);
}

/** Two boxes are at one place when they overlap so much. */
const samePlace = 0.4;

/** And of one face, when they overlap so much or the smaller lies so far within the larger, by its own area. */
const sameFace = 0.3;
const within = 0.7;

export function isSamePlace(a: Region, b: Region): boolean {
  return overlap(a, b) >= samePlace;
}

export function isSameFace(a: Region, b: Region): boolean {
  return overlap(a, b) >= sameFace || shared(a, b) >= within * Math.min(areaOf(a), areaOf(b));
}

export function surestOf<Face extends Box>(faces: readonly Face[]): Face | undefined {
  return surestFirst(faces)[0];
}

/** Of boxes at one place only the surest; surest first. */
export function eachPlaceOnce<Face extends Box>(faces: readonly Face[]): readonly Face[] {
  return surestUnless(isSamePlace, faces);
}

/** Of boxes of one face only the surest; surest first. */
export function eachFaceOnce<Face extends Box>(faces: readonly Face[]): readonly Face[] {
  return surestUnless(isSameFace, faces);
}

function surestUnless<Face extends Box>(
  same: (a: Region, b: Region) => boolean,
  faces: readonly Face[],
): readonly Face[] {
  const kept: Face[] = [];
  for (const face of surestFirst(faces)) {
    if (!kept.some((other) => same(face, other))) kept.push(face);
  }
  return kept;
}

function surestFirst<Face extends Box>(faces: readonly Face[]): readonly Face[] {
  return [...faces].sort((a, b) => b.score - a.score);
}

/** Of boxes of one face: their mean, with the mean score. */
export function meanBox(faces: readonly Box[]): Box {
  const mean = (of: (face: Box) => number) => faces.reduce((sum, face) => sum + of(face), 0) / faces.length;
  return {
    x: mean((face) => face.x),
    y: mean((face) => face.y),
    width: mean((face) => face.width),
    height: mean((face) => face.height),
    score: mean((face) => face.score),
  };
}

/** A box that holds so much of another one, by that one's area, spans it, if that one is so much smaller. */
const spanned = 0.5;
const smaller = 0.7;

/** Without boxes that lie over two smaller ones or more: what a coarse look makes of neighbours. */
export function withoutSpanning<Face extends Box>(faces: readonly Face[]): readonly Face[] {
  return faces.filter((face) => faces.filter((other) => isSpanned(other, face)).length < 2);
}

function isSpanned(box: Region, by: Region): boolean {
  return areaOf(box) < smaller * areaOf(by) && shared(box, by) >= spanned * areaOf(box);
}
