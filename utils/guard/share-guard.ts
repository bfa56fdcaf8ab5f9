import {
  carriedTo,
  documentOpened,
  eventCarrier,
  formSubmitted,
  inputGiven,
  joinAsGuard,
  pickWanted,
} from '../channel/page-link';
import { plainQuestion } from '../i18n/plain-question';
import { watchDrops } from '../interception/drop';
import { watchFileInputs } from '../interception/file-input';
import type { HeldShare } from '../interception/held-share';
import type { Listen } from '../interception/listen';
import { watchPastes } from '../interception/paste';
import { pressEvents } from '../interception/press-events';
import { wasTaken } from '../interception/retold-event';
import { shadowRootOf } from '../interception/shadow';
import type { Reading } from '../sites/site';
import { removeFormerHosts } from './former-hosts';
import type { Keeper } from './keeper';

/**
 * Holds every share of one document. The keeper, a module loaded beside the page, learns who would get it and sees
 * it through. Shares are taken one after the other.
 */

/** Milliseconds until the keeper is loaded, however busy the page may be. */
const latestKeeper = 1_000;

export interface ShareGuard {
  /** Takes over a share that one of the routes holds. */
  hold(share: HeldShare): void;
  stop(): void;
}

/** What the keeper gets of the share-guard that loads it. */
export interface GuardSide {
  /** The site's own model of the open chat, as the page's world gave it. */
  readonly readModel: () => unknown;
  /** Whether the hooks in the page's world have answered. */
  readonly hooked: () => boolean;
  readonly listen: Listen;
  readonly hold: (share: HeldShare) => void;
  /** Ending it ends all of this guard: the page is then as if there were none. */
  readonly life: AbortController;
}

/** Loads the keeper; rejects when it is not there any more, since the extension was replaced or taken away. */
export type LoadKeeper = (guard: GuardSide) => Promise<Keeper>;

/**
 * What the keeper's module exports as `openKeeper`.
 * @param framePage path of the guard frame's page; that of listed sites if it is not said
 */
export type OpenKeeper = (guard: GuardSide, framePage?: string) => Promise<Keeper>;

interface Waiting {
  readonly share: HeldShare;
  /** Who would have got it when it was held; null when the keeper was not there yet. */
  readonly first: Reading | null;
}

export function startShareGuard(window: Window & typeof globalThis, loadKeeper: LoadKeeper): ShareGuard {
  const { document } = window;
  const life = new AbortController();
  const { signal } = life;
  const waiting: Waiting[] = [];
  let running = false;
  let loading: Promise<Keeper> | null = null;
  let loaded: Keeper | null = null;
  const heard: [string, EventListener][] = [];

  const listen: Listen = (type, listener) => {
    heard.push([type, listener as EventListener]);
    listenAgain();
  };

  /** What is listened to already stays as it is. */
  function listenAgain(): void {
    for (const [type, listener] of heard) window.addEventListener(type, listener, { capture: true, signal });
  }

  removeFormerHosts(document);
  const link = joinAsGuard(window, listen, shadowRootOf, onHanded, signal);
  const inputs = watchFileInputs(window, listen, hold, warm, tellPage, signal);
  watchDrops(window, listen, hold, warm, tellPage);
  watchPastes(window, listen, hold, tellPage);
  // What sends or confirms, and what comes from a child frame, is the keeper's to know.
  for (const type of [...pressEvents, 'submit', 'message'] as const) {
    listen(type, (event) => loaded?.hear(event));
  }
  // Should another world have opened the document anew, or hooks that are not there.
  const observer = new MutationObserver(listenAgain);
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  // Beforehand: after an update under this page it could not be loaded any more. Not before the page has a moment to
  // spare, so that it does not begin later for it.
  if (window === window.top)
    window.requestIdleCallback(() => signal.aborted || keeper().catch(() => {}), { timeout: latestKeeper });

  /** What page-hooks hand over. */
  function onHanded(purpose: number, element: EventTarget): boolean {
    if (purpose === pickWanted) return inputs.pickFor(element);
    if (purpose === formSubmitted) return loaded?.holdsSubmit(element) ?? false;
    if (purpose === documentOpened) return listenAgain() ?? true;
    return inputs.takeFrom(element, purpose === inputGiven ? 'input' : 'change');
  }

  /** Where no hooks reach the target, from here, which the pages of Chromium see as well. */
  function tellPage(target: EventTarget, carrier: HTMLInputElement): boolean {
    const told = link.hand(eventCarrier, carrier) && link.hand(carriedTo, target);
    if (!told) loaded?.retell(target, carrier);
    if (!wasTaken(carrier)) loaded?.byDefault(target, carrier);
    return wasTaken(carrier);
  }

  function keeper(): Promise<Keeper> {
    const { readModel, paired: hooked } = link;
    loading ??= loadKeeper({ readModel, hooked, listen, hold, life }).then(
      (keeper) => {
        loaded = keeper;
        return keeper;
      },
      (error: unknown) => {
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  function warm(): void {
    keeper().then(
      (keeper) => keeper.warm(),
      // Said when there is something to hold.
      () => {},
    );
  }

  function hold(share: HeldShare): void {
    waiting.push({ share, first: loaded?.expect(share) ?? null });
    if (!running) void run();
  }

  async function run(): Promise<void> {
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { share, first } = next;
      // Whatever a page does at a release, the next share must not wait for ever.
      await keeper()
        .then(
          (keeper) => keeper.keep(share, first),
          () => askPlainly(share),
        )
        .catch(window.reportError);
    }
    running = false;
  }

  /** The extension is gone from under the page: the site goes on, and the person hears that nothing protects. */
  async function askPlainly(share: HeldShare): Promise<void> {
    if (!window.confirm(plainQuestion)) return share.release(null);
    await share.approach?.();
    share.release(share.targetStands() ? share.files : null);
  }

  return {
    hold,
    stop: () => life.abort(),
  };
}
