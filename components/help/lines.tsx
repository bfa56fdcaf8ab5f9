import {
  communityPolice,
  emergency,
  type Hotline,
  nationalSecurity,
  securityApp,
} from '../../utils/help/hotlines';
import { regions } from '../../utils/help/posters';
import type { LineScreen } from '../../utils/help/screen';
import { firstStep, linesIn, linesOf, regionOf } from '../../utils/help/screens';
import { useKept } from '../ui/kept-context';
import { PhoneNumber, useSpeech } from '../ui/language';
import { setBy } from '../ui/organisation';
import { ContactsRow } from './contacts';
import { LineCard } from './line-card';
import { type OwnLine, useOwnLines } from './own-lines';
import { usePanel } from './panel-context';
import { LeadRow, Says, SourceOf, Title } from './parts';

/** The lines of one answer, the emergency line beside them, and what to ask before giving a name. */
export function Lines({ screen }: { readonly screen: LineScreen }) {
  const { helpPanel } = useSpeech().words;
  const lines = useOwnLines(linesOf[screen]);
  const isLong = lines.some(({ number }) => number.length > 3);
  return (
    <>
      <Title>{helpPanel.callTitle}</Title>
      <div
        class={['lines', lines.length > 2 && 'lines--rows', isLong && 'lines--long']
          .filter(Boolean)
          .join(' ')}
      >
        {lines.map((line) => (
          <LineCard key={line.id} line={line} />
        ))}
      </div>
      <Reasons screen={screen} lines={lines} />
      <Region screen={screen} />
      <section class="stack">
        <h2>{helpPanel.askTitle}</h2>
        <ul class="say">
          {helpPanel.ask.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
        <p class="small muted">{helpPanel.endCall}</p>
      </section>
      <div class="rows">
        <ContactsRow />
        <LeadRow to="wrong" icon="message-circle-question-mark" title={helpPanel.wrong.row} />
        <LeadRow to={firstStep} icon="list-checks" title={helpPanel.next} hint={helpPanel.stepsHint} />
      </div>
      <About lines={linesOf[screen]} />
      {lines.some(({ id }) => id === nationalSecurity.id) && (
        <section class="stack sources">
          <Says says={helpPanel.app} />
          <SourceOf fact={securityApp} />
        </section>
      )}
    </>
  );
}

/** Why the emergency line stands beside the other. */
function Reasons({ screen, lines }: { readonly screen: LineScreen; readonly lines: readonly OwnLine[] }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const police = lines.find(({ id }) => id === communityPolice.id);
  const security = lines.find(({ id }) => id === nationalSecurity.id);
  const withNumbers = (text: string, line: string) =>
    filled(text, {
      year: number(2025),
      number: <PhoneNumber number={line} />,
      emergency: <PhoneNumber number={emergency.number} />,
    });
  return (
    <>
      {police && (
        <p class="reason">
          {withNumbers(police.replaced ? helpPanel.separateWhy : helpPanel.mergedWhy, police.number)}{' '}
          {helpPanel.families}
        </p>
      )}
      {screen === 'line-unknown' && security && (
        <p class="reason">{withNumbers(helpPanel.separateWhy, security.number)}</p>
      )}
      {screen === 'line-kurdistan' && (
        <p class="reason">
          {withNumbers(helpPanel.kurdistan.emergency, emergency.number)} {helpPanel.kurdistan.elsewhere}
        </p>
      )}
    </>
  );
}

/** Federal Iraq or the Kurdistan Region, which has lines of its own. */
function Region({ screen }: { readonly screen: LineScreen }) {
  const { region } = useSpeech().words.helpPanel;
  const { go } = usePanel();
  const here = regionOf(screen);
  return (
    <nav class="region" aria-label={region.label}>
      {regions.map((choice) =>
        choice === here ? (
          <strong key={choice} class="region__here" aria-current="true">
            {region[choice]}
          </strong>
        ) : (
          <button
            key={choice}
            type="button"
            class="btn btn--small"
            data-go={linesIn[choice]}
            onClick={() => go(linesIn[choice])}
          >
            {region[choice]}
          </button>
        ),
      )}
    </nav>
  );
}

/** What each line is, where its number comes from, and when that was last looked at. */
export function About({ lines }: { readonly lines: readonly Hotline[] }) {
  const speech = useSpeech();
  const { words, digits } = speech;
  const { policy } = useKept();
  const own = useOwnLines(lines);
  return (
    <section class="stack">
      <h2>{words.helpPanel.aboutTitle}</h2>
      <ul class="sources">
        {own.map((line) => (
          <li key={line.id} data-source={line.id}>
            <p>
              <strong>
                <PhoneNumber number={line.number} />
              </strong>{' '}
              {line.replaced
                ? words.helpPanel.lines[line.id].name
                : digits(words.helpPanel.about[line.id].join(' '))}
            </p>
            {line.replaced && policy ? (
              <p class="small muted">{setBy(policy, speech)}</p>
            ) : (
              <SourceOf fact={line} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
