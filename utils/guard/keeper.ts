import type { Changed, Pause, ToFrame, Verdict } from '../channel/guard-channel';
import type { Language } from '../i18n/languages';
import { unfold } from '../interception/dropped-folders';
import { watchFolderForms } from '../interception/folder-forms';
import { watchForwards } from '../interception/forward';
import type { HeldShare } from '../interception/held-share';
import { pasteByDefault } from '../interception/paste-default';
import { retell } from '../interception/retold-event';
import { watchSends } from '../interception/send-wait';
import { decideForward, mayPause } from '../policy/decide';
import type { Audience } from '../sites/audience';
import { isOneOf } from '../sites/is-one-of';
import { agree, isWider, type Reading, type Site, sameChat } from '../sites/site';
import { askBarely, type BareReason } from './bare-card';
import { createGuardHost, type Extension, FrameLost, type FrameNews, type GuardFrame } from './guard-host';
import { createPauses } from './pauses';
import { releaseChosen } from './release-chosen';
import { returnFocus } from './return-focus';
import type { GuardSide } from './share-guard';

/**
 * Sees a held share through: has it cleaned and, if need be, asked about in the guard frame, and releases what was
 * chosen. Not part of the script that every page waits for: share-guard loads it beside the page.
 */

export interface Keeper {
  /** Brings the guard frame up, unseen. */
  warm(): void;
  /** A share is held and will be kept when its turn comes; who would get it at this moment. */
  expect(share: HeldShare): Reading;
  /**
   * From held to released; never rejects but for a bug of ours.
   * @param first who would have got the share when it was held; null when nobody could look then
   */
  keep(share: HeldShare, first: Reading | null): Promise<void>;
  /** Is told of presses, submits and messages, ahead of the page; what must wait is stopped. */
  hear(event: Event): void;
  /** Whether a form that a script submits waits for what is held. */
  holdsSubmit(form: EventTarget): boolean;
  /** Whether the last share could be looked at. */
  works(): boolean;
  /** Tells the page of a held drop or paste from here, when no hooks in its own world can do it. */
  retell(target: EventTarget, carrier: HTMLInputElement): void;
  /** Does what a browser would with a paste that the page did not take. */
  byDefault(target: EventTarget, carrier: HTMLInputElement): void;
}

/** What the keeper needs of the extension around it. */
export interface KeeperExtension extends Extension {
  /** The language of the dozen words that are said without a frame. */
  language(): Language;
  /** In a child frame: hands the share to the top document's share-guard; false when that one is not ours. */
  passUp?(share: HeldShare): Promise<boolean>;
}

/** Two looks at the audience lie at least so far apart, in milliseconds. */
const betweenLooks = 30;

/** What the card asked and the person, or silence, answered. */
interface Question {
  readonly id: number;
  readonly answer: (verdict: Verdict) => void;
  /** No more of them about this chat for a while. */
  readonly pause: () => void;
}

export function createKeeper(
  window: Window & typeof globalThis,
  site: Site,
  { readModel, listen, hold, life: { signal } }: GuardSide,
  extension: KeeperExtension,
): Keeper {
  let lastId = 0;
  let question: Question | null = null;
  let frameWorks = true;
  /** A card was over the page since the last one was closed. */
  let cardShown = false;
  const pauses = createPauses();
  const astray = new Set<string>();
  /** The document is on its way out. */
  let leaving = false;

  const host = createGuardHost(window, extension, onMessage, onEscape);
  // In a child frame the top document's frame serves, most likely.
  const warm = extension.passUp ? () => {} : host.warm;
  listen('click', warmOnAttach);
  listen('pagehide', ({ isTrusted }) => {
    // A page may make one up.
    if (!isTrusted) return;
    leaving = true;
    host.remove();
  });
  listen('pageshow', () => {
    leaving = false;
  });
  signal.addEventListener('abort', host.remove, { once: true });

  function look(): Reading {
    return site.read(window.document, site.readsModel ? readModel() : null);
  }

  function warmOnAttach({ target }: Event): void {
    if (isOneOf(site.attach, target)) warm();
  }

  // A child frame's shares go up as files; a forward has none.
  const { forwarding } = extension.passUp ? {} : site;
  const hearForward = forwarding && watchForwards(window, forwarding, readModel, asksToForward, warm);
  const folders = watchFolderForms(window, listen);
  const sends = watchSends(window, (element) => isOneOf(site.send, element), folders.submits);

  /** From held to released. A bug of ours is as a frame that died: nothing passes, and the person is told. */
  async function decideOn(share: HeldShare, first: Reading): Promise<void> {
    if (signal.aborted) {
      // Nobody wants Safi here any more: the page gets what it would have got without it.
      await share.approach?.();
      return share.release(share.files, share.paths);
    }
    for (let removals = 0; ; ) {
      try {
        if (!(await extension.passUp?.(share))) await askAndRelease(share, first);
        frameWorks = true;
        return;
      } catch (error) {
        frameWorks = false;
        const why = error instanceof FrameLost ? error.why : 'died';
        if (!(error instanceof FrameLost)) window.reportError(error);
        if (why === 'removed') removals += 1;
        // Once it is said; a page that will not have it said gets nothing.
        if (leaving || signal.aborted || removals > 1 || !window.document.documentElement)
          return share.release(null);
        const outlived = why === 'updated' || !extension.alive();
        const choice = await bareCard(outlived ? 'updated' : 'interrupted');
        if (choice === 'retry') continue;
        if (choice !== 'send-original') return share.release(null);
        await share.approach?.();
        const stands = share.targetStands() && sameChat(first, look());
        if (stands) share.release(share.files, share.paths);
        else share.release(null);
        if (!stands) await bareCard('changed');
        return;
      }
    }
  }

  async function askAndRelease(share: HeldShare, first: Reading): Promise<void> {
    const frame = await host.frame();
    if (share.to) return askToForward(frame, share, share.to);
    await new Promise((resolve) => window.setTimeout(resolve, betweenLooks));
    const second = look();
    const audience = agree(first, second);
    const id = ++lastId;
    if (!sameChat(first, second)) return cancelChanged(share, id, 'chat');
    // Two chats may have one title: only by its address is a chat known again.
    const chat = mayPause(audience.kind) && !site.asksAlways ? second.chatId : null;
    const pause: Pause = chat === null ? 'none' : pauses.holds(chat) ? 'begun' : 'possible';
    const verdict = await ask(
      frame,
      {
        type: 'share',
        id,
        files: share.files,
        audience,
        always: site.asksAlways ?? false,
        viewOnce: site.viewOnceTo?.includes(audience.kind) ?? false,
        pause,
      },
      () => {
        if (chat !== null) pauses.begin(chat);
      },
    );
    // A notice stays beside the page for a while; the frame hides it itself.
    closeCard();
    if (verdict.choice === 'nothing') return share.release(null);
    await share.approach?.();
    const last = look();
    const stands =
      share.targetStands() && sameChat(second, last) && !isWider(last.audience.kind, audience.kind);
    if (!stands) return cancelChanged(share, id, 'chat');
    releaseChosen(share, verdict);
  }

  /** Nothing can be cleaned any more: it goes as it is, or not. */
  async function askToForward(frame: GuardFrame, share: HeldShare, to: readonly Audience[]): Promise<void> {
    const id = ++lastId;
    const { choice } = await ask(frame, { type: 'forward', id, to });
    closeCard();
    if (choice === 'nothing') return share.release(null);
    if (!share.targetStands()) return cancelChanged(share, id, 'forward');
    share.release(share.files);
  }

  /** Sends a share or a change of chat to the frame and waits for what is answered; rejects with FrameLost. */
  function ask(
    frame: GuardFrame,
    message: Exclude<ToFrame, { type: 'ping' }>,
    pause: () => void = () => {},
  ): Promise<Verdict> {
    const answered = new Promise<Verdict>((answer) => {
      question = { id: message.id, answer, pause };
      frame.send(message);
    });
    return Promise.race([answered, frame.lost]).finally(() => {
      question = null;
    });
  }

  /** Cancelled, not redirected; the card says why, the page hears what a closed picker would tell it. */
  async function cancelChanged(share: HeldShare, id: number, what: Changed): Promise<void> {
    share.release(null);
    try {
      await ask(await host.frame(), { type: 'changed', id, what });
      closeCard();
    } catch (error) {
      if (!(error instanceof FrameLost)) throw error;
      if (error.why !== 'removed') await bareCard('changed');
    }
  }

  function closeCard(): void {
    host.hideModal();
    if (cardShown) returnFocus(window.document, site.composer);
    cardShown = false;
  }

  async function bareCard(reason: BareReason) {
    const choice = await askBarely(host.surface(), reason, extension.language(), host.showModal);
    host.remove();
    returnFocus(window.document, site.composer);
    return choice;
  }

  function onMessage(message: FrameNews): void {
    if (message.type === 'hide') host.hide();
    if (message.id !== question?.id) return;
    if (message.type === 'pause') question.pause();
    if (message.type === 'verdict') question.answer(message.verdict);
    if (message.type !== 'show') return;
    if (message.level === 'notice') host.showNotice(message.box);
    // A page on which the dialog has no box would be frozen by it.
    else if (host.showModal()) {
      cardShown = true;
      tell({ type: 'shown', id: message.id });
    } else question.answer({ choice: 'nothing' });
  }

  /** Keys that a page has pulled out of the card are nobody's, to their end. */
  function isAstray({ type, code }: KeyboardEvent): boolean {
    const isOver = host.takeFocus();
    if (isOver && type === 'keydown') astray.add(code);
    const isOurs = isOver || astray.has(code);
    if (type === 'keyup') astray.delete(code);
    return isOurs;
  }

  /** To the frame that is up; when it is lost, whoever waits for its answer hears of that. */
  function tell(message: ToFrame): void {
    host.frame().then(
      (frame) => frame.send(message),
      () => {},
    );
  }

  function onEscape(): void {
    if (question) tell({ type: 'dismiss', id: question.id });
  }

  return {
    warm,
    expect(share) {
      sends.held(share);
      return look();
    },
    async keep(share, first) {
      host.busy(true);
      const busy = new AbortController();
      // What is held goes with the page: the browser asks.
      window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: busy.signal });
      sends.held(share);
      const before = first ?? look();
      const release: HeldShare['release'] = (files, paths) => {
        share.release(files, paths);
        if (files && share.field) folders.released(share.field, files, paths ?? []);
        sends.released(share, files !== null);
      };
      try {
        await decideOn(await unfold({ ...share, release }), before);
      } finally {
        busy.abort();
        host.busy(false);
      }
    },
    hear(event) {
      if (event.isTrusted && event.type.startsWith('key') && isAstray(event as KeyboardEvent)) {
        event.stopImmediatePropagation();
        return;
      }
      hearForward?.(event, hold);
      if (!event.defaultPrevented) sends.hear(event);
    },
    holdsSubmit: sends.holdsSubmit,
    works: () => frameWorks,
    retell,
    byDefault: pasteByDefault,
  };
}

function asksToForward(holdsPicture: boolean | null, to: readonly Audience[]): boolean {
  const kinds = to.map(({ kind }) => kind);
  return decideForward(holdsPicture, kinds) === 'ask';
}
