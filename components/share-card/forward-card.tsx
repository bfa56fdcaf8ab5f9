import { useRef, useState } from 'preact/hooks';
import type { Audience } from '../../utils/sites/audience';
import { HelpPanel } from '../help/help-panel';
import { Icon } from '../ui/icon';
import { useEscape, useFirstFocus, useFocusInside } from '../ui/keep-focus';
import { Quoted, useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { factOf, Who } from './audience';
import type { CardChoice } from './card-file';
import type { Lead } from './lead';
import { Ripple } from './ripple';
import { whenSettled } from './settled';

export interface ForwardCardProps {
  /** The chats that are chosen; none when the choice cannot be read. */
  readonly to: readonly Audience[];
  readonly lead: Lead;
  /** When the card came on screen, on `performance.now()`'s clock; null while it is not. */
  readonly shownAt: number | null;
  readonly onChoice: (choice: CardChoice) => void;
}

/** The question before a picture that is on the site already is forwarded: nothing of it can be cleaned any more. */
export function ForwardCard({ to, lead, shownAt, onChoice }: ForwardCardProps) {
  const { words } = useSpeech();
  const { card } = words;
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [helping, setHelping] = useState(false);
  const settled = (act: () => void) => whenSettled(shownAt, act);

  useFocusInside(root);
  useFirstFocus(heading, shownAt !== null && !helping);
  useEscape((event) => {
    // In the help it is the help's.
    if (!helping) settled(() => onChoice('not-now'))(event);
  });

  return (
    <section
      ref={root}
      class={helping ? 'card card--help' : 'card'}
      role="dialog"
      aria-modal="true"
      aria-labelledby="lead"
      aria-describedby="who"
      data-level="ask"
      data-lead={lead}
      data-forward={to.length}
    >
      {helping ? (
        <div class="card__help">
          <HelpPanel escapes onBack={() => setHelping(false)} onExit={() => onChoice('not-now')} />
        </div>
      ) : (
        <>
          <header class="card__head">
            <Mark />
            <h1 id="lead" tabIndex={-1} ref={heading}>
              {card.forward.title}
            </h1>
            <button
              type="button"
              class="btn btn--bare btn--small"
              data-action="help"
              onClick={settled(() => setHelping(true))}
            >
              <Icon name="circle-question-mark" />
              {words.help}
            </button>
          </header>
          <div class="card__body">
            {to.length > 1 ? (
              <Chats to={to} />
            ) : (
              <Who audience={to[0] ?? { kind: 'unknown' }} dots={lead === 'line'} />
            )}
            <figure class="pic">
              <div class="ripple">
                {lead === 'ripple' && (
                  <Ripple audience={to.length === 1 && to[0] ? to[0] : { kind: 'unknown' }} />
                )}
                <span class="thumb thumb--icon is-empty">
                  <Icon name="forward" />
                </span>
              </div>
            </figure>
            <div class="more">
              <div class="note">
                <Icon name="info" />
                <span>{card.forward.already}</span>
              </div>
            </div>
          </div>
          <Choices settled={settled} onChoice={onChoice} />
        </>
      )}
    </section>
  );
}

/** Several chats: how many, and which. */
function Chats({ to }: { readonly to: readonly Audience[] }) {
  const speech = useSpeech();
  const { card } = speech.words;
  return (
    <div class="who" id="who" data-audience="several">
      <strong class="who__n">{speech.count(card.forward.chats, to.length)}</strong>
      {/* Many scroll, and nothing in them takes the focus. */}
      <ul class="chats" tabIndex={to.length > 1 ? 0 : undefined}>
        {to.map((audience, index) => (
          <li key={index} data-kind={audience.kind}>
            {audience.name === undefined ? null : <Quoted name={audience.name} />}
            {isTold(audience) && <small>{factOf(audience, speech)}</small>}
          </li>
        ))}
      </ul>
      <p>{card.forward.spread}</p>
    </div>
  );
}

/** Beside a name only what says more than that it is a chat. */
function isTold({ kind, name }: Audience): boolean {
  return name === undefined || (kind !== 'person' && kind !== 'unknown');
}

interface ChoicesProps {
  readonly settled: (act: () => void) => (event: Event) => void;
  readonly onChoice: (choice: CardChoice) => void;
}

/** Nothing here is safer than to leave it, so that this is the first and largest; forwarding is one click away. */
function Choices({ settled, onChoice }: ChoicesProps) {
  const { card } = useSpeech().words;
  const [explained, setExplained] = useState(false);
  return (
    <div class="card__choices">
      <button
        type="button"
        class="btn btn--main btn--wide btn--two"
        data-action="not-now"
        onClick={settled(() => onChoice('not-now'))}
      >
        {card.notNow}
        <small>{card.forward.stays}</small>
      </button>
      <div class="card__foot">
        <button
          type="button"
          class="link"
          aria-expanded={explained}
          aria-controls="why"
          data-action="why"
          onClick={() => setExplained(!explained)}
        >
          {card.why}
          <Icon name="chevron-down" />
        </button>
        <button
          type="button"
          class="link link--end"
          data-action="send-original"
          aria-describedby="as-it-is"
          onClick={settled(() => onChoice('send-original'))}
        >
          {card.forward.asItIs}
        </button>
        <span id="as-it-is" class="vh">
          {card.forward.asItIsWhat}
        </span>
      </div>
      <p class="why" id="why" hidden={!explained}>
        {card.forward.whyText}
      </p>
    </div>
  );
}
