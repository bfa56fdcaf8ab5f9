import type { HelpScreen } from '../../utils/help/screen';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { EmergencyRow } from './emergency-row';
import { usePanel } from './panel-context';
import { LeadRow, Title } from './parts';

/** Two doors, for whoever comes through one must not read the other's page; and what cannot wait. */
export function First() {
  const { helpPanel } = useSpeech().words;
  return (
    <>
      <Title>{helpPanel.firstTitle}</Title>
      <Door to="know" kind="sand" icon="hand-heart" title={helpPanel.door} hint={helpPanel.doorHint} />
      <Door to="safer" kind="water" icon="sprout" title={helpPanel.saferDoor} hint={helpPanel.saferHint} />
      <EmergencyRow title={helpPanel.dangerNow} hint={helpPanel.dangerHint} />
      <div class="rows">
        <LeadRow to="now" icon="heart-handshake" title={helpPanel.now.row} hint={helpPanel.now.rowHint} />
        <LeadRow to="limits" icon="info" title={helpPanel.limits.title} />
      </div>
    </>
  );
}

function Door(props: {
  readonly to: HelpScreen;
  readonly kind: 'sand' | 'water';
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
}) {
  const { to, kind, icon, title, hint } = props;
  const { go } = usePanel();
  return (
    <button type="button" class={`door door--${kind}`} data-go={to} onClick={() => go(to)}>
      <Icon name={icon} />
      <strong>{title}</strong>
      <small>{hint}</small>
      <span class="go">
        <Icon name="chevron-right" />
      </span>
    </button>
  );
}
