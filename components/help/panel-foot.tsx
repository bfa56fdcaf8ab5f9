import { pressesToExit } from '../../utils/help/quick-exit';
import { Icon } from '../ui/icon';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { organisationIn } from '../ui/organisation';
import type { ExitPresses } from './quick-exit';

/** The other way out, and how far somebody is with it. */
export function PanelFoot(props: { readonly presses: ExitPresses; readonly first: boolean }) {
  const { presses, first } = props;
  const speech = useSpeech();
  const { words, filled, count } = speech;
  const { policy } = useKept();
  const { helpPanel } = words;
  return (
    <footer class="panel__foot">
      <Icon name="keyboard" />
      <div>
        <p>
          {filled(helpPanel.shift, {
            key: (
              <kbd class="kbd" dir="ltr">
                Shift
              </kbd>
            ),
          })}
        </p>
        <p class="presses" role="status" data-presses={presses.count}>
          {presses.count > 0 && presses.count < pressesToExit && (
            <>
              <span class="presses__dots" aria-hidden="true">
                {Array.from({ length: pressesToExit }, (_, at) => (
                  <i key={at} class={at < presses.count ? 'is-on' : ''} />
                ))}
              </span>
              {count(helpPanel.shiftMore, pressesToExit - presses.count)}
            </>
          )}
          {presses.over && helpPanel.shiftOver}
        </p>
        {first && <p>{helpPanel.kept}</p>}
        {first && policy && (
          <p data-managed>{filled(helpPanel.managed, { who: organisationIn(policy, speech) })}</p>
        )}
      </div>
    </footer>
  );
}
