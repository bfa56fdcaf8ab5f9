import { laws } from '../../utils/help/laws';
import { useSpeech } from '../ui/language';
import { Caution, LeadRow, Says, SourceOf, Title } from './parts';

/** What the law says, each part with its source. */
export function LawScreen() {
  const { helpPanel } = useSpeech().words;
  const { places } = helpPanel;
  return (
    <>
      <Title>{places.lawTitle}</Title>
      <ul class="laws">
        {laws.map((law) => (
          <li key={law.id} data-law={law.id}>
            <Says says={places.laws[law.id]} />
            <SourceOf fact={law} />
          </li>
        ))}
      </ul>
      <Caution>{places.notAdvice}</Caution>
      <div class="rows">
        <LeadRow to="know" icon="phone" title={helpPanel.callTitle} />
        <LeadRow to="step-evidence" icon="list-checks" title={helpPanel.steps.all.evidence.title} />
      </div>
    </>
  );
}
