import { useSpeech } from '../ui/language';
import { LeadRow, Title } from './parts';

/** The second door: habits, and nothing of threats. */
export function Safer() {
  const { helpPanel } = useSpeech().words;
  const { safer } = helpPanel;
  return (
    <>
      <Title>{safer.title}</Title>
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
