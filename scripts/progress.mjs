/** A line that is written over is written at most so often, in milliseconds. */
const showEvery = 100;

/**
 * Where the work is, on a terminal only: one line, written over and over, in which no text is longer than the
 * terminal is wide.
 *
 * @param {{isTTY?: boolean, columns?: number, write(text: string): unknown}} stream
 * @param {() => number} now in milliseconds
 */
export function makeProgress(stream, now = Date.now) {
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    /** @param {string} text */
    show(text) {
      if (!stream.isTTY || now() - shownAt < showEvery) return;
      shownAt = now();
      stream.write(`\r\x1b[K${text.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    /** Before anything else is written. */
    clear() {
      if (stream.isTTY) stream.write('\r\x1b[K');
    },
  };
}
