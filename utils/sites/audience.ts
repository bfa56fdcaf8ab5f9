/** Who will get what is being shared. `unknown` is treated like a group. */
export type AudienceKind = 'person' | 'group' | 'channel' | 'public' | 'unknown';

export interface Audience {
  readonly kind: AudienceKind;
  /** The chat's name as the site shows it. Never stored. */
  readonly name?: string;
  /** Number of people, only when the site knows it exactly. */
  readonly members?: number;
}
