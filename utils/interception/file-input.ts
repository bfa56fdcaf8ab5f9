import type { HeldShare } from './held-share';
import { filesOf, fill, tellCancelled, tellPicked } from './input-files';
import { isFileInput } from './is-file-input';

/**
 * The file input, from the isolated world.
 *
 * Opened by a script: a picker of our own stands in for it (see picker-hooks.ts), so the page's input stays
 * untouched until release. Opened by the person's own click, or filled by a tool: the trusted `input` and
 * `change` are stopped at window, ahead of every listener of the page, and the input gets back what it held.
 * A change without files is never touched.
 */

type OnHeld = (share: HeldShare) => void;

export interface FileInputRoute {
  /** Opens a picker in place of the element's own; false when it is no file input. */
  pickFor(element: EventTarget): boolean;
}

/** Taken before the hooks wrap it: in the practice chat both worlds are one. */
const { click } = HTMLElement.prototype;

/** At most so many stand-in pickers are kept from the garbage collector; one is open at a time. */
const pickersKept = 8;

interface InputState {
  /** What the input held when its picker was opened. */
  before: readonly File[];
  /** The pick's `input` event was taken, so its `change` goes the same way. */
  taken: boolean;
}

export function watchFileInputs(
  window: Window & typeof globalThis,
  onHeld: OnHeld,
  onWarm: () => void,
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

  function release(input: HTMLInputElement, files: readonly File[] | null): void {
    if (!files) {
      tellCancelled(input);
      return;
    }
    fill(input, files);
    stateOf(input).before = files;
    tellPicked(input);
  }

  function pickFor(element: EventTarget): boolean {
    if (!isFileInput(element)) return false;
    onWarm();
    const picker = document.createElement('input');
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
          // A script that opened this input may throw it away at any time and still wait for it.
          targetStands: () => isFileInput(element),
          release: (released) => release(element, released),
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

  function take(input: HTMLInputElement, state: InputState): void {
    const files = filesOf(input);
    const { before } = state;
    const attached = input.isConnected;
    fill(input, before);
    onHeld({
      files,
      route: 'file-input',
      targetStands: () => isFileInput(input) && input.isConnected === attached,
      release: (released) => release(input, released),
    });
  }

  /** Trusted only: what a page puts into its own input by script it has already. */
  function onPicked(event: Event): void {
    const input = event.composedPath()[0];
    if (!event.isTrusted || !isFileInput(input)) return;
    const state = stateOf(input);
    if (event.type === 'change' && state.taken) {
      state.taken = false;
      event.stopImmediatePropagation();
      return;
    }
    if (filesOf(input).length === 0) {
      state.before = [];
      return;
    }
    event.stopImmediatePropagation();
    state.taken = event.type === 'input';
    take(input, state);
  }

  function onClick(event: Event): void {
    const input = event.composedPath()[0];
    if (!event.isTrusted || !isFileInput(input)) return;
    onWarm();
    const state = stateOf(input);
    state.before = filesOf(input);
    state.taken = false;
    // Should the page take the input out of the document while the picker is open.
    for (const type of ['input', 'change']) input.addEventListener(type, onPicked, { capture: true, signal });
  }

  for (const type of ['input', 'change']) window.addEventListener(type, onPicked, { capture: true, signal });
  window.addEventListener('click', onClick, { capture: true, signal });

  return { pickFor };
}
