import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { communityPolice, emergency, type Hotline, nationalSecurity } from '../../utils/help/hotlines';
import { backFrom, type HelpScreen, isLineScreen, type LineScreen, linesOf } from '../../utils/help/screens';
import { fillText } from '../../utils/i18n/fill';
import { Icon, type IconName } from '../ui/icon';
import { PhoneNumber, useSpeech } from '../ui/language';
import { LineCard } from './line-card';

type Go = (screen: HelpScreen) => void;

export interface HelpPanelProps {
  /** Quick exit: the panel has emptied itself; whoever holds it closes it. */
  readonly onExit: () => void;
  /** Where Back leads from the first screen; without it there is none there. */
  readonly onBack?: () => void;
}

/**
 * Whom to call. One thing a screen; where one is lives in memory only: no address, no history, nothing stored.
 */
export function HelpPanel({ onExit, onBack }: HelpPanelProps) {
  const { words } = useSpeech();
  const [screen, setScreen] = useState<HelpScreen | null>('first');
  const main = useRef<HTMLElement>(null);
  const moved = useRef(false);
  // At once, or the focus would be taken from whatever a quick reader has reached by then.
  useLayoutEffect(() => {
    // Not on the first screen of a panel that was just opened beside a page.
    if (moved.current || onBack) main.current?.querySelector<HTMLElement>('h1')?.focus();
    main.current?.closest('.panel')?.parentElement?.scrollTo(0, 0);
    window.scrollTo(0, 0);
    moved.current = true;
  }, [screen, onBack]);

  if (screen === null) return null;
  const exit = () => {
    setScreen(null);
    onExit();
  };
  const previous = backFrom[screen];
  return (
    <div class="panel" data-screen={screen}>
      <header class="panel__top">
        <button type="button" class="skip btn btn--ink" data-action="exit" onClick={exit}>
          {words.helpPanel.exit}
        </button>
        <Back previous={previous} go={setScreen} onBack={onBack} />
        <button type="button" class="btn btn--ink" data-action="exit" onClick={exit}>
          <Icon name="x" />
          {words.helpPanel.exit}
        </button>
      </header>
      <main class="panel__main" ref={main}>
        {screen === 'first' && <First go={setScreen} />}
        {screen === 'know' && <Know go={setScreen} />}
        {screen === 'limits' && <Limits />}
        {isLineScreen(screen) && <Lines screen={screen} />}
      </main>
      {screen === 'first' && <p class="panel__foot">{words.helpPanel.kept}</p>}
    </div>
  );
}

function Back(props: {
  readonly previous: HelpScreen | null;
  readonly go: Go;
  readonly onBack: (() => void) | undefined;
}) {
  const { words } = useSpeech();
  const { previous, go, onBack } = props;
  if (previous === null && !onBack) return <strong class="panel__name">{words.help}</strong>;
  return (
    <button
      type="button"
      class="btn btn--bare"
      {...(previous === null ? { 'data-action': 'back' } : { 'data-go': previous })}
      onClick={() => (previous === null ? onBack?.() : go(previous))}
    >
      <Icon name="arrow-left" />
      {words.back}
    </button>
  );
}

function Title({ children }: { readonly children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>;
}

function First({ go }: { readonly go: Go }) {
  const { helpPanel } = useSpeech().words;
  return (
    <>
      <Title>{helpPanel.firstTitle}</Title>
      <button type="button" class="door" data-go="know" onClick={() => go('know')}>
        <Icon name="hand-heart" />
        <strong>{helpPanel.door}</strong>
        <small>{helpPanel.doorHint}</small>
        <span class="go">
          <Icon name="chevron-right" />
        </span>
      </button>
      <a
        class="fall"
        href={`tel:${emergency.number}`}
        target="_blank"
        rel="noreferrer"
        data-action="call"
        aria-label={`${helpPanel.dangerNow} ${fillText(helpPanel.callNumber, { number: emergency.number })}`}
      >
        <span>
          <strong>{helpPanel.dangerNow}</strong>
          <small>{helpPanel.dangerHint}</small>
        </span>
        <b>
          <PhoneNumber number={emergency.number} />
        </b>
        <Icon name="phone" />
      </a>
      <button type="button" class="btn btn--bare" data-go="limits" onClick={() => go('limits')}>
        {helpPanel.limits.title}
        <Icon name="chevron-right" end />
      </button>
    </>
  );
}

function Limits() {
  const { limits } = useSpeech().words.helpPanel;
  return (
    <>
      <Title>{limits.title}</Title>
      <ul class="say">
        {limits.all.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  );
}

function Answer(props: {
  readonly to: LineScreen;
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
  readonly go: Go;
}) {
  const { to, icon, title, hint, go } = props;
  return (
    <button type="button" class="row answer" data-go={to} onClick={() => go(to)}>
      <Icon name={icon} />
      <span class="row__words">
        <strong>{title}</strong>
        <small>{hint}</small>
      </span>
      <Icon name="chevron-right" end />
    </button>
  );
}

function Know({ go }: { readonly go: Go }) {
  const { helpPanel } = useSpeech().words;
  const { lines } = helpPanel;
  return (
    <>
      <p class="note note--sand">
        <Icon name="hand-heart" />
        <span>{helpPanel.noFault}</span>
      </p>
      <Title>{helpPanel.knowTitle}</Title>
      <p class="muted">{helpPanel.knowHint}</p>
      <div class="rows">
        <Answer
          to="line-known"
          icon="user-round-check"
          title={helpPanel.yes}
          hint={lines[communityPolice.id].name}
          go={go}
        />
        <Answer
          to="line-unknown"
          icon="user-round-search"
          title={helpPanel.no}
          hint={lines[nationalSecurity.id].name}
          go={go}
        />
        <Answer
          to="line-both"
          icon="users-round"
          title={helpPanel.unsure}
          hint={helpPanel.bothNumbers}
          go={go}
        />
      </div>
    </>
  );
}

/** The lines of one answer, the emergency line beside them, and what to ask before giving a name. */
function Lines({ screen }: { readonly screen: LineScreen }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const lines = linesOf[screen];
  const withNumbers = (text: string, line: string) =>
    filled(text, {
      year: number(2025),
      number: <PhoneNumber number={line} />,
      emergency: <PhoneNumber number={emergency.number} />,
    });
  return (
    <>
      <Title>{helpPanel.callTitle}</Title>
      <div class={lines.length > 2 ? 'lines lines--rows' : 'lines'}>
        {lines.map((line) => (
          <LineCard key={line.id} line={line} />
        ))}
      </div>
      {lines.includes(communityPolice) && (
        <p class="reason">{withNumbers(helpPanel.mergedWhy, communityPolice.number)}</p>
      )}
      {screen === 'line-unknown' && (
        <p class="reason">{withNumbers(helpPanel.separateWhy, nationalSecurity.number)}</p>
      )}
      <Sources lines={lines} />
      <section class="stack">
        <h2>{helpPanel.askTitle}</h2>
        <ul class="say">
          {helpPanel.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <p class="small muted">{helpPanel.endCall}</p>
      </section>
    </>
  );
}

/** Where each number comes from, and when that was last looked at. */
function Sources({ lines }: { readonly lines: readonly Hotline[] }) {
  const { words, digits, date, filled } = useSpeech();
  return (
    <ul class="sources">
      {lines.map(({ id, number, source, checked }) => (
        <li key={id} data-source={id}>
          <PhoneNumber number={number} />{' '}
          {filled(words.helpPanel.source, { source: digits(words.sources[source]), date: date(checked) })}
        </li>
      ))}
    </ul>
  );
}
