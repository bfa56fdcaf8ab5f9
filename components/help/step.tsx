import type { HelpScreen } from '../../utils/help/screen';
import { leadsOfStep, stepBeside } from '../../utils/help/screens';
import { type Step, steps } from '../../utils/help/steps';
import type { IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { Beside } from './beside';
import { Caution, Checklist, LeadRow, Says, SourceOf, Title } from './parts';

/** One step: what to do, what to tick, and the steps beside it. */
export function StepView({ step }: { readonly step: Step }) {
  const { words, filled, number } = useSpeech();
  const { helpPanel } = words;
  const at = steps.indexOf(step) + 1;
  const { title, says } = helpPanel.steps.all[step.id];
  const screen = `step-${step.id}` as const;
  const next = steps[at];
  return (
    <>
      <div class="progress">
        <div class="progress__bars" aria-hidden="true">
          {steps.map(({ id }, index) => (
            <i key={id} class={index + 1 < at ? 'is-done' : index + 1 === at ? 'is-now' : ''} />
          ))}
        </div>
        <p class="small muted">{filled(helpPanel.steps.of, { n: number(at), all: number(steps.length) })}</p>
      </div>
      <Title>{title}</Title>
      <Says says={says} />
      <StepMore step={step} />
      {leadsOfStep(screen).map((to) => (
        <StepLead key={to} to={to} />
      ))}
      {!stepBeside(screen, 1) && <p class="muted">{helpPanel.steps.last}</p>}
      <Beside
        before={stepBeside(screen, -1)}
        previous={helpPanel.steps.previous}
        after={stepBeside(screen, 1)}
        next={helpPanel.steps.next}
        title={next ? helpPanel.steps.all[next.id].title : ''}
      />
      <SourceOf fact={step} />
    </>
  );
}

/** What some steps have to tick off. */
function StepMore({ step }: { readonly step: Step }) {
  const speech = useSpeech();
  const { steps: words } = speech.words.helpPanel;
  if (step.id === 'accounts') return <Checklist items={words.accounts.list} />;
  if (step.id !== 'evidence') return null;
  return (
    <>
      <Caution>{speech.digits(words.evidence.caution)}</Caution>
      <Checklist items={words.evidence.list} />
      <Says says={words.evidence.care} />
    </>
  );
}

function StepLead({ to }: { readonly to: HelpScreen }) {
  const { helpPanel } = useSpeech().words;
  const { services } = helpPanel.places;
  const rows: Partial<Record<HelpScreen, readonly [IconName, string, string?]>> = {
    know: ['phone', helpPanel.callTitle],
    sheet: ['notebook-pen', helpPanel.sheet.row, helpPanel.sheet.rowHint],
    law: ['scale', helpPanel.places.lawRow],
    asked: ['message-circle-question-mark', helpPanel.asked.title],
    platforms: ['flag', helpPanel.places.choosePlatform],
    'service-take-it-down': ['image', services['take-it-down'].fits, services['take-it-down'].name],
    'service-stopncii': ['image', services.stopncii.fits, services.stopncii.name],
    'service-privacy': ['images', services.privacy.fits, services.privacy.name],
  };
  const row = rows[to];
  if (!row) return null;
  const [icon, title, hint] = row;
  return <LeadRow to={to} icon={icon} title={title} {...(hint === undefined ? {} : { hint })} />;
}
