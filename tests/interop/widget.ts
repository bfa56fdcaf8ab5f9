/** By which way a person gives a widget its files. */
export type WidgetRoute = 'pick' | 'drop' | 'paste';

/** What a widget hands to its upload, in one call. */
export type Upload = (files: readonly File[]) => void;

/**
 * An upload widget as a site uses it, with its own defaults wherever it has some, for several files if it can.
 *
 * Read in two places: the tests run in Node and ask what it takes, the room mounts it in a page. So the widget's
 * own code is imported by `mount` only.
 */
export interface Widget {
  /** Its name on npm. */
  readonly name: string;
  /** Of each way it has: what is clicked, dropped on or pasted into, as a selector of its room. */
  readonly takes: Readonly<Partial<Record<WidgetRoute, string>>>;
  /** The ways by which it takes one file at a time; what is copied here is one anyway. */
  readonly takesOne?: readonly WidgetRoute[];
  /** A framework's own input and zone, in which no upload library has a part: each way is walked once. */
  readonly plain?: true;
  /**
   * Puts the widget into its room.
   * @param upload what this widget calls with files; one that sends requests of its own to `uploadUrl` needs it not
   */
  mount(place: HTMLElement, upload: Upload): Promise<void>;
}

/** Where a widget that sends requests sends them. */
export const uploadUrl = '/upload';
