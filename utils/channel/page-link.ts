import { randomName } from './random-name';

/**
 * The link between page-hooks (MAIN, the page's world) and share-guard (ISOLATED), by synchronous events on
 * window. Both ends listen in the capture phase since document_start and stop what is theirs, so the page's own
 * listeners, all younger, never see any of it. Whoever starts second makes the pair; from then on they speak
 * under a random event name.
 *
 * Each end keeps every link it was offered and asks them in order of age. A page that poses as a new end is
 * therefore asked last, after the true one has answered; an end that died (an update in Firefox) no longer
 * answers and the next one does.
 *
 * What comes from MAIN is a hint: an input the page is about to open, a reading of the site's own chat model. What
 * goes there is a held drop or paste that may be told to the page, carried by an input at the event's own target.
 */

/** Only ever heard before the page's first script, or stopped by the first end. */
const pairing = 'safi-pair';

const guardAsks = 'guard?';
const hooksAsk = 'hooks?';
const hooksOffer = 'hooks:';
const modelAsk = 'model?';
const modelAnswer = 'model:';

/** What a FocusEvent's `detail` says of its `relatedTarget`. */
const isPick = 0;
const isCarrier = 1;

/** Taken from the page's world before any of its scripts can change them. */
const { CustomEvent: Custom, FocusEvent: Focus } = globalThis;
const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
const { stopImmediatePropagation: stop, preventDefault: prevent } = Event.prototype;
const call = Reflect.apply;

function say(target: Window, name: string, detail: string): boolean {
  return call(dispatch, target, [new Custom(name, { detail, cancelable: true })]);
}

function hear(target: Window, name: string, heard: (event: Event) => void, signal?: AbortSignal): void {
  call(listen, target, [name, heard, signal ? { capture: true, signal } : { capture: true }]);
}

function textOf(event: Event): string {
  const detail: unknown = 'detail' in event ? event.detail : null;
  return typeof detail === 'string' ? detail : '';
}

/** The element a FocusEvent hands over; null when it is another event. */
function relatedIn(event: Event, detail: number): EventTarget | null {
  const { relatedTarget, detail: said } = event as Partial<FocusEvent>;
  return said === detail && relatedTarget ? relatedTarget : null;
}

/** The hooks' end, in the page's world. */
export interface HooksEnd {
  /** Hands over an input whose picker the page wants to open; true when share-guard opens one in its place. */
  pick(input: HTMLElement): boolean;
}

/**
 * Starts the hooks' end.
 * @param readModel reads the site's chat model; what it returns must survive JSON
 * @param retell tells the page what a carrier brings, at this target
 * @returns null when older hooks are at work in this page already and have taken this one's part
 */
export function joinAsHooks(
  target: Window,
  readModel: () => unknown,
  retell: (target: EventTarget, carrier: EventTarget) => void,
): HooksEnd | null {
  if (!say(target, pairing, hooksAsk)) return null;
  const names: string[] = [];

  function offer(): void {
    const name = randomName();
    // Not taken: share-guard has not started yet and will ask.
    if (say(target, pairing, hooksOffer + name)) return;
    names.push(name);
    hear(target, name, (event) => {
      const carrier = relatedIn(event, isCarrier);
      if (carrier) {
        call(stop, event, []);
        call(prevent, event, []);
        const [at] = event.composedPath();
        if (at) retell(at, carrier);
      }
      if (textOf(event) !== modelAsk) return;
      call(stop, event, []);
      say(target, name, modelAnswer + JSON.stringify(readModel() ?? null));
    });
  }

  hear(target, pairing, (event) => {
    const text = textOf(event);
    if (text !== guardAsks && text !== hooksAsk) return;
    call(stop, event, []);
    call(prevent, event, []);
    if (text === guardAsks) offer();
  });
  offer();

  return {
    pick: (input) =>
      names.some(
        (name) =>
          !call(dispatch, target, [
            new Focus(name, { relatedTarget: input, detail: isPick, cancelable: true }),
          ]),
      ),
  };
}

/** share-guard's end. */
export interface GuardEnd {
  /** Whether any hooks have been heard of. */
  readonly paired: () => boolean;
  /** Has a held event told to the page, at this target in the document; false when there are no hooks. */
  retell(target: EventTarget, carrier: HTMLInputElement): boolean;
  /** The page world's reading of the site's chat model, unparsed; null when nobody answers. */
  readModel(): unknown;
}

/**
 * Starts share-guard's end.
 * @param onPick gets an element whose picker the page wants to open; true takes it over
 */
export function joinAsGuard(
  target: Window,
  onPick: (element: EventTarget) => boolean,
  signal: AbortSignal,
): GuardEnd {
  const names: string[] = [];
  let answer: string | null = null;

  function adopt(name: string): void {
    names.push(name);
    hear(
      target,
      name,
      (event) => {
        const text = textOf(event);
        if (text === modelAsk || relatedIn(event, isCarrier)) return;
        call(stop, event, []);
        if (text.startsWith(modelAnswer)) answer = text.slice(modelAnswer.length);
        const element = relatedIn(event, isPick);
        if (element && onPick(element)) call(prevent, event, []);
      },
      signal,
    );
  }

  hear(
    target,
    pairing,
    (event) => {
      const text = textOf(event);
      if (!text.startsWith(hooksOffer)) return;
      call(stop, event, []);
      call(prevent, event, []);
      adopt(text.slice(hooksOffer.length));
    },
    signal,
  );
  say(target, pairing, guardAsks);

  return {
    paired: () => names.length > 0,
    retell: (at, carrier) =>
      names.some((name) => {
        const init = {
          relatedTarget: carrier,
          detail: isCarrier,
          cancelable: true,
          bubbles: true,
          composed: true,
        };
        return !call(dispatch, at, [new Focus(name, init)]);
      }),
    readModel() {
      for (const name of names) {
        answer = null;
        say(target, name, modelAsk);
        if (answer !== null) return parseJson(answer);
      }
      return null;
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A forged answer; the reading is then unknown, which is the cautious side.
    return null;
  }
}
