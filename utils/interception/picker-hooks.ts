import type { HooksEnd } from '../channel/page-link';
import { isFileInput } from './is-file-input';

/**
 * Page world: the three ways a script opens the picker of a file input (`click()`, `showPicker()`, a dispatched
 * click). The input may never be attached to the document, or be thrown away at once, so that its events never
 * reach a listener on window; therefore share-guard opens a picker of its own in its place, and the page's input
 * is filled and fired only at release. The page's own click listeners run as ever.
 */

const call = Reflect.apply;
const { addEventListener: listen, removeEventListener: unlisten } = EventTarget.prototype;
const { preventDefault: prevent } = Event.prototype;

type Method = (...args: unknown[]) => unknown;

/** Replaces a method, keeping its descriptor and its native look; quiet when the browser does not have it. */
function wrapMethod(
  owner: object,
  name: string,
  apply: (original: Method, target: unknown, args: unknown[]) => unknown,
): Method | null {
  const descriptor = Object.getOwnPropertyDescriptor(owner, name);
  const original: unknown = descriptor?.value;
  if (!descriptor || typeof original !== 'function') return null;
  const value = new Proxy(original as Method, {
    apply: (_, target, args) => apply(original as Method, target, args),
  });
  Object.defineProperty(owner, name, { ...descriptor, value });
  return original as Method;
}

/** Wraps the three natives of this window; `window` is the page's own. */
export function installPickerHooks(window: Window & typeof globalThis, hooks: HooksEnd): void {
  const { navigator } = window;
  let showPicker: Method | null = null;

  /**
   * Lets the click event run its course with its default action, the picker, taken away unseen.
   * @returns what `dispatchClick` returned, and whether the page itself prevented the picker (null: no event ran)
   */
  function withoutPicker(input: HTMLInputElement, dispatchClick: () => unknown) {
    let prevented: boolean | null = null;
    const onClick = (event: Event): void => {
      prevented = event.defaultPrevented;
      call(prevent, event, []);
      Object.defineProperties(event, {
        defaultPrevented: { get: () => prevented, configurable: true },
        returnValue: {
          get: () => !prevented,
          set: (value: boolean) => {
            if (!value) prevented = true;
          },
          configurable: true,
        },
        preventDefault: {
          value: () => {
            prevented = true;
          },
          configurable: true,
          writable: true,
        },
      });
    };
    call(listen, input, ['click', onClick, true]);
    const returned = dispatchClick();
    call(unlisten, input, ['click', onClick, true]);
    return { returned, prevented: prevented as boolean | null };
  }

  function clickThrough(input: HTMLInputElement, dispatchClick: () => unknown) {
    const click = withoutPicker(input, dispatchClick);
    // Nobody took it (share-guard is gone): open the page's own picker, so that the site still works.
    if (click.prevented === false && !hooks.pick(input) && showPicker) call(showPicker, input, []);
    return click;
  }

  wrapMethod(window.HTMLElement.prototype, 'click', (original, target, args) => {
    const click = () => call(original, target, args);
    return isFileInput(target) ? clickThrough(target, click).returned : click();
  });

  wrapMethod(window.EventTarget.prototype, 'dispatchEvent', (original, target, args) => {
    const dispatch = () => call(original, target, args);
    const event = args[0];
    const isClick = typeof event === 'object' && event !== null && 'type' in event && event.type === 'click';
    if (!isClick || !isFileInput(target)) return dispatch();
    const { prevented } = clickThrough(target, dispatch);
    return !prevented;
  });

  showPicker = wrapMethod(window.HTMLInputElement.prototype, 'showPicker', (original, target, args) => {
    // Without activation, or disabled, the native method throws the right error itself.
    const opens = isFileInput(target) && !target.disabled && navigator.userActivation?.isActive;
    return opens && hooks.pick(target) ? undefined : call(original, target, args);
  });
}
