import type { HeldShare } from './held-share';
import type { Listen } from './listen';
import { carrierOf, type Retell, stringsIn } from './retold-event';
import { innermostFocused } from './shadow';

/**
 * Paste, from the isolated world: a trusted paste with files is stopped at window, ahead of every listener of the
 * page, and told again at release with the texts that stood beside the files. A paste without files is never
 * touched.
 *
 * Until the page has the files, what sends (Enter, a click on the send button) waits, so that the caption does not
 * go without its picture. It is forgotten when the picture does not come, and when the person writes on or points
 * elsewhere: what is half written is not sent.
 */

/** A page that shows a preview of what was pasted has so long to do so before it is sent, in milliseconds. */
const sendFollowsAfter = 300;

/** @param isSend whether a click on this element sends, on this site */
export function watchPastes(
  window: Window & typeof globalThis,
  listen: Listen,
  onHeld: (share: HeldShare) => void,
  retell: Retell,
  isSend: (element: EventTarget | null) => boolean,
): void {
  const { document } = window;
  /** Pastes that are held, or that the page was given just now. */
  let unseen = 0;
  /** Sends, as the person did meanwhile. */
  let send: (() => void) | null = null;

  function onPaste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    const [outermost] = event.composedPath();
    const files = [...(clipboardData?.files ?? [])];
    if (!event.isTrusted || !clipboardData || !outermost || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const target = innermostFocused(outermost);
    const strings = stringsIn(clipboardData);
    unseen += 1;
    onHeld({
      files,
      route: 'paste',
      targetStands: () => (target as Partial<Node>).isConnected === true,
      release(released) {
        if (released)
          retell(target, carrierOf(document, released, { type: 'paste', strings, place: {}, effects: {} }));
        else send = null;
        window.setTimeout(seen, released ? sendFollowsAfter : 0);
      },
    });
  }

  function seen(): void {
    unseen -= 1;
    if (unseen > 0) return;
    send?.();
    send = null;
  }

  function wait(event: Event, again: () => void): void {
    event.stopImmediatePropagation();
    event.preventDefault();
    send = again;
  }

  /** What sends in a chat: Enter, alone or with Ctrl; with Shift or Alt it makes a line. */
  function onKey(event: KeyboardEvent): void {
    const { key, code, keyCode, location, ctrlKey, metaKey } = event;
    if (unseen === 0 || !event.isTrusted) return;
    if (key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey) {
      if (key.length === 1 && !ctrlKey && !metaKey) send = null;
      return;
    }
    const init = {
      key,
      code,
      keyCode,
      location,
      ctrlKey,
      metaKey,
      bubbles: true,
      cancelable: true,
      composed: true,
    };
    wait(event, () => {
      const at = document.activeElement ?? document.body;
      if (at.matches('a, button')) return (at as HTMLElement).click();
      for (const type of ['keydown', 'keyup']) at.dispatchEvent(new KeyboardEvent(type, init));
    });
  }

  function onPoint(event: MouseEvent): void {
    if (unseen === 0 || !event.isTrusted) return;
    const { type, target, clientX, clientY } = event;
    if (type !== 'click') send = null;
    else if (isSend(target)) {
      wait(event, () => {
        const at = document.elementFromPoint(clientX, clientY);
        if (isSend(at))
          at?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
      });
    }
  }

  listen('paste', onPaste);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) listen(type, onKey);
  for (const type of ['pointerdown', 'click'] as const) listen(type, onPoint);
}
