/** What is listened to on window, with its event. */
export interface Heard extends WindowEventMap {
  /** What a click on a control does, once the page has not prevented it. */
  DOMActivate: UIEvent;
  /** See page-link.ts. */
  'safi-pair': FocusEvent;
}

/**
 * Listens on window in the capture phase, ahead of the page's own listeners, which are all younger. Everything that
 * was listened to so is listened to again when `document.open` has wiped the window.
 */
export type Listen = <Type extends keyof Heard>(type: Type, listener: (event: Heard[Type]) => void) => void;
