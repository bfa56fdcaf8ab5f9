import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Region } from '../../utils/help/posters';
import type { HelpScreen } from '../../utils/help/screen';
import { isLineScreen, regionOf } from '../../utils/help/screens';
import type { SheetAnswers } from '../../utils/help/sheet';
import { behind, screenOf, type Trail, travel } from '../../utils/help/trail';
import { Icon } from '../ui/icon';
import { useEscape } from '../ui/keep-focus';
import { useSpeech } from '../ui/language';
import { type Panel, PanelProvider } from './panel-context';
import { PanelFoot } from './panel-foot';
import { useQuickExit } from './quick-exit';
import { ScreenView } from './screen-view';

export interface HelpPanelProps {
  /** Quick exit: the panel has emptied itself; whoever holds it closes it. */
  readonly onExit: () => void;
  /** Where Back leads from the first screen; without it there is none there. */
  readonly onBack?: () => void;
  /** The screen it begins with, behind which none of its own lies. */
  readonly start?: HelpScreen;
  /** Escape goes back as Back does; not where the browser closes the whole panel by it. */
  readonly escapes?: true;
}

/**
 * Whom to call and what to do. One thing a screen; where one is, what is ticked and what is written lives in memory
 * only: no address, no history, nothing stored.
 */
export function HelpPanel({ onExit, ...rest }: HelpPanelProps) {
  const [left, setLeft] = useState(false);
  const exit = () => {
    setLeft(true);
    onExit();
  };
  return left ? null : <OpenPanel onExit={exit} {...rest} />;
}

function OpenPanel({ onExit, onBack, start = 'first', escapes }: HelpPanelProps) {
  const { words } = useSpeech();
  const [trail, setTrail] = useState<Trail>([start]);
  const [region, setRegion] = useState<Region>('federal');
  const [answers, setAnswers] = useState<SheetAnswers>({});
  const presses = useQuickExit(onExit);
  const main = useRef<HTMLElement>(null);
  const moved = useRef(false);
  const screen = screenOf(trail);
  // At once, or the focus would be taken from whatever a quick reader has reached by then.
  useLayoutEffect(() => {
    // Not on the first screen of a panel that was just opened beside a page.
    if (moved.current || onBack) main.current?.querySelector<HTMLElement>('h1')?.focus();
    main.current?.closest('.panel')?.parentElement?.scrollTo(0, 0);
    window.scrollTo(0, 0);
    moved.current = true;
  }, [screen]);
  const panel = useMemo<Panel>(
    () => ({
      go: (to) => {
        if (isLineScreen(to)) setRegion(regionOf(to));
        setTrail((at) => travel(at, to));
      },
      region,
      onRegion: setRegion,
      answers,
      onAnswer: (field, answer) => setAnswers((before) => ({ ...before, [field]: answer })),
    }),
    [answers, region],
  );
  // One screen at a time, so that a sheet that is half filled in is still there behind it.
  useEscape(() => {
    if (!escapes) return;
    const previous = behind(trail);
    if (previous === null) onBack?.();
    else panel.go(previous);
  });
  return (
    <PanelProvider value={panel}>
      <div class="panel" data-screen={screen}>
        <header class="panel__top">
          <button type="button" class="skip btn btn--ink" data-action="exit" onClick={onExit}>
            {words.helpPanel.exit}
          </button>
          <Back trail={trail} go={panel.go} onBack={onBack} />
          <button type="button" class="btn btn--ink" data-action="exit" onClick={onExit}>
            <Icon name="x" />
            {words.helpPanel.exit}
          </button>
        </header>
        <main class="panel__main" ref={main}>
          <ScreenView key={screen} screen={screen} />
        </main>
        <PanelFoot presses={presses} first={screen === 'first'} />
      </div>
    </PanelProvider>
  );
}

function Back(props: {
  readonly trail: Trail;
  readonly go: Panel['go'];
  readonly onBack: (() => void) | undefined;
}) {
  const { words } = useSpeech();
  const { trail, go, onBack } = props;
  const previous = behind(trail);
  const enlarged = screenOf(trail).startsWith('large-');
  if (previous === null && !onBack) return <strong class="panel__name">{words.help}</strong>;
  return (
    <button
      type="button"
      class="btn btn--bare"
      {...(previous === null ? { 'data-action': 'back' } : { 'data-go': previous })}
      onClick={() => (previous === null ? onBack?.() : go(previous))}
    >
      <Icon name={enlarged ? 'minimize-2' : 'arrow-left'} />
      {enlarged ? words.helpPanel.smaller : words.back}
    </button>
  );
}
