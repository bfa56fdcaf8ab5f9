import { linesIn } from '../../utils/help/screens';
import { useSpeech } from '../ui/language';
import { Contacts } from './contacts';
import { usePanel } from './panel-context';
import { LeadRow, Says, Title } from './parts';

/** Organisations that go along, as far as somebody has entered them. */
export function People() {
  const { helpPanel } = useSpeech().words;
  const { people } = helpPanel;
  const { region } = usePanel();
  return (
    <>
      <Title>{people.title}</Title>
      <Says says={people.says} />
      <Contacts />
      <div class="rows">
        <LeadRow to={linesIn[region]} icon="phone" title={helpPanel.again} />
        <LeadRow to="sheet" icon="notebook-pen" title={helpPanel.sheet.row} hint={helpPanel.sheet.rowHint} />
      </div>
    </>
  );
}
