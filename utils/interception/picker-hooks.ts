import { type LinkEnd, pickWanted } from '../channel/page-link';
import { isFileInput } from './is-file-input';
import { clickWithoutPicker } from './unseen-click';
import { type Method, wrapMethod } from './wrap-method';

/**
 * Page world: the ways a script opens the picker of a file input that share-guard cannot see. `click()` and a
 * dispatched click on an input that is in no document: its activation never reaches window. `showPicker()` activates
 * nothing. share-guard opens a picker of its own in its place, see file-input.ts.
 *
 * Should nobody take it (share-guard is gone), the page's own picker opens, so that the site still works.
 */

const call = Reflect.apply;
const { addEventListener: listen, removeEventListener: unlisten } = EventTarget.prototype;
const { preventDefault: prevent, stopImmediatePropagation: stop } = Event.prototype;

/** Asked of the browser itself: a page may answer otherwise. */
const getterOf = (owner: object, name: string) =>
  Object.getOwnPropertyDescriptor(owner, name)?.get as () => unknown;
const typeOf = getterOf(Event.prototype, 'type');
const isDisabled = getterOf(HTMLInputElement.prototype, 'disabled');
const isActive = getterOf(UserActivation.prototype, 'isActive');

/** Of each event that a page dispatches this is asked, so that it is quick. */
function isClick(event: unknown): boolean {
  try {
    return call(typeOf, event, []) === 'click';
  } catch {
    // No event: the native method says so.
    return false;
  }
}

/** Wraps the three natives of this window; `window` is the page's own. */
export function installPickerHooks(window: Window & typeof globalThis, link: LinkEnd): void {
  const { document } = window;
  const { userActivation } = window.navigator;
  /** What another window is asked about; it may ask back. */
  let asked: unknown = null;

  /**
   * Wraps a method for file inputs. One that was borrowed for an input of another document is that document's
   * matter: this window may be gone any moment, and share-guard with it.
   */
  function wrapForInputs(
    owner: object,
    name: 'click' | 'showPicker' | 'dispatchEvent',
    apply: (input: HTMLInputElement, original: () => unknown, event?: Event) => unknown,
    concerns = (_event: unknown) => true,
  ): Method | null {
    return wrapMethod(owner, name, (native, target, args) => {
      const original = () => call(native, target, args);
      if (!concerns(args[0]) || !isFileInput(target)) return original();
      if (target.ownerDocument === document || target === asked)
        return apply(target, original, args[0] as Event);
      asked = target;
      try {
        return call(target[name], target, args);
      } finally {
        asked = null;
      }
    });
  }

  /** One that is in the document never comes so far: share-guard hears it at window. */
  function activate(input: HTMLInputElement, click: () => unknown): unknown {
    const onActivate = (event: Event): void => {
      if (!link.hand(pickWanted, input)) return;
      call(prevent, event, []);
      call(stop, event, []);
    };
    call(listen, input, ['DOMActivate', onActivate, true]);
    try {
      return click();
    } finally {
      call(unlisten, input, ['DOMActivate', onActivate, true]);
    }
  }

  /** In Firefox an input that is in no document, or no more, is not activated. */
  function clickUnseen(input: HTMLInputElement, click: () => unknown, event?: Event): unknown {
    const { returned, prevented } = clickWithoutPicker(input, click, event);
    if (prevented === false && !link.hand(pickWanted, input) && showPicker) call(showPicker, input, []);
    return typeof returned === 'boolean' ? !prevented : returned;
  }

  function clickThrough(input: HTMLInputElement, click: () => unknown, event?: Event): unknown {
    return import.meta.env.FIREFOX ? clickUnseen(input, click, event) : activate(input, click);
  }

  wrapForInputs(window.HTMLElement.prototype, 'click', (input, click) => clickThrough(input, click));
  wrapForInputs(window.EventTarget.prototype, 'dispatchEvent', clickThrough, isClick);

  const showPicker = wrapForInputs(window.HTMLInputElement.prototype, 'showPicker', (input, show) => {
    // Without activation, or disabled, the native method throws the right error itself.
    const opens = !call(isDisabled, input, []) && call(isActive, userActivation, []);
    return opens && link.hand(pickWanted, input) ? undefined : show();
  });
}
