import { changeGiven, inputGiven, type LinkEnd } from '../channel/page-link';
import { isFileInput } from './is-file-input';
import { type Method, wrapMethod } from './wrap-method';

/**
 * Page world, Firefox only, where a file input's `input` and `change` end at its shadow root: they are heard there,
 * ahead of the page, from the moment the root is made. A click on such an input is taken by share-guard before; this
 * is for what fills an input without one.
 *
 * Closed roots are remembered, since in Firefox only the page's world can tell the page of a drop in there.
 */
export function installShadowHooks(window: Window & typeof globalThis, link: LinkEnd) {
  const call = Reflect.apply;
  const closed = new WeakMap<EventTarget, ShadowRoot>();
  const { get, set } = WeakMap.prototype;
  const { addEventListener: listen } = window.EventTarget.prototype;
  const { stopImmediatePropagation: stop } = window.Event.prototype;

  function onFilled(event: Event): void {
    const { target, isTrusted, type } = event;
    const purpose = type === 'input' ? inputGiven : changeGiven;
    if (isTrusted && isFileInput(target) && link.hand(purpose, target)) call(stop, event, []);
  }

  wrapMethod(window.Element.prototype, 'attachShadow', (original: Method, host, args) => {
    const root = call(original, host, args) as ShadowRoot;
    for (const type of ['input', 'change']) call(listen, root, [type, onFilled, true]);
    call(set, closed, [host, root]);
    return root;
  });

  return (host: EventTarget): ShadowRoot | null => call(get, closed, [host]) ?? null;
}
