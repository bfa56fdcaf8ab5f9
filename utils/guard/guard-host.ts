import { type Box, type FromFrame, type Knock, parseFromFrame, type ToFrame } from '../channel/guard-channel';
import { randomName } from '../channel/random-name';
import { hostMark } from './former-hosts';
import { stayOnTop } from './stay-on-top';

/**
 * Holds the guard frame in the page: an extension-origin iframe in a <dialog> in a closed shadow root, on <html>.
 * Unseen until it must show itself; one per tab; taken away after five idle minutes and when the page goes.
 */

/** A frame that has not answered in so long, in milliseconds, will not. */
const answerWithin = 10_000;

/** An unused frame is removed after so long, in milliseconds. */
const idleFor = 5 * 60_000;

/** In a smaller frame nobody could read a card, in CSS pixels. */
const smallest = { width: 240, height: 160 };

/** While a share is held the frame and the extension are felt for so often, in milliseconds. */
const pulseEvery = 1_000;

/** A frame that has left so many pings in a row unanswered is gone. */
const missedPulses = 6;

/** The notice floats above the composer, so far from the bottom, in CSS pixels. */
const noticeOffset = 96;

/** Why a frame is no more: its life line ended, the page removed its host, or the extension was replaced. */
export type FrameLoss = 'died' | 'removed' | 'updated';

/** What a frame says of a share. */
export type FrameNews = Exclude<FromFrame, { type: 'ready' | 'pong' }>;

export class FrameLost extends Error {
  readonly why: FrameLoss;
  constructor(why: FrameLoss) {
    super(`guard frame ${why}`);
    this.why = why;
  }
}

/** A guard frame that has answered. */
export interface GuardFrame {
  send(message: ToFrame): void;
  /** Rejects with FrameLost, once, when the frame is lost. */
  readonly lost: Promise<never>;
}

/** What the host needs of the extension; the content script and the practice page fill it in. */
export interface Extension {
  /** Address of the guard frame's page. */
  readonly framePage: string;
  /** The origin that this page has once it is loaded. */
  readonly frameOrigin: string;
  /** A one-time token from the background; rejects when the extension was replaced. */
  token(): Promise<string>;
  /** False once the extension was replaced or taken away: its ports end without a word then. */
  alive(): boolean;
  /**
   * Opens a life line by this name to the frame that waits for it, and calls back when it ends. Absent where a
   * frame in a page cannot be reached so (Firefox); there the unanswered pings tell.
   */
  openLifeline?(name: string, ended: () => void, signal: AbortSignal): void;
}

/** The dialog in the page and what it hangs on. */
export interface Surface {
  readonly host: HTMLElement;
  readonly dialog: HTMLDialogElement;
  /** Ends with the surface, and with it every listener and observer. */
  readonly life: AbortController;
}

export interface GuardHost {
  /** Brings the frame up, unseen; quiet when that fails, since `frame` will tell. */
  warm(): void;
  /** The frame, brought up if need be; rejects with FrameLost. */
  frame(): Promise<GuardFrame>;
  /** The dialog itself, for a card of share-guard's own when there is no frame. */
  surface(): Surface;
  /** Over the page, which cannot be used meanwhile; false when the dialog has no box on this page. */
  showModal(): boolean;
  /** Beside the page, which stays usable. */
  showNotice(box: Box): void;
  hide(): void;
  /** Ends the modal card only; a notice stays. */
  hideModal(): void;
  /** While the frame's card is over all, the focus goes back to it; false when it is not. */
  takeFocus(): boolean;
  /** While true the host is not idle. */
  busy(held: boolean): void;
  remove(): void;
}

/** Every rule is inline and important: a page's own important rules lose against it. */
function style(element: HTMLElement, rules: string): void {
  element.style.cssText = rules.replaceAll(';', '!important;');
}

const bare =
  'border:0;padding:0;background:transparent;overflow:hidden;max-inline-size:none;max-block-size:none;position:fixed;';

const overAll = `${bare}inset:0;margin:0;inline-size:100vw;block-size:100vh;`;

// The frame has its own ground: with the page's colour scheme it would be opaque.
const filled = 'all:initial;display:block;inline-size:100%;block-size:100%;color-scheme:light;';

export function createGuardHost(
  window: Window & typeof globalThis,
  extension: Extension,
  onMessage: (message: FrameNews) => void,
  onEscape: () => void,
): GuardHost {
  const { document } = window;
  let surface: Surface | null = null;
  let ready: Promise<GuardFrame> | null = null;
  let lose: (why: FrameLoss) => void = () => {};
  let idle: number | undefined;
  let pulse: number | undefined;
  let ping: (() => void) | null = null;
  let unanswered = 0;
  let held = false;

  function build(): Surface {
    const life = new AbortController();
    const host = document.createElement('div');
    host.setAttribute(hostMark, '');
    style(host, 'all:initial;display:block;');
    const dialog = document.createElement('dialog');
    host.attachShadow({ mode: 'closed' }).append(dialog);
    dialog.addEventListener(
      'cancel',
      (event) => {
        event.preventDefault();
        if (event.isTrusted) onEscape();
      },
      { signal: life.signal },
    );
    return { host, dialog, life };
  }

  function attach(): Surface {
    if (surface?.host.isConnected) return surface;
    remove('removed');
    surface = build();
    const { host, life } = surface;
    const { signal } = life;
    document.documentElement.append(host);
    const observer = new MutationObserver(() => {
      if (!host.isConnected) remove('removed');
    });
    observer.observe(document, { childList: true });
    observer.observe(document.documentElement, { childList: true });
    signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    stayOnTop(window, surface);
    return surface;
  }

  async function knock(): Promise<GuardFrame> {
    const { dialog, life } = attach();
    const { signal } = life;
    const lost = new Promise<never>((_, reject) => {
      lose = (why) => reject(new FrameLost(why));
    });
    // Nobody may be waiting for it when it is lost.
    lost.catch(() => {});
    const lifeline = randomName();
    const iframe = document.createElement('iframe');
    style(iframe, filled);
    iframe.allow = 'clipboard-write';
    const loaded = new Promise((resolve) => iframe.addEventListener('load', resolve, { signal, once: true }));
    iframe.src = extension.framePage;
    dialog.replaceChildren(iframe);
    const [token] = await Promise.race([Promise.all([extension.token(), loaded]), lost]);

    const { port1: port, port2: theirs } = new MessageChannel();
    signal.addEventListener('abort', () => port.close(), { once: true });
    const answered = new Promise<void>((resolve) => {
      port.onmessage = (event) => {
        const message = parseFromFrame(event.data);
        unanswered = 0;
        if (message?.type === 'ready') resolve();
        else if (message && message.type !== 'pong') onMessage(message);
      };
    });
    const word: Knock = { type: 'knock', token, lifeline };
    iframe.contentWindow?.postMessage(word, extension.frameOrigin, [theirs]);
    await Promise.race([answered, lost]);
    // A port of messages never tells that its other end is gone; this one does.
    extension.openLifeline?.(lifeline, () => remove('died'), signal);
    unanswered = 0;
    ping = () => port.postMessage({ type: 'ping' } satisfies ToFrame);
    return { send: (message) => port.postMessage(message), lost };
  }

  function frame(): Promise<GuardFrame> {
    if (ready && surface?.host.isConnected) {
      rest();
      return ready;
    }
    const timer = window.setTimeout(() => remove('died'), answerWithin);
    const attempt = knock().finally(() => window.clearTimeout(timer));
    attempt.catch(() => {
      if (ready === attempt) ready = null;
    });
    ready = attempt;
    rest();
    return attempt;
  }

  /** Starts the idle time anew. */
  function rest(): void {
    window.clearTimeout(idle);
    if (!held) idle = window.setTimeout(() => remove('removed'), idleFor);
  }

  function remove(why: FrameLoss): void {
    window.clearTimeout(idle);
    const gone = surface;
    surface = null;
    ready = null;
    ping = null;
    unanswered = 0;
    gone?.life.abort();
    gone?.host.remove();
    lose(why);
  }

  function hide(): void {
    const dialog = surface?.dialog;
    if (!dialog) return;
    if (dialog.matches(':popover-open')) dialog.hidePopover();
    dialog.removeAttribute('popover');
    if (dialog.open) dialog.close();
  }

  return {
    warm() {
      frame().catch(() => {});
    },
    frame,
    surface: attach,
    showModal() {
      const { dialog } = attach();
      hide();
      style(dialog, overAll);
      dialog.showModal();
      const { width, height } = dialog.getBoundingClientRect();
      if (width < smallest.width || height < smallest.height) {
        dialog.close();
        return false;
      }
      dialog.querySelector('iframe')?.focus();
      return true;
    },
    showNotice({ width, height }) {
      const { dialog } = attach();
      // It is there already; only its words are others.
      if (dialog.matches(':popover-open')) return;
      hide();
      dialog.setAttribute('popover', 'manual');
      style(
        dialog,
        `${bare}inset:auto 0 ${noticeOffset}px;margin:0 auto;inline-size:min(100vw,${width}px);block-size:${height}px;`,
      );
      // A dialog that is shown takes the focus, as a popover too; what is inert cannot.
      dialog.inert = true;
      dialog.showPopover();
      dialog.inert = false;
    },
    hide,
    hideModal() {
      if (surface?.dialog.matches(':modal')) hide();
    },
    takeFocus() {
      const frame = surface?.dialog.matches(':modal') ? surface.dialog.querySelector('iframe') : null;
      frame?.focus();
      return frame !== null;
    },
    busy(now) {
      held = now;
      rest();
      window.clearInterval(pulse);
      if (!now) return;
      pulse = window.setInterval(() => {
        if (ready && !extension.alive()) remove('updated');
        if (!ping) return;
        if (unanswered >= missedPulses) return remove('died');
        unanswered += 1;
        ping();
      }, pulseEvery);
    },
    remove: () => remove('removed'),
  };
}
