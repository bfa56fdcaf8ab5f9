import { useSpeech } from '../ui/language';
import { LeadRow, Title } from './parts';

/** The second door: what can be learned, and habits. Nothing of threats stands on this page. */
export function Safer() {
  const { helpPanel } = useSpeech().words;
  const { safer, lessons, parents, workshop, receivers } = helpPanel;
  return (
    <>
      <Title>{safer.title}</Title>
      <div class="rows">
        <LeadRow to="lessons" icon="school" title={lessons.row} hint={lessons.rowHint} />
        <LeadRow to="parents" icon="users-round" title={parents.row} hint={parents.rowHint} />
        <LeadRow to="workshop" icon="presentation" title={workshop.row} hint={workshop.rowHint} />
        <LeadRow to="receivers" icon="hand-heart" title={receivers.row} hint={receivers.rowHint} />
      </div>
      <ul class="say">
        {safer.habits.map((habit) => (
          <li key={habit}>{habit}</li>
        ))}
      </ul>
      <p class="muted">{safer.asks}</p>
      <LeadRow to="limits" icon="info" title={helpPanel.limits.title} />
    </>
  );
}
