import { joinAsGuard } from '../channel/page-link';
import { plainQuestion } from '../i18n/plain-question';
import { watchDrops } from '../interception/drop';
import { watchFileInputs } from '../interception/file-input';
import type { HeldShare } from '../interception/held-share';
import { watchPastes } from '../interception/paste';
import { wasTaken } from '../interception/retold-event';
import { type Reading, type Site, sameChat } from '../sites/site';
import { removeFormerHosts } from './former-hosts';
import type { Keeper } from './keeper';

/**
 * Holds every share of one document and learns who would get it; the keeper, a module loaded beside the page, sees
 * it through. Shares are taken one after the other.
 */

export interface ShareGuard {
  /** Takes over a share that one of the routes holds. */
  hold(share: HeldShare): void;
  status(): { readonly hooks: boolean; readonly frame: boolean };
  stop(): void;
}

/**
 * Loads the keeper; rejects when it is not there any more, since the extension was replaced or taken away.
 * @param look who would get a share at this moment
 */
export type LoadKeeper = (look: () => Reading, signal: AbortSignal) => Promise<Keeper>;

interface Waiting {
  readonly share: HeldShare;
  readonly first: Reading;
}

export function startShareGuard(
  window: Window & typeof globalThis,
  site: Site,
  loadKeeper: LoadKeeper,
): ShareGuard {
  const { document } = window;
  const life = new AbortController();
  const { signal } = life;
  const waiting: Waiting[] = [];
  let running = false;
  let loading: Promise<Keeper> | null = null;
  let works = () => true;
  let retellHere: Keeper['retell'] | null = null;

  removeFormerHosts(document);
  const link = joinAsGuard(window, (element) => route.pickFor(element), signal);
  const route = watchFileInputs(window, hold, warm, signal);
  watchDrops(window, hold, warm, tellPage, signal);
  watchPastes(window, hold, tellPage, (element) => isOneOf(site.send, element), signal);
  window.addEventListener('click', warmOnAttach, { capture: true, signal });
  // Beforehand, beside the page's own loading: after an update under this page it could not be loaded any more.
  if (window === window.top) keeper().catch(() => {});

  /** Without hooks from here, which the pages of Chromium see as well. */
  function tellPage(target: EventTarget, carrier: HTMLInputElement): boolean {
    if (!link.retell(target, carrier)) retellHere?.(target, carrier);
    return wasTaken(carrier);
  }

  function look(): Reading {
    return site.read(document, link.readModel());
  }

  function warmOnAttach({ target }: Event): void {
    if (isOneOf(site.attach, target)) warm();
  }

  function keeper(): Promise<Keeper> {
    loading ??= loadKeeper(look, signal).then(
      (loaded) => {
        works = loaded.works;
        retellHere = loaded.retell;
        return loaded;
      },
      (error: unknown) => {
        works = () => false;
        loading = null;
        throw error;
      },
    );
    return loading;
  }

  function warm(): void {
    keeper().then(
      (loaded) => loaded.warm(),
      // Said when there is something to hold.
      () => {},
    );
  }

  function hold(share: HeldShare): void {
    waiting.push({ share, first: look() });
    if (!running) void run();
  }

  async function run(): Promise<void> {
    running = true;
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { share, first } = next;
      // Whatever a page does at a release, the next share must not wait for ever.
      await keeper()
        .then(
          (loaded) => loaded.keep(share, first),
          () => askPlainly(share, first),
        )
        .catch(window.reportError);
    }
    running = false;
  }

  /** The extension is gone from under the page: the site goes on, and the person hears that nothing protects. */
  async function askPlainly(share: HeldShare, first: Reading): Promise<void> {
    if (!window.confirm(plainQuestion)) return share.release(null);
    await share.approach?.();
    share.release(share.targetStands() && sameChat(first, look()) ? share.files : null);
  }

  return {
    hold,
    status: () => ({ hooks: link.paired(), frame: works() }),
    stop: () => life.abort(),
  };
}

/** Whether the element is a button that these selectors name, by itself or by its icon, or lies in one. */
function isOneOf(buttons: string | null, element: EventTarget | null): boolean {
  if (!buttons || !(element instanceof Element)) return false;
  return element.closest(`:is(${buttons}), :has(> :is(${buttons}))`) !== null;
}
