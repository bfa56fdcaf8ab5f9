import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';

interface TopBarProps {
  readonly safi: boolean;
  readonly onSafi: (on: boolean) => void;
  readonly big: boolean;
  readonly onBig: () => void;
  readonly onLessons: () => void;
  readonly onStartOver: () => void;
}

/** No browser and no letter has it, so that a trainer may press it while somebody writes. */
const bigKey = 'F2';

/** What is true of the whole page: whether Safi is at work, how large it is, and its beginning. */
export function TopBar({ safi, onSafi, big, onBig, onLessons, onStartOver }: TopBarProps) {
  const { practice, helpPanel } = useSpeech().words;
  useBigKey(onBig);
  return (
    <header class="chatapp__top">
      <h1>
        <Mark />
        {practice.title}
      </h1>
      <label class="switch">
        <span>{practice.safi}</span>
        <input
          type="checkbox"
          role="switch"
          aria-checked={safi}
          data-practice-safi
          checked={safi}
          onChange={({ currentTarget }) => onSafi(currentTarget.checked)}
        />
      </label>
      <button type="button" class="btn btn--small" data-practice-lessons onClick={onLessons}>
        <Icon name="school" />
        {helpPanel.lessons.row}
      </button>
      <button
        type="button"
        class="btn btn--small"
        data-practice-big
        aria-pressed={big}
        aria-keyshortcuts={bigKey}
        onClick={onBig}
      >
        <Icon name="presentation" />
        {practice.bigScreen}
        <kbd class="kbd">{bigKey}</kbd>
      </button>
      <button type="button" class="btn btn--small" data-practice-start-over onClick={onStartOver}>
        <Icon name="rotate-ccw" />
        {practice.startOver}
      </button>
    </header>
  );
}

function useBigKey(onBig: () => void): void {
  const act = useRef(onBig);
  act.current = onBig;
  useEffect(() => {
    const life = new AbortController();
    window.addEventListener(
      'keydown',
      ({ key, repeat }) => {
        if (key === bigKey && !repeat) act.current();
      },
      { signal: life.signal },
    );
    return () => life.abort();
  }, []);
}
