import type { Listen } from '../interception/listen';
import { randomName } from './random-name';

/**
 * The link between page-hooks (MAIN, the page's world) and share-guard (ISOLATED): synchronous events on a node that
 * is in no document, so that the page neither hears of it nor takes it away with `document.open`. The two ends find
 * each other by events on window, where both listen in the capture phase since document_start and stop what is
 * theirs; whoever starts second makes the pair.
 *
 * Each end keeps every node it was offered and asks them in order of age. A page that poses as a new end is
 * therefore asked last, after the true one has answered; an end that died (an update in Firefox) no longer
 * answers and the next one does.
 *
 * What is handed over is an element and what it is handed over for. What comes from MAIN is a hint.
 */

/** Only ever heard before the page's first script, or stopped by the first end. */
const pairing = 'safi-pair';

/** What a pairing event's `detail` says. */
const guardAsks = 1;
const hooksAsk = 2;
const hooksOffer = 3;

/** Events on the node, by who is to hear them. */
const toGuard = 'guard';
const toHooks = 'hooks';
const modelAnswer = 'model';

/** The elements that follow are in this one's shadow tree. */
const isHost = 0;
const modelAsk = 1;

/*
 * What an element is handed to share-guard for. A word each, not an object of them: so the built scripts, which every
 * page waits for, have the bare numbers.
 */

/** A file input whose picker the page wants to open. */
export const pickWanted = 2;
/** A file input in a shadow tree and the event it got when it was filled; Firefox tells nobody outside of it. */
export const inputGiven = 3;
export const changeGiven = 4;
/** A document that was opened anew: what was listened to is so no more. */
export const documentOpened = 5;
/** A form that a script submits. */
export const formSubmitted = 6;

/* What an element is handed to page-hooks for. */

/** An input that carries a held event, see retold-event.ts; where it belongs follows. */
export const eventCarrier = 2;
/** The target of the event that was carried last. */
export const carriedTo = 3;

/** Taken from the page's world before any of its scripts can change them. */
const { CustomEvent: Custom, FocusEvent: Focus, Text: TextNode } = globalThis;
const { addEventListener: listen, dispatchEvent: dispatch } = EventTarget.prototype;
const { stopImmediatePropagation: stop, preventDefault: prevent } = Event.prototype;
const { getRootNode } = Node.prototype;
const call = Reflect.apply;

/** Whether somebody took it. */
function say(target: EventTarget, type: string, detail: number, related: EventTarget | null = null): boolean {
  const init = { detail, relatedTarget: related, cancelable: true, composed: true };
  return !call(dispatch, target, [new Focus(type, init)]);
}

function hear(
  target: EventTarget,
  type: string,
  heard: (event: FocusEvent) => void,
  signal?: AbortSignal,
): void {
  call(listen, target, [type, heard, signal ? { capture: true, signal } : true]);
}

function take(event: Event): void {
  call(stop, event, []);
  call(prevent, event, []);
}

type OnHanded = (purpose: number, element: EventTarget) => boolean;
type RootOf = (element: EventTarget) => ShadowRoot | null;

/**
 * In Chromium elements in shadow trees never show at a node outside: the other end gets the outermost host, opens
 * it, and hears of the element in there, under the node's unguessable text. In Firefox they do show.
 */
function hand(node: Text, to: string, purpose: number, element: EventTarget): boolean {
  if (import.meta.env.FIREFOX) return say(node, to, purpose, element);
  const root: unknown = 'nodeType' in element ? call(getRootNode, element, []) : null;
  if (!(typeof root === 'object' && root && 'host' in root)) return say(node, to, purpose, element);
  say(node, to, isHost, element);
  return say(element, to + node.data, purpose);
}

/** By no method of an array, which a page could replace. */
function handInTurn(nodes: readonly Text[], to: string, purpose: number, element: EventTarget): boolean {
  for (let at = 0; at < nodes.length; at++) if (hand(nodes[at] as Text, to, purpose, element)) return true;
  return false;
}

function hearHanded(node: Text, as: string, rootOf: RootOf, heard: OnHanded, signal?: AbortSignal): void {
  const enter = (host: EventTarget | null) => {
    const root = host && rootOf(host);
    if (root) hear(root, as + node.data, inside, signal);
    return root;
  };
  const inside = (event: FocusEvent) => {
    const { target, detail } = event;
    if (enter(target) || !target) return;
    call(stop, event, []);
    if (heard(detail, target)) call(prevent, event, []);
  };
  hear(
    node,
    as,
    (event) => {
      const { relatedTarget, detail } = event;
      if (!import.meta.env.FIREFOX && detail === isHost) enter(relatedTarget);
      else if (relatedTarget && heard(detail, relatedTarget)) call(prevent, event, []);
    },
    signal,
  );
}

/** One end of the link. */
export interface LinkEnd {
  /** Hands an element over; true when the other end took it. */
  hand(purpose: number, element: EventTarget): boolean;
}

/** The hooks' end. */
export interface HooksEnd extends LinkEnd {
  /** Tells both ends to listen again, after the document was opened anew. */
  listenAgain(document: EventTarget): void;
}

/**
 * Starts the hooks' end.
 * @param rootOf opens what shadow roots this end can
 * @param readModel reads the site's chat model; what it returns must survive JSON
 * @returns null when older hooks are at work in this page already and have taken this one's part
 */
export function joinAsHooks(
  target: Window,
  rootOf: RootOf,
  readModel: () => unknown,
  onHanded: OnHanded,
): HooksEnd | null {
  if (say(target, pairing, hooksAsk)) return null;
  const nodes: Text[] = [];

  function offer(): void {
    const node = new TextNode(randomName());
    // Not taken: share-guard has not started yet and will ask.
    if (!say(target, pairing, hooksOffer, node)) return;
    nodes.push(node);
    hearHanded(node, toHooks, rootOf, onHanded);
    hear(node, toHooks, ({ detail }) => {
      if (detail !== modelAsk) return;
      const answer = new Custom(modelAnswer, { detail: JSON.stringify(readModel() ?? null) });
      call(dispatch, node, [answer]);
    });
  }

  const onPairing = (event: FocusEvent) => {
    if (event.detail !== hooksAsk && event.detail !== guardAsks) return;
    take(event);
    if (event.detail === guardAsks) offer();
  };
  hear(target, pairing, onPairing);
  offer();

  const handOver = (purpose: number, element: EventTarget) => handInTurn(nodes, toGuard, purpose, element);
  return {
    hand: handOver,
    listenAgain(document) {
      hear(target, pairing, onPairing);
      handOver(documentOpened, document);
    },
  };
}

/** share-guard's end. */
export interface GuardEnd extends LinkEnd {
  /** Whether any hooks have been heard of. */
  readonly paired: () => boolean;
  /** The page world's reading of the site's chat model, unparsed; null when nobody answers. */
  readModel(): unknown;
}

/** Starts share-guard's end. */
export function joinAsGuard(
  target: Window,
  listen: Listen,
  rootOf: RootOf,
  onHanded: OnHanded,
  signal: AbortSignal,
): GuardEnd {
  const nodes: Text[] = [];

  listen(pairing, (event) => {
    const { detail, relatedTarget } = event;
    if (detail !== hooksOffer || !relatedTarget) return;
    take(event);
    const node = relatedTarget as Text;
    nodes.push(node);
    hearHanded(node, toGuard, rootOf, onHanded, signal);
  });
  say(target, pairing, guardAsks);

  return {
    paired: () => nodes.length > 0,
    hand: (purpose, element) => handInTurn(nodes, toHooks, purpose, element),
    readModel() {
      for (const node of nodes) {
        let answer: unknown = null;
        const heard = ({ detail }: UIEvent) => {
          answer = detail;
        };
        hear(node, modelAnswer, heard);
        say(node, toHooks, modelAsk);
        node.removeEventListener(modelAnswer, heard as EventListener, true);
        if (typeof answer === 'string') return parseJson(answer);
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
