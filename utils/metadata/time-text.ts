/** Before this, in seconds since 1970, nothing was recorded; after that nothing will be for a while. */
const earliest = Date.UTC(1971, 0) / 1000;
const latest = Date.UTC(2200, 0) / 1000;

/**
 * A time as people read it, "YYYY-MM-DD HH:MM", in UTC.
 * @param seconds since 1970
 * @returns undefined when it is none that anything could have been recorded at
 */
export function timeText(seconds: number): string | undefined {
  if (!(seconds > earliest && seconds < latest)) return undefined;
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ');
}
