/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A picture as its file stores it: size before it is turned, and how it is to be turned. */
export interface Stored extends Size {
  /** As in TIFF tag Orientation, 1 (upright) to 8. */
  readonly orientation: number;
}

/** The size of what is shown. */
export function shownSize({ width, height, orientation }: Stored): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
