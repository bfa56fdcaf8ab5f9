import { emergency } from '../../utils/help/hotlines';
import { receiving } from '../../utils/help/receivers';
import { PhoneNumber, useSpeech } from '../ui/language';
import { PrintButton } from './papers/print-button';
import { ReceiversPaper } from './papers/receivers';
import { LeadRow, Points, Says, SourceOf, Title } from './parts';

/** For those to whom somebody comes with a report. */
export function Receivers() {
  const { words, filled } = useSpeech();
  const { helpPanel } = words;
  const { receivers, sheet } = helpPanel;
  const number = { emergency: <PhoneNumber number={emergency.number} /> };
  return (
    <>
      <Title>{receivers.title}</Title>
      <p class="muted">{receivers.hint}</p>
      <PrintButton name="receivers" label={receivers.print} paper={<ReceiversPaper />} main />
      <section class="stack">
        <h2>{receivers.doTitle}</h2>
        <Points
          items={receivers.do.map((text) => (text.includes('{emergency}') ? filled(text, number) : text))}
        />
        <Says says={[receivers.officer, receivers.boys]} />
      </section>
      <section class="stack">
        <h2>{receivers.sayTitle}</h2>
        <ul class="say">
          {receivers.say.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{receivers.neverTitle}</h2>
        <Points items={receivers.never} />
      </section>
      <div class="rows">
        <LeadRow to="sheet" icon="notebook-pen" title={sheet.row} hint={sheet.rowHint} />
        <LeadRow to="know" icon="phone" title={helpPanel.callTitle} />
      </div>
      <SourceOf fact={receiving} />
    </>
  );
}
