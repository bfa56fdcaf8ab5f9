import type { HeldShare } from './held-share';
import { filesOf, fill, tellCancelled, tellPicked } from './input-files';
import { isFileInput } from './is-file-input';
import type { Listen } from './listen';
import { carrierOf, type Retell } from './retold-event';
import { elementsIn, shadowRootOf } from './shadow';

/**
 * The file input, from the isolated world.
 *
 * Opened, by the person or by a script: a picker of our own stands in for it, so the page's input stays untouched
 * until release and may be thrown away meanwhile. What opens it is its activation (DOMActivate), which follows the
 * click that the page sees, goes through every shadow tree, and is missed by nobody. Inputs in no document come from
 * picker-hooks.ts.
 *
 * Filled by a tool: the trusted `input` and `change` are stopped at window, ahead of every listener of the page, and
 * the input gets back what it held. A change without files is never touched.
 */

type OnHeld = (share: HeldShare) => void;

export interface FileInputRoute {
  /** Opens a picker in place of the element's own; false when it is no file input. */
  pickFor(element: EventTarget): boolean;
  /** Takes what an input was filled with, when its events reach nobody outside its shadow tree. */
  takeFrom(element: EventTarget, type: 'input' | 'change'): boolean;
}

/** Taken before the hooks wrap it: in the practice chat both worlds are one. */
const { click } = HTMLElement.prototype;

/** At most so many stand-in pickers are kept from the garbage collector; one is open at a time. */
const pickersKept = 8;

interface InputState {
  /** What the input held before it was filled. */
  before: readonly File[];
  /** The `input` event was taken, so its `change` goes the same way. */
  taken: boolean;
}

export function watchFileInputs(
  window: Window & typeof globalThis,
  listen: Listen,
  onHeld: OnHeld,
  onWarm: () => void,
  retell: Retell,
  signal: AbortSignal,
): FileInputRoute {
  const { document } = window;
  const states = new WeakMap<HTMLInputElement, InputState>();
  const pickers: HTMLInputElement[] = [];

  function stateOf(input: HTMLInputElement): InputState {
    const state = states.get(input) ?? { before: [], taken: false };
    states.set(input, state);
    return state;
  }

  function release(
    input: HTMLInputElement,
    files: readonly File[] | null,
    paths: readonly string[] = [],
  ): void {
    if (!files) {
      tellCancelled(input);
      return;
    }
    stateOf(input).before = files;
    // Only in the page's own world can a file be given a path.
    if (paths.some(Boolean) && retell(input, carrierOf(document, files, { type: 'pick', paths }))) return;
    fill(input, files);
    tellPicked(input);
  }

  function pickFor(element: EventTarget): boolean {
    if (!isFileInput(element)) return false;
    onWarm();
    // Of its own document: there the person's click counts.
    const picker = element.ownerDocument.createElement('input');
    picker.type = 'file';
    picker.accept = element.accept;
    picker.multiple = element.multiple;
    picker.webkitdirectory = element.webkitdirectory;
    picker.addEventListener(
      'change',
      () => {
        const files = filesOf(picker);
        if (files.length === 0) return;
        onHeld({
          files,
          route: 'file-input',
          field: element,
          // A page may throw its input away at any time and still wait for it.
          targetStands: () => isFileInput(element),
          release: (...released) => release(element, ...released),
        });
      },
      { signal, once: true },
    );
    picker.addEventListener('cancel', () => tellCancelled(element), { signal, once: true });
    pickers.push(picker);
    if (pickers.length > pickersKept) pickers.shift();
    click.call(picker);
    return true;
  }

  function onActivate(event: Event): void {
    const [target] = event.composedPath();
    if (!event.isTrusted || !target) return;
    const root = shadowRootOf(target);
    // On its way through this tree the event names what it holds.
    if (root) root.addEventListener('DOMActivate', onActivate, { capture: true, signal });
    else if (pickFor(target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }

  function take(input: HTMLInputElement, state: InputState): void {
    const files = filesOf(input);
    const attached = input.isConnected;
    fill(input, state.before);
    onHeld({
      files,
      route: 'file-input',
      field: input,
      targetStands: () => isFileInput(input) && input.isConnected === attached,
      release: (...released) => release(input, ...released),
    });
  }

  /** @returns whether the page must not hear of this `input` or `change` */
  function onFilled(input: HTMLInputElement, type: string): boolean {
    const state = stateOf(input);
    if (type === 'change' && state.taken) {
      state.taken = false;
      return true;
    }
    if (filesOf(input).length === 0) {
      state.before = [];
      return false;
    }
    state.taken = type === 'input';
    take(input, state);
    return true;
  }

  /** Trusted only: what a page puts into its own input by script it has already. */
  function onPicked(event: Event): void {
    const input = filledInput(event);
    if (event.isTrusted && input && onFilled(input, event.type)) event.stopImmediatePropagation();
  }

  /** The input of an event; in a closed tree the one that holds what it did not hold before. */
  function filledInput(event: Event): HTMLInputElement | null {
    const [target] = event.composedPath();
    if (isFileInput(target)) return watched(target);
    // A pick's `input` is a plain event, that of typing is not.
    const root = 'inputType' in event ? null : shadowRootOf(target);
    for (const element of root ? elementsIn(root) : []) {
      if (isFileInput(element) && filesOf(element).some((file) => !stateOf(element).before.includes(file))) {
        return watched(element);
      }
    }
    return null;
  }

  /** Its `change` ends at its shadow root. */
  function watched(input: HTMLInputElement): HTMLInputElement {
    const root = input.getRootNode();
    if (root !== document) root.addEventListener('change', onPicked, { capture: true, signal });
    return input;
  }

  /** Should the page take it out of the document in its click already. */
  function onClick(event: Event): void {
    const [input] = event.composedPath();
    if (!event.isTrusted || !isFileInput(input)) return;
    onWarm();
    for (const type of ['input', 'change']) input.addEventListener(type, onPicked, { capture: true, signal });
    input.addEventListener('DOMActivate', onActivate, { capture: true, signal });
  }

  listen('click', onClick);
  listen('DOMActivate', onActivate);
  listen('input', onPicked);
  listen('change', onPicked);

  return {
    pickFor,
    takeFrom: (element, type) => isFileInput(element) && onFilled(element, type),
  };
}
