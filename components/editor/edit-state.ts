import type { CoverStyle, Dab } from '../../utils/inspection/face-cover';
import type { Region } from '../../utils/inspection/picture';
import type { Preset, Size } from './areas';

/** What is known while a picture is edited, and what a person can do to it. */

export interface EditBox extends Region {
  /** From 1; the same for as long as the editor is open. */
  readonly id: number;
  readonly covered: boolean;
  /** Whether a face was found there, or the person put it. */
  readonly isFace: boolean;
}

/** What undo and redo go back and forth between. */
export interface Edit {
  readonly boxes: readonly EditBox[];
  /** Dabs of one stroke each. */
  readonly strokes: readonly (readonly Dab[])[];
  readonly strokesCovered: boolean;
  readonly crop: Region | null;
  readonly preset: Preset;
  readonly how: CoverStyle;
}

export type Tool = 'faces' | 'brush' | 'crop';

export interface EditState {
  readonly picture: Size;
  readonly tool: Tool;
  readonly edit: Edit;
  readonly past: readonly Edit[];
  readonly future: readonly Edit[];
  /** The box that keys and handles act on. */
  readonly chosen: number | null;
  /** Where the brush is, for those who use no pointer, and how large. */
  readonly tip: Dab;
  readonly lastId: number;
  /** The gesture that the last step belongs to: a drag, or a key held down, is one step. */
  readonly gesture: number | null;
}

export type EditAction =
  | { readonly type: 'tool'; readonly tool: Tool }
  | { readonly type: 'choose'; readonly id: number | null }
  | { readonly type: 'toggle'; readonly id: number }
  /** By so many pixels of the picture; `size` moves the far corner. */
  | {
      readonly type: 'move' | 'size';
      readonly id: number;
      readonly dx: number;
      readonly dy: number;
      readonly gesture: number;
    }
  | { readonly type: 'place'; readonly id: number; readonly area: Region; readonly gesture: number }
  /** Around a point, else in the middle of the picture. */
  | { readonly type: 'add'; readonly at?: { readonly x: number; readonly y: number } }
  | { readonly type: 'draw'; readonly area: Region; readonly gesture: number }
  | { readonly type: 'remove'; readonly id: number }
  /** Faces that are found while the editor is open already. */
  | { readonly type: 'found'; readonly faces: readonly Region[] }
  | { readonly type: 'dab'; readonly x: number; readonly y: number; readonly gesture: number }
  | { readonly type: 'tip'; readonly dx: number; readonly dy: number }
  | { readonly type: 'radius'; readonly radius: number }
  | { readonly type: 'toggle-strokes' }
  | { readonly type: 'how'; readonly how: CoverStyle }
  | { readonly type: 'preset'; readonly preset: Preset }
  | {
      readonly type: 'move-crop' | 'size-crop';
      readonly dx: number;
      readonly dy: number;
      readonly gesture: number;
    }
  | { readonly type: 'place-crop'; readonly area: Region; readonly gesture: number }
  | { readonly type: 'undo' | 'redo' };

/** Radius of the brush at first, and the three to choose from, as parts of the picture's smaller side. */
export const brushParts = { small: 0.02, medium: 0.045, large: 0.09 } as const;

export function brushRadius(part: keyof typeof brushParts, { width, height }: Size): number {
  return Math.max(1, Math.min(width, height) * brushParts[part]);
}
