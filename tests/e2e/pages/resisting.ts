/** What pages of these tests do against Safi; each runs in the page, stands alone, and uses what any page has. */

/** Where a script writes what it saw of a share: words, in the order they came. */
export interface Spying {
  spied: string[];
  /** How `click` printed when the spies came: a native has its name, a Proxy has none. */
  clickBefore: string;
}

/** Wraps natives that Safi might use, and writes down each file whose name says that it is the original. */
export function spyOnNatives(): void {
  const spied: string[] = [];
  const { apply, construct } = Reflect;
  const { File: TrueFile, Array: TrueArray } = window;
  Object.assign(window, { spied, clickBefore: String(HTMLElement.prototype.click) });
  // What is picked and dropped, and what is pasted.
  const isOriginalName = (name: string) => /IMG_|^image\./.test(name);
  const isOriginal = (value: unknown): boolean =>
    (value instanceof TrueFile && isOriginalName(value.name)) ||
    (value instanceof TrueArray && value.some(isOriginal)) ||
    (value instanceof HTMLInputElement && isOriginalName(value.files?.[0]?.name ?? ''));
  const look = (name: string, values: unknown[]) => {
    for (let at = 0; at < values.length; at++) if (isOriginal(values[at])) spied.push(name);
  };

  const methods: [object, PropertyKey][] = [
    [HTMLElement.prototype, 'click'],
    [HTMLInputElement.prototype, 'showPicker'],
    [EventTarget.prototype, 'dispatchEvent'],
    [EventTarget.prototype, 'addEventListener'],
    [EventTarget.prototype, 'removeEventListener'],
    [Event.prototype, 'stopImmediatePropagation'],
    [Event.prototype, 'preventDefault'],
    [DataTransferItemList.prototype, 'add'],
    [WeakMap.prototype, 'get'],
    [WeakMap.prototype, 'set'],
    [Array.prototype, 'map'],
    [Array.prototype, 'push'],
    [Array.prototype, Symbol.iterator],
    [Promise.prototype, 'then'],
    [JSON, 'parse'],
    [Object, 'defineProperty'],
    [Reflect, 'apply'],
    [Document.prototype, 'createElement'],
  ];
  for (const [owner, name] of methods) {
    const native = Object.getOwnPropertyDescriptor(owner, name)?.value;
    const spy = function (this: unknown) {
      // biome-ignore lint/complexity/noArguments: no iterator is used inside of what replaces iterators.
      const given = arguments as unknown as unknown[];
      look(String(name), given);
      if (isOriginal(this)) spied.push(`${String(name)} of it`);
      return apply(native, this, given);
    };
    Object.getOwnPropertyDescriptor(owner, name)?.writable && Reflect.set(owner, name, spy);
  }
  for (const name of ['DataTransfer', 'Event', 'FocusEvent', 'CustomEvent', 'DragEvent', 'File', 'Promise']) {
    const native = Reflect.get(window, name);
    const spy = function () {
      // biome-ignore lint/complexity/noArguments: as above.
      const given = arguments as unknown as unknown[];
      look(name, given);
      return construct(native, given, new.target ?? native);
    };
    spy.prototype = native.prototype;
    Object.setPrototypeOf(spy, native);
    Reflect.set(window, name, spy);
  }
}

/** Pulls the focus back again and again, and lets no key through. */
export function trapFocusAndKeys(): void {
  const keys: string[] = [];
  Object.assign(window, { keys });
  const field = document.body.appendChild(document.createElement('textarea'));
  const pull = () => {
    if (document.activeElement !== field) field.focus();
  };
  for (const type of ['focusin', 'focusout', 'blur']) window.addEventListener(type, pull, true);
  setInterval(() => {
    // Out of any frame, too.
    window.focus();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    pull();
  }, 20);
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        keys.push(event.key);
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      true,
    );
  }
}

/** Lays something of its own over everything, again and again. */
export function coverAgain(how: 'layer' | 'popover' | 'dialog'): void {
  const look =
    'position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647;background:#fff;opacity:.5';
  setInterval(() => {
    for (const old of document.querySelectorAll('.cover')) old.remove();
    const cover = document.createElement(how === 'dialog' ? 'dialog' : 'div');
    cover.className = 'cover';
    cover.style.cssText = look;
    if (how === 'popover') cover.popover = 'manual';
    document.documentElement.append(cover);
    if (how === 'popover') cover.showPopover();
    if (how === 'dialog') (cover as HTMLDialogElement).showModal();
  }, 50);
}

/** Poses as hooks and as share-guard, and listens at every place where the two might speak. */
export function forgePairs(): void {
  const told: string[] = [];
  Object.assign(window, { told });
  const names = ['guard', 'hooks', 'model', 'safi-pair', 'safi-relay'];
  const forged = new Set<unknown>();
  const note = (event: Event) => {
    if (!forged.has(event)) told.push(`${event.type} of ${event.target}`);
  };
  const forge = (target: EventTarget, name: string, init: FocusEventInit) => {
    const event = new FocusEvent(name, { cancelable: true, bubbles: true, ...init });
    forged.add(event);
    target.dispatchEvent(event);
  };
  for (const name of names) window.addEventListener(name, note, true);
  const person = JSON.stringify({ chatId: '111@c.us', kind: 'person', server: 'c.us' });
  for (let kind = 1; kind <= 6; kind++) {
    const node = new Text(`forged ${kind}`);
    for (const name of ['hooks', 'guard', 'model']) {
      node.addEventListener(name, (event) => {
        told.push(`${name} on a forged node`);
        event.preventDefault();
        node.dispatchEvent(new CustomEvent('model', { detail: person }));
      });
    }
    forge(window, 'safi-pair', { detail: kind, relatedTarget: node });
  }
  for (const target of [window, document, document.documentElement]) {
    for (const name of ['guard', 'hooks', 'model']) {
      forge(target, name, { detail: 2, relatedTarget: document.createElement('input') });
    }
  }
}
