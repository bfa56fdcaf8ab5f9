/** Who will get what is being shared. `unknown` is treated like a group. */
export type AudienceKind = 'person' | 'group' | 'channel' | 'public' | 'unknown';

/** A kind that people know by a name of its own: it changes the words, never what is decided. */
export type Circle = 'community' | 'list' | 'status';

export interface Audience {
  readonly kind: AudienceKind;
  readonly circle?: Circle;
  /** The chat's name as the site shows it. Never stored. */
  readonly name?: string;
  /** Number of people, only when the site knows it exactly. */
  readonly members?: number;
}
