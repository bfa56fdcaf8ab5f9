import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { canBeShot, sortFiles } from './card-file';
import { SendCopy, type SendCopyProps } from './send-copy';
import { whyAsked } from './sight-line';
import { ScreenshotTile, Tiles, type TilesProps } from './tiles';

export interface ChoicesProps extends SendCopyProps, Pick<TilesProps, 'audience' | 'viewOnce' | 'onEdit'> {
  /** Nothing of the share could be cleaned. */
  readonly refused: boolean;
  readonly pause: boolean | null;
  readonly onPause: (on: boolean) => void;
  readonly onRetry?: () => void;
}

/** The ways to go on; the first and largest finishes what the person wanted, where that is possible. */
export function Choices(props: ChoicesProps) {
  const { files, refused, settled, onChoice, onRetry, pause, onPause } = props;
  const speech = useSpeech();
  const { words, count } = speech;
  const { card } = words;
  const [explained, setExplained] = useState(false);
  const [toldOnce, setToldOnce] = useState(false);
  const { clean, passengers } = sortFiles(files);
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
          {canBeShot(files) && <ScreenshotTile settled={settled} onChoice={onChoice} />}
        </>
      ) : (
        <>
          <SendCopy {...props} />
          <Tiles {...props} files={clean} toldOnce={toldOnce} setToldOnce={setToldOnce} />
          {props.viewOnce && (
            <p class="why" id="once" role="status" hidden={!toldOnce}>
              {card.tiles.viewOnceHow}
            </p>
          )}
        </>
      )}
      <div class="card__foot">
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
        {!refused && pause !== null && (
          <label class="check check--small">
            <input
              type="checkbox"
              data-action="pause-chat"
              checked={pause}
              onChange={() => onPause(!pause)}
            />
            <span>{card.pause}</span>
          </label>
        )}
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
