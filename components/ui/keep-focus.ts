import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

const focusable = 'button:not([disabled]), a[href], input:not([disabled]), textarea, [tabindex="0"]';

/**
 * Gives an element the focus as soon as `ready`, and not before the page itself has it: an element that asks in a
 * frame the browser is still turning to would keep the frame from ever getting it.
 */
export function useFirstFocus(element: RefObject<HTMLElement>, ready: boolean): void {
  useLayoutEffect(() => {
    if (!ready) return;
    const focus = () => element.current?.focus();
    if (document.hasFocus()) {
      focus();
      return;
    }
    const life = new AbortController();
    window.addEventListener('focus', focus, { once: true, signal: life.signal });
    return () => life.abort();
  }, [element, ready]);
}

/** Tab goes round inside an element: whatever lies behind it must not be reached. */
export function useFocusInside(root: RefObject<HTMLElement>): void {
  useLayoutEffect(() => {
    const life = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || !root.current) return;
      const stops = [...root.current.querySelectorAll<HTMLElement>(focusable)].filter(
        (element) => element.getClientRects().length > 0,
      );
      const [first, last] = [stops[0], stops.at(-1)];
      const { activeElement } = document;
      const leaving = event.shiftKey
        ? activeElement === first || !stops.includes(activeElement as HTMLElement)
        : activeElement === last;
      if (!leaving) return;
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    };
    document.addEventListener('keydown', onKey, { signal: life.signal });
    return () => life.abort();
  }, [root]);
}

/** Escape, wherever the focus is on this page. */
export function useEscape(act: (event: KeyboardEvent) => void): void {
  useLayoutEffect(() => {
    const life = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') act(event);
    };
    document.addEventListener('keydown', onKey, { signal: life.signal });
    return () => life.abort();
  });
}
