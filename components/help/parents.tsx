import { type ParentsId, type ParentsPage, parentsPages } from '../../utils/help/parents';
import type { HelpScreen } from '../../utils/help/screen';
import { leadsOfParents, parentsAfter } from '../../utils/help/screens';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Beside } from './beside';
import { usePanel } from './panel-context';
import { ParentsPaper } from './papers/parents';
import { PrintButton } from './papers/print-button';
import { PrintRegion } from './papers/print-region';
import { LeadRow, Points, Says, SourceOf, Title } from './parts';

const icons: Readonly<Record<ParentsId, IconName>> = {
  'say-first': 'hand-heart',
  never: 'message-circle-off',
  signs: 'eye',
  agreements: 'clock',
  together: 'users-round',
  promise: 'info',
};

/** What parents may want to know, by name, and all of it to print. */
export function Parents() {
  const { parents } = useSpeech().words.helpPanel;
  const { region } = usePanel();
  return (
    <>
      <Title>{parents.title}</Title>
      <p class="muted">{parents.hint}</p>
      <div class="list-card">
        {parentsPages.map(({ id }) => (
          <LeadRow key={id} to={`parents-${id}`} icon={icons[id]} title={parents.all[id].title} />
        ))}
      </div>
      <div class="stack">
        <PrintRegion />
        <PrintButton name="parents" label={parents.print} paper={<ParentsPaper region={region} />} />
      </div>
    </>
  );
}

/** One of them: sentences to say aloud, points, and what stands behind them. */
export function ParentsView({ page }: { readonly page: ParentsPage }) {
  const { words, digits } = useSpeech();
  const { helpPanel } = words;
  const { title, says, aloud, list } = helpPanel.parents.all[page.id];
  const screen = `parents-${page.id}` as const;
  const after = parentsAfter(screen);
  const next = parentsPages[parentsPages.indexOf(page) + 1];
  return (
    <>
      <p class="case__icon">
        <Icon name={icons[page.id]} />
      </p>
      <Title>{title}</Title>
      {aloud.length > 0 && (
        <ul class="say">
          {aloud.map((sentence) => (
            <li key={sentence}>{digits(sentence)}</li>
          ))}
        </ul>
      )}
      {list.length > 0 && <Points items={list} />}
      <Says says={says} />
      {leadsOfParents(screen).map((to) => (
        <ParentsLead key={to} to={to} />
      ))}
      <Beside
        before={null}
        previous=""
        after={after}
        next={helpPanel.steps.next}
        title={next ? helpPanel.parents.all[next.id].title : ''}
      />
      {page.fact && <SourceOf fact={page.fact} />}
    </>
  );
}

function ParentsLead({ to }: { readonly to: HelpScreen }) {
  const { helpPanel } = useSpeech().words;
  const rows: Partial<Record<HelpScreen, readonly [IconName, string]>> = {
    know: ['phone', helpPanel.callTitle],
    now: ['heart-handshake', helpPanel.now.row],
    lessons: ['school', helpPanel.lessons.row],
  };
  const row = rows[to];
  return row ? <LeadRow to={to} icon={row[0]} title={row[1]} /> : null;
}
