import type { Audience } from '../sites/audience';
import { isOneOf } from '../sites/is-one-of';
import { type Chosen, type Forwarding, widest } from '../sites/site';
import type { HeldShare } from './held-share';

/**
 * Forwarding of what is on the site already, from the isolated world. Nothing of it passes through a page's files,
 * so what is held is the press that confirms: a trusted press of the button in the dialog, by pointer or key, is
 * stopped at window, ahead of the page, from its first event on, and told again once if the person says so.
 *
 * A list draws only the rows in sight. So it is written down what was ticked from click to click; one person is
 * believed when two looks apart in time say so, and nothing else was ever ticked that was not unticked by hand.
 */

/** What is told again, in a pointer's order. */
const retoldPress = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'] as const;

/** Chats that are told of by name, at most. */
const mostChats = 200;

/** Where a key belongs to what is written. */
const textFields = 'input:not([type="checkbox"]), textarea, [contenteditable]';

/** A chat that is ticked. */
interface Ticked {
  chosen: Chosen;
  looks: number;
}

/**
 * @param asks whether a forward of this must be asked about
 * @param onStart a dialog of forwarding is about to open
 * @returns what to call with every event of a press, ahead of the page
 */
export function watchForwards(
  window: Window & typeof globalThis,
  site: Forwarding,
  readModel: () => unknown,
  asks: (holdsPicture: boolean | null, to: readonly Audience[]) => boolean,
  onStart: () => void,
): (event: Event, onHeld: (share: HeldShare) => void) => void {
  const { document } = window;
  /** The dialog that is open, and the chats that are ticked in it. */
  let dialog: Element | null = null;
  let to: Ticked[] = [];
  /** A button that leads to a dialog was pressed. */
  let started = false;
  /** A button that leads to dialogs of other kinds was pressed, and no message since. */
  let elsewhere = false;
  /** What the message holds that was pointed at last; undefined: none was. */
  let pointed: boolean | null | undefined;
  /** The gravest that any of the selected messages holds; undefined: none is selected. */
  let selected: boolean | null | undefined;
  /** The press that goes on is held. */
  let swallowing = false;
  /** A confirmation is asked about. */
  let waiting = false;

  function lookAtMessages(): void {
    const seen = site.selectedIn(document).map(site.holdsPicture);
    if (seen.length > 0) selected = gravest(selected === undefined ? seen : [...seen, selected]);
    else if (!dialog?.isConnected) selected = undefined;
  }

  /** @param pressed the row, ticked until then, that was pressed just now: no other can have been unticked */
  function lookAtRows(inside: Element, pressed?: Ticked): void {
    const seen = site.chosenIn(inside, readModel());
    const rows = new Set(seen.map(({ row }) => row));
    const title = pressed?.chosen.title;
    const isThere = (row: Element, ticked: boolean) =>
      rows.has(row) === ticked && site.titleOf(row) === title;
    const inSight = pressed ? site.rowsIn(inside) : [];
    if (inSight.some((row) => isThere(row, false)) && !inSight.some((row) => isThere(row, true))) {
      to = to.filter((other) => other !== pressed);
    }
    for (const chosen of seen) {
      const { row, title, chatId } = chosen;
      const known =
        to.find((other) => other.chosen.row === row && other.chosen.title === title) ??
        to.find(
          (other) =>
            !rows.has(other.chosen.row) && other.chosen.title === title && other.chosen.chatId === chatId,
        );
      if (!known) to.push({ chosen, looks: 1 });
      else {
        known.chosen = agreed(known.chosen, chosen);
        known.looks += 1;
      }
    }
  }

  /** Follows what leads to a dialog: the message that is pointed at, the button that is pressed. */
  function follow(event: Event, target: Element): void {
    const message = site.messageOf(target);
    const isInMenu = target.closest(site.menu) !== null;
    if (isFirst(event)) {
      if (message) {
        pointed = site.holdsPicture(message);
        elsewhere = false;
      } else if (!isInMenu) pointed = undefined;
    }
    if (event.type !== 'click') return;
    lookAtMessages();
    window.setTimeout(lookAtMessages);
    if (isOneOf(site.start, target)) {
      started = true;
      elsewhere = false;
      dialog = null;
      onStart();
    } else if (isOneOf(site.elsewhere, target)) {
      started = false;
      elsewhere = true;
    } else if (!isInMenu && selected === undefined) started = false;
  }

  function audiences(): readonly Audience[] {
    return to.slice(0, mostChats).map(({ chosen: { audience }, looks }) => ({
      ...audience,
      kind: audience.kind === 'person' && looks < 2 ? 'unknown' : audience.kind,
    }));
  }

  function mustAsk(inside: Element): boolean {
    lookAtMessages();
    const told = (selected === undefined ? pointed : selected) ?? null;
    // The dialog shows what is forwarded, above its button.
    return asks(site.holdsPicture(inside) || told, audiences());
  }

  /** Whether this event is of a press that confirms. */
  function confirms(event: Event, target: Element, button: Element | null): boolean {
    if (!button) return false;
    const onButton = button.contains(target);
    if (!event.type.startsWith('key')) return onButton && !(event as Partial<MouseEvent>).button;
    const { key, isComposing, shiftKey, altKey } = event as KeyboardEvent;
    if (onButton) return key === 'Enter' || key === ' ';
    if (key !== 'Enter' || isComposing || shiftKey || altKey || to.length === 0) return false;
    // On another button or on a row it does what is written there.
    return (
      target.matches(textFields) || !(target.closest('button, [role="button"], a') || site.rowOf(target))
    );
  }

  function held(inside: Element, target: Element, event: Event): HeldShare {
    const asked = marksOf(to);
    return {
      files: [],
      route: 'forward',
      to: audiences(),
      targetStands() {
        if (!inside.isConnected || !site.confirmIn(inside)) return false;
        lookAtRows(inside);
        return marksOf(to) === asked;
      },
      release(released) {
        waiting = false;
        const at = target.isConnected ? target : site.confirmIn(inside);
        if (released && at) tellAgain(at, event);
      },
    };
  }

  return (event, onHeld) => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return;
    // Without a focus a key is the whole page's.
    const isLost = event.type.startsWith('key') && target.contains(document.body);
    const open = site.dialogsIn(document, started).find((each) => isLost || each.contains(target));
    if (!open || elsewhere) return follow(event, target);
    if (open !== dialog) to = [];
    dialog = open;
    lookAtRows(open);
    const isLast = event.type === 'click' || event.type === 'keyup';
    if (isFirst(event)) swallowing = false;
    if (!confirms(event, target, site.confirmIn(open))) {
      const row = site.rowOf(target);
      const pressed = to.find(({ chosen }) => chosen.row === row);
      if (isLast) window.setTimeout(() => lookAtRows(open, pressed));
      return;
    }
    if (!swallowing && !waiting && !mustAsk(open)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    swallowing = !isLast;
    if (waiting || (event.type !== 'click' && event.type !== 'keydown')) return;
    // Proven in the meantime: its beginning was stopped for want of a second look.
    if (!mustAsk(open)) return tellAgain(target, event);
    waiting = true;
    onHeld(held(open, target, event));
  };
}

function isFirst({ type }: Event): boolean {
  return type === 'pointerdown' || type === 'keydown';
}

function gravest(verdicts: readonly (boolean | null)[]): boolean | null {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(null) ? null : false;
}

/** Two looks at one row. */
function agreed(former: Chosen, chosen: Chosen): Chosen {
  const kinds = [former.audience.kind, chosen.audience.kind];
  if (former.chatId !== chosen.chatId) kinds.push('unknown');
  const kind = widest(kinds);
  const told = [chosen, former].find(({ audience }) => audience.kind === kind) ?? chosen;
  return { ...chosen, audience: { ...told.audience, kind } };
}

function marksOf(to: readonly Ticked[]): string {
  return JSON.stringify(to.map(({ chosen: { title, chatId, audience } }) => [title, chatId, audience.kind]));
}

/** Taken before a page could change them. */
const { PointerEvent: Pointer, MouseEvent: Mouse, KeyboardEvent: Key } = globalThis;

/** The same press, once: a pointer's events at the same place, or the same key. */
function tellAgain(at: Element, event: Event): void {
  const shared = { bubbles: true, cancelable: true, composed: true };
  if (event.type === 'click') {
    const { clientX, clientY, screenX, screenY, ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    const place = { clientX, clientY, screenX, screenY, ctrlKey, metaKey, shiftKey, altKey, detail: 1 };
    for (const type of retoldPress) {
      const Event = type.startsWith('pointer') ? Pointer : Mouse;
      const buttons = type.endsWith('down') ? 1 : 0;
      at.dispatchEvent(new Event(type, { ...shared, ...place, buttons }));
    }
    return;
  }
  const button = at.closest<HTMLElement>('button, a');
  if (button) {
    button.click();
    return;
  }
  const { key, code, keyCode, location, ctrlKey, metaKey } = event as KeyboardEvent;
  const init = { ...shared, key, code, keyCode, location, ctrlKey, metaKey };
  for (const type of ['keydown', 'keyup']) at.dispatchEvent(new Key(type, init));
}
