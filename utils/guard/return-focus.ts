import { hostMark } from './former-hosts';

/**
 * After a card the browser gives the focus back to what had it. Where that is gone meanwhile, as the menu that a
 * picker was opened from, it goes to where the person writes: else the next key would be nobody's.
 *
 * @param composer selector of the site's field for a message; null when it has none that is known
 */
export function returnFocus(document: Document, composer: string | null): void {
  // The card's own host has it still, until the browser draws again.
  const isNowhere = document.activeElement?.matches(`body, :root, [${hostMark}]`) ?? true;
  if (isNowhere && composer) document.querySelector<HTMLElement>(composer)?.focus({ preventScroll: true });
}
