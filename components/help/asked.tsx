import { type AskedCase, type CaseId, cases } from '../../utils/help/cases';
import type { HelpScreen } from '../../utils/help/screen';
import { linesIn } from '../../utils/help/screens';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { usePanel } from './panel-context';
import { LeadRow, Says, Title } from './parts';

const icons: Readonly<Record<CaseId, IconName>> = {
  money: 'banknote',
  pictures: 'images',
  sex: 'user-round',
  meet: 'map-pinned',
  marry: 'users-round',
  girl: 'user-round-plus',
  carry: 'package',
  officer: 'message-circle-off',
  paid: 'wallet',
  fake: 'wand-sparkles',
  hijab: 'image',
  classmate: 'school',
};

/** What is being asked of somebody. */
export function Asked() {
  const { asked } = useSpeech().words.helpPanel;
  return (
    <>
      <Title>{asked.title}</Title>
      <p class="muted">{asked.hint}</p>
      <div class="list-card">
        {cases.map(({ id }) => (
          <LeadRow key={id} to={`case-${id}`} icon={icons[id]} title={asked.cases[id].name} />
        ))}
        <LeadRow to="know" icon="circle-question-mark" title={asked.other} />
      </div>
    </>
  );
}

/** Three short sentences and one next step. */
export function CaseView({ asked }: { readonly asked: AskedCase }) {
  const { helpPanel } = useSpeech().words;
  const { name, says } = helpPanel.asked.cases[asked.id];
  return (
    <>
      <p class="case__icon">
        <Icon name={icons[asked.id]} />
      </p>
      <Title>{name}</Title>
      <Says says={says} />
      <section class="stack">
        <h2>{helpPanel.asked.next}</h2>
        <NextStep to={asked.next} />
      </section>
      <p class="note note--sand">
        <Icon name="hand-heart" />
        <span>{helpPanel.noFault}</span>
      </p>
    </>
  );
}

function NextStep({ to }: { readonly to: AskedCase['next'] }) {
  const { helpPanel } = useSpeech().words;
  const { steps, places } = helpPanel;
  const { region } = usePanel();
  const rows: Partial<Record<HelpScreen, readonly [IconName, string]>> = {
    'step-evidence': ['list-checks', steps.all.evidence.title],
    'step-send-nothing': ['list-checks', steps.all['send-nothing'].title],
    'step-tell-one': ['hand-heart', steps.all['tell-one'].title],
    know: ['phone', helpPanel.callTitle],
    'line-known': ['phone', helpPanel.callTitle],
    now: ['heart-handshake', helpPanel.now.title],
    wrong: ['message-circle-question-mark', helpPanel.wrong.title],
    platforms: ['flag', places.platformsTitle],
    'service-privacy': ['flag', places.services.privacy.name],
  };
  const row = rows[to];
  // Elsewhere the lines do not depend on whether somebody is known.
  const at = to === 'line-known' && region === 'kurdistan' ? linesIn[region] : to;
  return row ? <LeadRow answer to={at} icon={row[0]} title={row[1]} /> : null;
}
