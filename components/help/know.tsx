import { asayishErbil, communityPolice, nationalSecurity } from '../../utils/help/hotlines';
import { firstStep } from '../../utils/help/screens';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { LeadRow, Title } from './parts';

/** The one question that leads to a number, and the ways that need none. */
export function Know() {
  const { helpPanel } = useSpeech().words;
  const { lines } = helpPanel;
  return (
    <>
      <p class="note note--sand">
        <Icon name="hand-heart" />
        <span>{helpPanel.noFault}</span>
      </p>
      <LeadRow to="now" icon="heart-handshake" title={helpPanel.now.row} />
      <Title>{helpPanel.knowTitle}</Title>
      <p class="muted">{helpPanel.knowHint}</p>
      <div class="rows">
        <LeadRow
          answer
          to="line-known"
          icon="user-round-check"
          title={helpPanel.yes}
          hint={lines[communityPolice.id].name}
        />
        <LeadRow
          answer
          to="line-unknown"
          icon="user-round-search"
          title={helpPanel.no}
          hint={lines[nationalSecurity.id].name}
        />
        <LeadRow
          answer
          to="line-both"
          icon="users-round"
          title={helpPanel.unsure}
          hint={helpPanel.bothNumbers}
        />
      </div>
      <div class="rows">
        <LeadRow
          to="line-kurdistan"
          icon="map-pinned"
          title={helpPanel.region.kurdistan}
          hint={lines[asayishErbil.id].name}
        />
        <LeadRow to={firstStep} icon="list-checks" title={helpPanel.stepsFirst} hint={helpPanel.stepsHint} />
        <LeadRow to="asked" icon="message-circle-question-mark" title={helpPanel.asked.title} />
        <LeadRow to="sheet" icon="notebook-pen" title={helpPanel.sheet.row} hint={helpPanel.sheet.rowHint} />
        <LeadRow to="law" icon="scale" title={helpPanel.places.lawRow} />
      </div>
    </>
  );
}
