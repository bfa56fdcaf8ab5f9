import { useSpeech } from '../ui/language';
import { Says, Title } from './parts';

/** What Safi cannot do, honestly. */
export function Limits() {
  const { limits } = useSpeech().words.helpPanel;
  return (
    <>
      <Title>{limits.title}</Title>
      <ul class="say">
        {limits.all.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <section class="stack">
        <h2>{limits.watchedTitle}</h2>
        <Says says={limits.watched} />
      </section>
    </>
  );
}
