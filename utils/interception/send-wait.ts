import type { HeldShare } from './held-share';

/**
 * What sends waits for what is held, from the isolated world: Enter and a click on the send button for a picture that
 * was pasted, so that the caption does not go without it; a form for what was picked into it. It is forgotten when the
 * picture does not come, and when the person writes on or points elsewhere: what is half written is not sent.
 */

/** A page that shows a preview of what was pasted has so long to do so before it is sent, in milliseconds. */
const sendFollowsAfter = 300;

/** What is told again, once. */
type Send = () => void;

export interface SendWait {
  /** The page is not given this share yet. */
  held(share: HeldShare): void;
  /** It was, or nothing of it was. */
  released(share: HeldShare, given: boolean): void;
  /** Is told of every event of a press and of every submit, ahead of the page. */
  hear(event: Event): void;
  /** Whether a form that a script submits waits. */
  holdsSubmit(form: EventTarget): boolean;
}

/**
 * @param isSend whether a click on this element sends, on this site
 * @param submits is told of a form that goes by `submit()`, which no event tells of
 */
export function watchSends(
  window: Window & typeof globalThis,
  isSend: (element: EventTarget | null) => boolean,
  submits: (form: EventTarget) => void,
): SendWait {
  const { document } = window;
  /** Pastes that are held, or that the page was given just now. */
  const pastes = new Set<HeldShare>();
  const picks = new Set<HeldShare>();
  /** Sends what was written beside a paste, as the person did meanwhile. */
  let send: Send | null = null;
  /** Forms that wait, and how each is sent. */
  const waiting = new Map<EventTarget, Send>();

  function waitFor(event: Event, again: Send): void {
    event.stopImmediatePropagation();
    event.preventDefault();
    send = again;
  }

  /** What sends in a chat: Enter, alone or with Ctrl; with Shift or Alt it makes a line. */
  function onKey(event: KeyboardEvent): void {
    const { key, code, keyCode, location, ctrlKey, metaKey } = event;
    if (key !== 'Enter' || event.isComposing || event.shiftKey || event.altKey) {
      if (key.length === 1 && !ctrlKey && !metaKey) send = null;
      return;
    }
    const told = { key, code, keyCode, location, ctrlKey, metaKey };
    const init = { ...told, bubbles: true, cancelable: true, composed: true };
    waitFor(event, () => {
      const at = document.activeElement ?? document.body;
      if (at.matches('a, button')) return (at as HTMLElement).click();
      for (const type of ['keydown', 'keyup']) at.dispatchEvent(new KeyboardEvent(type, init));
    });
  }

  function onClick(event: MouseEvent): void {
    const { target, clientX, clientY } = event;
    if (!isSend(target)) return;
    waitFor(event, () => {
      const at = document.elementFromPoint(clientX, clientY);
      if (isSend(at))
        at?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    });
  }

  function fills(form: EventTarget | null): boolean {
    return form !== null && [...picks].some(({ field }) => field?.form === form);
  }

  function onSubmit(event: SubmitEvent): void {
    const { target, submitter } = event;
    if (!target || !fills(target)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    waiting.set(target, () => (target as HTMLFormElement).requestSubmit(submitter));
  }

  function pasted(share: HeldShare): void {
    pastes.delete(share);
    if (pastes.size > 0) return;
    send?.();
    send = null;
  }

  return {
    held(share) {
      (share.route === 'paste' ? pastes : picks).add(share);
    },

    released(share, given) {
      const form = share.field?.form;
      picks.delete(share);
      if (form && !(given && fills(form))) {
        if (given) waiting.get(form)?.();
        waiting.delete(form);
      }
      if (!pastes.has(share)) return;
      if (!given) send = null;
      window.setTimeout(pasted, given ? sendFollowsAfter : 0, share);
    },

    hear(event) {
      if (event.type === 'submit') return onSubmit(event as SubmitEvent);
      if (pastes.size === 0 || !event.isTrusted) return;
      if (event.type.startsWith('key')) onKey(event as KeyboardEvent);
      else if (event.type === 'click') onClick(event as MouseEvent);
      else if (event.type === 'pointerdown') send = null;
    },

    holdsSubmit(form) {
      if (!fills(form)) {
        submits(form);
        return false;
      }
      waiting.set(form, () => {
        submits(form);
        HTMLFormElement.prototype.submit.call(form);
      });
      return true;
    },
  };
}
