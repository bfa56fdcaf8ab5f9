import type { HeldShare } from './held-share';
import { carrierOf, stringsIn } from './retold-event';

/**
 * Paste, from the isolated world: a trusted paste with files is stopped at window, ahead of every listener of the
 * page, and told again at release with the texts that stood beside the files. A paste without files is never
 * touched. Until then an Enter waits, so that the caption does not go without its picture.
 */

/** A page that shows a preview of what was pasted has so long to do so before Enter reaches it, in milliseconds. */
const enterFollowsAfter = 300;

/** Texts that may carry the original picture itself, or a path on this computer with the person's name in it. */
const carriesMore = /data:image|file:/i;

export function watchPastes(
  window: Window & typeof globalThis,
  onHeld: (share: HeldShare) => void,
  retell: (target: EventTarget, carrier: HTMLInputElement) => void,
  signal: AbortSignal,
): void {
  const { document } = window;
  let held = 0;
  let enter: KeyboardEvent | null = null;

  function onPaste(event: ClipboardEvent): void {
    const { clipboardData } = event;
    const [target] = event.composedPath();
    const files = [...(clipboardData?.files ?? [])];
    if (!event.isTrusted || !clipboardData || !target || files.length === 0) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    const strings = stringsIn(clipboardData).filter(([, text]) => !carriesMore.test(text));
    held += 1;
    onHeld({
      files,
      route: 'paste',
      targetStands: () => (target as Partial<Node>).isConnected === true,
      release(released) {
        held -= 1;
        if (released) retell(target, carrierOf(document, released, { type: 'paste', strings, place: {} }));
        if (!released) enter = null;
        else if (held === 0 && enter) window.setTimeout(pressEnter, enterFollowsAfter);
      },
    });
  }

  /** What sends in a chat: Enter, alone or with Ctrl; with Shift or Alt it makes a line. */
  function onKey(event: KeyboardEvent): void {
    const { key, isTrusted, isComposing, shiftKey, altKey } = event;
    if (held === 0 || key !== 'Enter' || !isTrusted || isComposing || shiftKey || altKey) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    if (event.type === 'keydown') enter = event;
  }

  function pressEnter(): void {
    const pressed = enter;
    if (!pressed || held > 0) return;
    enter = null;
    const { key, code, keyCode, ctrlKey, metaKey } = pressed;
    const init = { key, code, keyCode, ctrlKey, metaKey, bubbles: true, cancelable: true, composed: true };
    const at = document.activeElement ?? document.body;
    for (const type of ['keydown', 'keyup']) at.dispatchEvent(new KeyboardEvent(type, init));
  }

  window.addEventListener('paste', onPaste, { capture: true, signal });
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(type, onKey, { capture: true, signal });
  }
}
