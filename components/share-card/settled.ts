/** The card's controls ignore what comes sooner after it was shown, in milliseconds: a held key, a double click. */
export const settleFor = 500;

/**
 * A handler that acts only on what a person did, and not before the card has been on screen for a moment.
 * @param shownAt when the card came on screen, on `performance.now()`'s clock; null while it is not
 */
export function whenSettled(shownAt: number | null, act: () => void): (event: Event) => void {
  return (event) => {
    if (event.isTrusted && shownAt !== null && performance.now() - shownAt >= settleFor) act();
  };
}
