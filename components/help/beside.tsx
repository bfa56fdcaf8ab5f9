import type { HelpScreen } from '../../utils/help/screen';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { usePanel } from './panel-context';

interface BesideProps {
  readonly before: HelpScreen | null;
  readonly previous: string;
  readonly after: HelpScreen | null;
  readonly next: string;
  /** Of the one after. */
  readonly title: string;
}

/** The one before and the one after, by its name. */
export function Beside({ before, previous, after, next, title }: BesideProps) {
  const { digits } = useSpeech();
  const { go } = usePanel();
  return (
    <div class="beside">
      {before && (
        <button type="button" class="btn" data-go={before} onClick={() => go(before)}>
          {previous}
        </button>
      )}
      {after && (
        <button type="button" class="btn btn--main btn--two" data-go={after} onClick={() => go(after)}>
          <span>
            {next} <Icon name="arrow-right" />
          </span>
          <small>{digits(title)}</small>
        </button>
      )}
    </div>
  );
}
