import { emergency } from '../../../utils/help/hotlines';
import { receiving } from '../../../utils/help/receivers';
import { PhoneNumber, useSpeech } from '../../ui/language';
import { Paper, PaperSource, Points } from './paper';

/** For the desk of whoever receives a report. */
export function ReceiversPaper() {
  const { words, filled } = useSpeech();
  const { receivers } = words.helpPanel;
  return (
    <Paper kind="receivers">
      <h1>{receivers.title}</h1>
      <p class="paper__hint">{receivers.rowHint}</p>
      <section>
        <h2>{receivers.doTitle}</h2>
        <Points
          items={receivers.do.map((text) =>
            text.includes('{emergency}')
              ? filled(text, { emergency: <PhoneNumber number={emergency.number} /> })
              : text,
          )}
        />
        <p>
          {receivers.officer} {receivers.boys}
        </p>
      </section>
      <div class="paper__two">
        <section>
          <h2>{receivers.sayTitle}</h2>
          <Points items={receivers.say} />
        </section>
        <section>
          <h2>{receivers.neverTitle}</h2>
          <Points items={receivers.never} />
        </section>
      </div>
      <PaperSource fact={receiving} />
      <PaperSource fact={emergency} number={emergency.number} />
    </Paper>
  );
}
