import { emergency } from '../../utils/help/hotlines';
import { firstStep } from '../../utils/help/screens';
import { PhoneNumber, useSpeech } from '../ui/language';
import { EmergencyRow } from './emergency-row';
import { LeadRow, Title } from './parts';

/** In danger, or thinking of hurting oneself: what comes before everything else. */
export function Now() {
  const { words, filled } = useSpeech();
  const { helpPanel } = words;
  const { now } = helpPanel;
  return (
    <>
      <Title>{now.title}</Title>
      <div class="says">
        <p>{now.alone}</p>
        <p>{now.hurt}</p>
        <p>{filled(now.call, { emergency: <PhoneNumber number={emergency.number} /> })}</p>
        <p>{now.trust}</p>
      </div>
      <EmergencyRow title={helpPanel.dangerNow} hint={helpPanel.dangerHint} />
      <p class="note note--sand">
        <span>
          {helpPanel.noFault} {now.pass}
        </span>
      </p>
      <section class="stack">
        <h2>{now.afterwards}</h2>
        <LeadRow to="know" icon="phone" title={helpPanel.callTitle} />
        <LeadRow to={firstStep} icon="list-checks" title={helpPanel.next} hint={helpPanel.stepsHint} />
        <LeadRow to="asked" icon="message-circle-question-mark" title={helpPanel.asked.title} />
      </section>
    </>
  );
}
