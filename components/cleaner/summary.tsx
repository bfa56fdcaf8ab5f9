import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CleanerView } from '../../utils/cleaner/cleaner';
import { Bar } from '../ui/bar';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { exceptionsOf, notTakenOf, sumOf } from './said';

interface SummaryProps {
  readonly view: CleanerView;
  readonly onStop: () => void;
  readonly onSaveAll: (() => void) | undefined;
  readonly onSaveZip: (() => void) | undefined;
  readonly onClear: () => void;
}

/** The whole list: how far it is, then what came of it, and what can be done with all of it. */
export function Summary({ view, onStop, onSaveAll, onSaveZip, onClear }: SummaryProps) {
  const speech = useSpeech();
  const { words, number, count, filled } = speech;
  const { cleaner } = words;
  const { tally, reading, cleaning, saving } = view;
  const works = reading || cleaning || saving !== null;
  const heading = useFocusWhenGone(works);
  const title = reading
    ? cleaner.reading
    : cleaning
      ? filled(count(cleaner.ready, tally.ready), { all: number(tally.all) })
      : sumOf(view, speech);
  const exceptions = works ? [] : exceptionsOf(view, speech);
  return (
    <section class="sum" aria-labelledby="sum" data-work={works}>
      <div>
        <h2 id="sum" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {exceptions.length > 0 && (
          <ul class="sum__more muted small">
            {exceptions.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="pairline">
        {works ? (
          <button key="stop" type="button" class="btn" data-action="stop" onClick={onStop}>
            {cleaner.stop}
          </button>
        ) : (
          <button key="clear" type="button" class="btn btn--bare" data-action="clear" onClick={onClear}>
            {cleaner.clear}
          </button>
        )}
        {!works && tally.ready > 0 && onSaveZip && (
          <button
            key="zip"
            type="button"
            class={onSaveAll ? 'btn' : 'btn btn--main'}
            data-action="save-zip"
            onClick={onSaveZip}
          >
            {!onSaveAll && <Icon name="download" />}
            {cleaner.saveZip}
          </button>
        )}
        {!works && tally.ready > 0 && onSaveAll && (
          <button key="all" type="button" class="btn btn--main" data-action="save-all" onClick={onSaveAll}>
            <Icon name="download" />
            {cleaner.saveAll}
          </button>
        )}
      </div>
      {(cleaning || saving !== null) && (
        <Bar share={saving ?? view.share} label={saving === null ? cleaner.working : cleaner.saving} />
      )}
      {notTakenOf(view, speech).map((text) => (
        <p key={text} class="note note--honey" data-not-taken>
          <Icon name="info" />
          {text}
        </p>
      ))}
    </section>
  );
}

/** A heading that gets the focus when the buttons change under somebody who is at one of them. */
function useFocusWhenGone(works: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasInside = useRef(false);
  const section = heading.current?.closest('section');
  wasInside.current = section?.contains(document.activeElement) === true;
  useLayoutEffect(() => {
    if (wasInside.current && document.activeElement === document.body) heading.current?.focus();
  }, [works]);
  return heading;
}
