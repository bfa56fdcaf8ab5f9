import { linesIn } from '../../utils/help/screens';
import { useSpeech } from '../ui/language';
import { usePanel } from './panel-context';
import { LeadRow, Says, Title } from './parts';

/** What may not go well with a report, said plainly, and the ways that are left. No promise is made for anybody. */
export function Wrong() {
  const { helpPanel } = useSpeech().words;
  const { wrong } = helpPanel;
  const { region } = usePanel();
  return (
    <>
      <Title>{wrong.title}</Title>
      <Says says={wrong.what} />
      <section class="stack">
        <h2>{wrong.waysTitle}</h2>
        <Says says={wrong.ways} />
        <LeadRow to={linesIn[region]} icon="phone" title={helpPanel.again} />
        <LeadRow to="people" icon="users-round" title={helpPanel.people.row} />
        <LeadRow to="step-tell-one" icon="hand-heart" title={helpPanel.steps.all['tell-one'].title} />
      </section>
    </>
  );
}
