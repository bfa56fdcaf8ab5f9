import { useRef } from 'preact/hooks';
import type { Changed } from '../../utils/channel/guard-channel';
import { useEscape, useFirstFocus, useFocusInside } from '../ui/keep-focus';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { whenSettled } from './settled';

/** The chat or the choice changed while it was held: nothing was sent, and that is all there is to say. */
export function ChangedCard({
  what,
  shownAt,
  onClose,
}: {
  readonly what: Changed;
  readonly shownAt: number | null;
  readonly onClose: () => void;
}) {
  const { words } = useSpeech();
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = whenSettled(shownAt, onClose);
  useFocusInside(root);
  useEscape(close);
  useFirstFocus(heading, shownAt !== null);
  return (
    <section
      ref={root}
      class="card card--small"
      role="dialog"
      aria-modal="true"
      aria-labelledby="lead"
      aria-describedby="changed"
      data-level="refused"
    >
      <header class="card__head">
        <Mark />
        <h1 id="lead" tabIndex={-1} ref={heading}>
          {words.card.changedTitle}
        </h1>
      </header>
      <p id="changed" class="card__text">
        {what === 'forward' ? words.card.forward.changedText : words.card.changedText}
      </p>
      <div class="card__choices">
        <button type="button" class="btn btn--main btn--wide" data-action="close" onClick={close}>
          {words.close}
        </button>
      </div>
    </section>
  );
}
