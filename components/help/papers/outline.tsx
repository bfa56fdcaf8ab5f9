import { workshopParts } from '../../../utils/help/workshop';
import { useSpeech } from '../../ui/language';
import { Paper, Points } from './paper';

/** What somebody who leads a workshop has in hand. */
export function OutlinePaper() {
  const { words, digits, count } = useSpeech();
  const { outline } = words.helpPanel.workshop;
  return (
    <Paper kind="outline">
      <h1>{outline.title}</h1>
      <p class="paper__hint">{outline.for}</p>
      <section>
        <h2>{outline.beforeTitle}</h2>
        <Points items={outline.before} />
      </section>
      <section>
        <h2>{outline.partsTitle}</h2>
        <ol class="paper__parts">
          {workshopParts.map(({ id, minutes }) => (
            <li key={id}>
              <span class="paper__minutes">{count(outline.minutes, minutes)}</span>
              <div>
                <strong>{outline.parts[id].title}</strong>
                <p>{digits(outline.parts[id].says.join(' '))}</p>
              </div>
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{outline.afterTitle}</h2>
        <Points items={outline.after} />
      </section>
    </Paper>
  );
}
