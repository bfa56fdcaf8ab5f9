const call = Reflect.apply;
const { addEventListener: listen, removeEventListener: unlisten } = EventTarget.prototype;
const { preventDefault: prevent, initEvent: init } = Event.prototype;

/**
 * Page world, Firefox only, where an input in no document is never activated: lets a click run its course with its
 * default action, the picker, taken away unseen.
 * @param given the click, when the page made it itself; one that cannot be prevented opens the picker all the same
 * @returns what `click` returned, and whether the page itself prevented the picker (null: no event ran)
 */
export function clickWithoutPicker(input: HTMLInputElement, click: () => unknown, given?: Event) {
  const preventable = given?.cancelable ?? true;
  let prevented: boolean | null = null;
  const preventDefault = () => {
    prevented = preventable;
  };
  const onClick = (event: Event): void => {
    prevented = event.defaultPrevented;
    call(prevent, event, []);
    Object.defineProperties(event, {
      cancelable: { value: preventable, configurable: true },
      defaultPrevented: { get: () => prevented, configurable: true },
      returnValue: {
        get: () => !prevented,
        set: (value: boolean) => {
          if (!value) preventDefault();
        },
        configurable: true,
      },
      preventDefault: { value: preventDefault, configurable: true, writable: true },
    });
  };
  if (given && !preventable) call(init, given, [given.type, given.bubbles, true]);
  call(listen, input, ['click', onClick, true]);
  try {
    const returned = click();
    return { returned, prevented: prevented as boolean | null };
  } finally {
    call(unlisten, input, ['click', onClick, true]);
  }
}
