import { type FromFrame, type Pause, parseToFrame, type Verdict } from '../channel/guard-channel';
import type { Inspector } from '../inspection/inspector';
import { decide } from '../policy/decide';
import type { Asks } from '../settings/schema';
import type { Audience } from '../sites/audience';
import { allClean, allReadable } from './at-the-last';
import { lookInto, type Seen } from './look-into';
import { type PreparedFile, prepareShare, reportOf } from './prepare-share';
import { type Advice, type GuardView, isCard, type NoticeLine, verdictFor } from './session-view';

export interface Session {
  readonly view: GuardView;
  /** Calls back after every change of the view. */
  watch(changed: () => void): void;
  /** @param advice how to go on, said beside the page when nothing is sent */
  choose(choice: Verdict['choice'], advice?: Advice): void;
  /**
   * What the person made of a picture goes in its place when the clean copy is chosen; null takes it back.
   *
   * @param id of the share that it was made for: one that comes late must not go with another
   */
  replace(id: number, index: number, copy: File | null): void;
  /** Whether nothing more is asked about this chat for a while, once the card is answered. */
  pause(on: boolean): void;
  /** Looks at the same files once more. */
  retry(): void;
}

/** What a session needs of the frame that it serves from. */
export interface Room {
  readonly inspector: Inspector;
  /** When the person wants to be asked. */
  asks(): Promise<Asks>;
}

/** A line says that Safi is looking when the looking takes longer, in milliseconds. */
const sayLookingAfter = 60;

/** That line stays at least so long, in milliseconds: what flashes cannot be read. */
const lineStays = 800;

/** After so long without an answer the card opens, in milliseconds, and says that Safi is still looking. */
const waitAtMost = 1_200;

/** A plain picture to one person asks nothing: there the line waits on, for longer than one picture may take. */
const waitAtMostForOne = 10_000;

/** A notice goes by itself after so long, in milliseconds; what is to be done after it is read twice. */
const noticeFor: Readonly<Record<Exclude<NoticeLine, 'looking'>, number>> = {
  sent: 5_000,
  paused: 5_000,
  'one-person': 10_000,
  screenshot: 10_000,
};

/** Room that the notice gets in the page, in CSS pixels; it is set before anything can be measured. */
const noticeBox = { width: 640, height: 104 };

interface Share {
  readonly id: number;
  readonly files: readonly File[];
  readonly audience: Audience;
  /** Every picture to more than one person is asked about, whatever the settings say. */
  readonly always: boolean;
  readonly viewOnce: boolean;
  readonly pause: Pause;
}

/** Unless the signal ends it before. */
function after(delay: number, signal: AbortSignal, act: () => void): void {
  const timer = setTimeout(act, delay);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}

/** Serves one share-guard over its port, one share at a time. */
export function startSession(port: MessagePort, room: Room): Session {
  let view: GuardView = { kind: 'nothing' };
  let share: Share | null = null;
  /** What the person made of its pictures, by their positions. */
  const copies = new Map<number, File>();
  /** Ends when the share is answered: nothing more is looked at, nothing opens late. */
  let pursuit = new AbortController();
  let changed = () => {};

  function show(next: GuardView): void {
    view = next;
    changed();
  }

  function say(message: FromFrame): void {
    port.postMessage(message);
  }

  async function take(next: Share): Promise<void> {
    share = next;
    copies.clear();
    pursuit.abort();
    pursuit = new AbortController();
    const { signal } = pursuit;
    const { id, audience } = next;
    let files: readonly PreparedFile[] = [];
    const begun = performance.now();

    after(sayLookingAfter, signal, () => {
      if (view.kind === 'nothing') notify(id, audience, 'looking');
    });
    const [prepared, wanted] = await Promise.all([prepareShare(next.files), room.asks()]);
    // A later share, or a "not now" meanwhile, has taken its place.
    if (signal.aborted) return;
    files = prepared;
    const asks = next.always ? 'always' : wanted;
    const chat = next.pause === 'begun' ? 'paused' : 'asked';
    const most = audience.kind === 'person' || chat === 'paused' ? waitAtMostForOne : waitAtMost;
    after(most - (performance.now() - begun), signal, () => {
      if (view.kind !== 'ask') ask(next, files);
    });
    consider();
    await lookInto(next.files, prepared, room.inspector, seeOf, signal);

    function seeOf(index: number, seen: Seen): void {
      files = files.map((file, at) => (at === index ? { ...file, seen } : file));
      consider();
    }

    /** With what is known so far. A card that is up stays, and shows it. */
    function consider(): void {
      if (view.kind === 'ask') {
        show({ ...view, files: withCopies(files) });
        return;
      }
      const { action } = decide(files.map(reportOf), audience.kind, asks, chat);
      if (action === 'wait') return;
      if (action === 'ask') {
        ask(next, files);
        return;
      }
      // Before the verdict: after it the share is none that anything is shown of.
      if (action === 'notice') notify(id, audience, chat === 'paused' ? 'paused' : 'sent');
      settle(id, { choice: 'clean', files: files.map((file) => file.sent) });
      if (action === 'notice') return;
      if (view.kind === 'notice') clearAfter(lineStays, id);
      else clear(id);
    }
  }

  function withCopies(files: readonly PreparedFile[]): readonly PreparedFile[] {
    return files.map(({ copy: _before, ...file }, index) => {
      const copy = copies.get(index);
      return copy ? { ...file, copy } : file;
    });
  }

  function replace(id: number, index: number, copy: File | null): void {
    if (view.kind !== 'ask' || view.id !== id || !view.files[index]) return;
    if (copy) copies.set(index, copy);
    else copies.delete(index);
    show({ ...view, files: withCopies(view.files) });
  }

  function ask({ id, audience, viewOnce, pause }: Share, files: readonly PreparedFile[]): void {
    const canPause = pause === 'possible' ? false : null;
    show({ kind: 'ask', id, audience, files, viewOnce, pause: canPause, shownAt: null });
    say({ type: 'show', id, level: 'ask' });
  }

  function notify(id: number, audience: Audience, says: NoticeLine): void {
    show({ kind: 'notice', id, audience, says });
    say({ type: 'show', id, level: 'notice', box: noticeBox });
    if (says !== 'looking') clearAfter(noticeFor[says], id);
  }

  function clearAfter(delay: number, id: number): void {
    setTimeout(() => {
      if (view.kind === 'notice' && view.id === id) clear(id);
    }, delay);
  }

  function clear(id: number): void {
    show({ kind: 'nothing' });
    say({ type: 'hide', id });
  }

  function settle(id: number, verdict: Verdict): void {
    share = null;
    pursuit.abort();
    say({ type: 'verdict', id, verdict });
  }

  function choose(choice: Verdict['choice'], advice?: Advice): void {
    if (!isCard(view)) return;
    const current = view;
    const verdict = verdictFor(current, choice);
    if (current.kind === 'ask' && current.pause) say({ type: 'pause', id: current.id });
    const taken = share;
    pursuit.abort();
    show({ kind: 'nothing' });
    if (verdict.choice === 'nothing' || current.kind !== 'ask' || !taken) {
      if (advice && current.kind === 'ask') notify(current.id, current.audience, advice);
      settle(current.id, verdict);
      return;
    }
    // What the card has shown as unreadable is known to be.
    const read = taken.files.filter((_, index) => current.files[index]?.reason !== 'unreadable');
    Promise.all([allReadable(read), allClean(verdict)]).then(
      ([readable, clean]) => {
        if (share !== taken) return;
        if (readable && clean) settle(current.id, verdict);
        else begin(taken);
      },
      (error: unknown) => {
        reportError(error);
        settle(current.id, { choice: 'nothing' });
      },
    );
  }

  /** A bug of ours on the way: nothing passes. */
  function begin(next: Share): void {
    take(next).catch((error: unknown) => {
      reportError(error);
      if (view.kind === 'notice') clear(next.id);
      settle(next.id, { choice: 'nothing' });
    });
  }

  function shown(id: number): void {
    if (isCard(view) && view.id === id) show({ ...view, shownAt: performance.now() });
  }

  port.onmessage = (event) => {
    const message = parseToFrame(event.data);
    switch (message?.type) {
      case 'ping':
        say({ type: 'pong' });
        break;
      case 'share':
        begin(message);
        break;
      case 'shown':
        shown(message.id);
        break;
      case 'dismiss':
        choose('nothing');
        break;
      case 'forward':
        show({ kind: 'forward', id: message.id, to: message.to, shownAt: null });
        say({ type: 'show', id: message.id, level: 'ask' });
        break;
      case 'changed':
        show({ kind: 'changed', what: message.what, id: message.id, shownAt: null });
        say({ type: 'show', id: message.id, level: 'ask' });
        break;
      default:
        break;
    }
  };
  say({ type: 'ready' });

  return {
    get view() {
      return view;
    },
    watch(callback) {
      changed = callback;
    },
    choose,
    replace,
    pause(on) {
      if (view.kind === 'ask' && view.pause !== null) show({ ...view, pause: on });
    },
    retry() {
      const again = share;
      if (!again) return;
      show({ kind: 'nothing' });
      begin(again);
    },
  };
}
