import type { Changed, SentFile, ToFrame, Verdict } from '../channel/guard-channel';
import type { Language } from '../i18n/languages';
import { watchForwards } from '../interception/forward';
import type { HeldShare } from '../interception/held-share';
import type { Listen } from '../interception/listen';
import { retell } from '../interception/retold-event';
import { decideForward } from '../policy/decide';
import type { Audience } from '../sites/audience';
import { isOneOf } from '../sites/is-one-of';
import { agree, isWider, type Reading, type Site, sameChat } from '../sites/site';
import { askBarely, type BareReason } from './bare-card';
import { createGuardHost, type Extension, FrameLost, type FrameNews, type GuardFrame } from './guard-host';

/**
 * Sees a held share through: has it cleaned and, if need be, asked about in the guard frame, and releases what was
 * chosen. Not part of the script that every page waits for: share-guard loads it beside the page.
 */

export interface Keeper {
  /** Brings the guard frame up, unseen. */
  warm(): void;
  /** Who would get a share at this moment. */
  look(): Reading;
  /**
   * From held to released; never rejects but for a bug of ours.
   * @param first who would have got the share when it was held; null when nobody could look then
   */
  keep(share: HeldShare, first: Reading | null): Promise<void>;
  /** Is told of every event of a press, ahead of the page; what would confirm a forward is stopped and held. */
  hear(event: Event, hold: (share: HeldShare) => void): void;
  /** Whether a click on this element sends, on this site. */
  isSend(element: EventTarget | null): boolean;
  /** Whether the last share could be looked at. */
  works(): boolean;
  /** Tells the page of a held drop or paste from here, when no hooks in its own world can do it. */
  retell(target: EventTarget, carrier: HTMLInputElement): void;
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
}

export function createKeeper(
  window: Window & typeof globalThis,
  site: Site,
  readModel: () => unknown,
  extension: KeeperExtension,
  listen: Listen,
  signal: AbortSignal,
): Keeper {
  let lastId = 0;
  let question: Question | null = null;
  let frameWorks = true;

  const host = createGuardHost(window, extension, onMessage, onEscape);
  // In a child frame the top document's frame serves, most likely.
  const warm = extension.passUp ? () => {} : host.warm;
  listen('click', warmOnAttach);
  listen('pagehide', host.remove);
  signal.addEventListener('abort', host.remove, { once: true });

  function look(): Reading {
    return site.read(window.document, readModel());
  }

  function warmOnAttach({ target }: Event): void {
    if (isOneOf(site.attach, target)) warm();
  }

  // A child frame's shares go up as files; a forward has none.
  const { forwarding } = extension.passUp ? {} : site;
  const hear = forwarding ? watchForwards(window, forwarding, readModel, asksToForward, warm) : () => {};

  /** From held to released. A bug of ours is as a frame that died: nothing passes, and the person is told. */
  async function decideOn(share: HeldShare, first: Reading): Promise<void> {
    for (;;) {
      try {
        if (!(await extension.passUp?.(share))) await askAndRelease(share, first);
        frameWorks = true;
        return;
      } catch (error) {
        frameWorks = false;
        const why = error instanceof FrameLost ? error.why : 'died';
        if (!(error instanceof FrameLost)) window.reportError(error);
        if (why === 'removed') return share.release(null);
        const outlived = why === 'updated' || !extension.alive();
        const choice = await bareCard(outlived ? 'updated' : 'interrupted');
        if (choice === 'retry') continue;
        if (choice !== 'send-original') return share.release(null);
        await share.approach?.();
        const stands = share.targetStands() && sameChat(first, look());
        share.release(stands ? share.files : null);
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
    const verdict = await ask(frame, { type: 'share', id, files: share.files, audience });
    if (verdict.choice === 'nothing') {
      host.hide();
      return share.release(null);
    }
    // A notice stays beside the page for a while; the frame hides it itself.
    host.hideModal();
    await share.approach?.();
    const last = look();
    const stands =
      share.targetStands() && sameChat(second, last) && !isWider(last.audience.kind, audience.kind);
    if (!stands) return cancelChanged(share, id, 'chat');
    share.release(chosenFiles(share.files, verdict));
  }

  /** Nothing can be cleaned any more: it goes as it is, or not. */
  async function askToForward(frame: GuardFrame, share: HeldShare, to: readonly Audience[]): Promise<void> {
    const id = ++lastId;
    const { choice } = await ask(frame, { type: 'forward', id, to });
    host.hide();
    if (choice === 'nothing') return share.release(null);
    if (!share.targetStands()) return cancelChanged(share, id, 'forward');
    share.release(share.files);
  }

  /** Sends a share or a change of chat to the frame and waits for what is answered; rejects with FrameLost. */
  function ask(frame: GuardFrame, message: Exclude<ToFrame, { type: 'ping' }>): Promise<Verdict> {
    const answered = new Promise<Verdict>((answer) => {
      question = { id: message.id, answer };
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
      host.hide();
    } catch (error) {
      if (!(error instanceof FrameLost)) throw error;
      if (error.why !== 'removed') await bareCard('changed');
    }
  }

  async function bareCard(reason: BareReason) {
    const choice = await askBarely(host.surface(), reason, extension.language(), host.showModal);
    host.remove();
    return choice;
  }

  function onMessage(message: FrameNews): void {
    if (message.type === 'hide') host.hide();
    if (message.id !== question?.id) return;
    if (message.type === 'verdict') question.answer(message.verdict);
    if (message.type !== 'show') return;
    if (message.level === 'notice') host.showNotice(message.box);
    // A page on which the dialog has no box would be frozen by it.
    else if (host.showModal()) tell({ type: 'shown', id: message.id });
    else question.answer({ choice: 'nothing' });
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
    look,
    async keep(share, first) {
      host.busy(true);
      try {
        await decideOn(share, first ?? look());
      } finally {
        host.busy(false);
      }
    },
    hear,
    isSend: (element) => isOneOf(site.send, element),
    works: () => frameWorks,
    retell,
  };
}

function asksToForward(holdsPicture: boolean | null, to: readonly Audience[]): boolean {
  const kinds = to.map(({ kind }) => kind);
  return decideForward(holdsPicture, kinds) === 'ask';
}

/** The files to hand over, in the order they were picked; null when nothing is left to send. */
function chosenFiles(originals: readonly File[], verdict: Verdict): readonly File[] | null {
  if (verdict.choice === 'original') return originals;
  if (verdict.choice === 'nothing') return null;
  const chosen = verdict.files.flatMap((sent: SentFile, index) => {
    if (sent === 'stays-behind') return [];
    const file = sent === 'as-it-is' ? originals[index] : sent;
    return file ? [file] : [];
  });
  return chosen.length > 0 ? chosen : null;
}
