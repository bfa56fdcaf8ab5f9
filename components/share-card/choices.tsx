import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { firstToEdit, sortFiles } from './card-file';
import { SendCopy, type SendCopyProps } from './send-copy';
import { whyAsked } from './sight-line';

export interface ChoicesProps extends SendCopyProps {
  /** Nothing of the share could be cleaned. */
  readonly refused: boolean;
  readonly onEdit: (id: number) => void;
  readonly onRetry?: () => void;
}

/** The ways to go on; the first and largest finishes what the person wanted, where that is possible. */
export function Choices(props: ChoicesProps) {
  const { files, refused, settled, onChoice, onEdit, onRetry } = props;
  const speech = useSpeech();
  const { words, count } = speech;
  const { card } = words;
  const [explained, setExplained] = useState(false);
  const { clean, passengers } = sortFiles(files);
  const editable = firstToEdit(clean);
  return (
    <div class="card__choices">
      {refused ? (
        <>
          <button
            type="button"
            class="btn btn--main btn--wide"
            data-action="not-now"
            onClick={settled(() => onChoice('not-now'))}
          >
            {card.notNow}
          </button>
          {passengers.length > 0 && (
            <button
              type="button"
              class="btn btn--wide"
              data-action="send-clean"
              onClick={settled(() => onChoice('send-clean'))}
            >
              {count(card.sendOthers, passengers.length)}
            </button>
          )}
        </>
      ) : (
        <SendCopy {...props} />
      )}
      <div class="card__foot">
        {editable && (
          <button
            type="button"
            class="btn"
            data-action="cover-faces"
            onClick={settled(() => onEdit(editable.id))}
          >
            <Icon name="crop" />
            {words.editor.title}
          </button>
        )}
        {!refused && (
          <button
            type="button"
            class="btn"
            data-action="not-now"
            onClick={settled(() => onChoice('not-now'))}
          >
            {card.notNow}
          </button>
        )}
        {onRetry && (
          <button type="button" class="btn btn--bare" data-action="retry" onClick={settled(onRetry)}>
            <Icon name="rotate-ccw" />
            {card.retry}
          </button>
        )}
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
          {card.sendOriginal}
        </button>
        <span id="as-it-is" class="vh">
          {card.sendOriginalWhat}
        </span>
      </div>
      <p class="why" id="why" hidden={!explained}>
        {refused ? card.whyRefused : whyAsked(files, speech)}
      </p>
    </div>
  );
}
