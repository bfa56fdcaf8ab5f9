import { useSpeech } from '../ui/language';
import { Contacts } from './contacts';
import { LeadRow, Says, Title } from './parts';

/** Organisations that go along, as far as somebody has entered them. */
export function People() {
  const { helpPanel } = useSpeech().words;
  const { people } = helpPanel;
  return (
    <>
      <Title>{people.title}</Title>
      <Says says={people.says} />
      <Contacts />
      <div class="rows">
        <LeadRow to="line-both" icon="phone" title={helpPanel.again} />
        <LeadRow to="sheet" icon="notebook-pen" title={helpPanel.sheet.row} hint={helpPanel.sheet.rowHint} />
      </div>
    </>
  );
}
