import { useSpeech } from '../ui/language';
import { LeadRow, Says, Title } from './parts';

/** A place for organisations that go along. Nobody is named here before somebody has entered them. */
export function People() {
  const { helpPanel } = useSpeech().words;
  const { people } = helpPanel;
  return (
    <>
      <Title>{people.title}</Title>
      <Says says={people.says} />
      <section class="empty" data-contacts="0" aria-label={people.place}>
        <h2>{people.place}</h2>
        <p>{people.empty}</p>
        <p class="small muted">{people.never}</p>
      </section>
      <div class="rows">
        <LeadRow to="line-both" icon="phone" title={helpPanel.again} />
        <LeadRow to="sheet" icon="notebook-pen" title={helpPanel.sheet.row} hint={helpPanel.sheet.rowHint} />
      </div>
    </>
  );
}
