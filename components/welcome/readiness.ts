/** What the browser lets Safi do. */
export interface Readiness {
  /** Names of the sites on which it may not work: browsers can withhold that, and people take it back. */
  readonly withheld: readonly string[];
  /** Whether it works in private windows. */
  readonly inPrivate: boolean;
  /** Open pages of its sites that were there before it, by their tabs. */
  readonly stale: readonly number[];
}
