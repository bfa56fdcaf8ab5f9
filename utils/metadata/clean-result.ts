import type { HiddenData } from './hidden-data';

/**
 * Part of a cleaned file: new bytes; the range start (included) to end (excluded) of the source, in bytes; or so many
 * zeros, where something is blanked and what follows must not move.
 */
export type Piece =
  | Uint8Array
  | { readonly start: number; readonly end: number }
  | { readonly zeros: number };

/** Positions in a file, from `start` (included) to `end` (excluded), in bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Why a picture or video could not be cleaned. The interface words each. */
export type RefusalReason = 'unsupported' | 'corrupt' | 'too-large' | 'encrypted' | 'unreadable';

/**
 * What became of a picture or video. `format` is the registry's name of the container, 'jpeg' for instance; of what
 * is refused as unsupported, that of its signature.
 */
export type CleanResult =
  | {
      readonly outcome: 'cleaned';
      readonly format: string;
      readonly pieces: readonly Piece[];
      readonly removed: readonly HiddenData[];
      /**
       * Coded data of the source that was gone through byte by byte, or head by head, to know where it ends. Where all
       * of it is carried over, nobody needs to go through it again.
       */
      readonly coded?: readonly Range[];
    }
  | { readonly outcome: 'already-clean'; readonly format: string }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason; readonly format?: string };
