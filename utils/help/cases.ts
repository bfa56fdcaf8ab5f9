import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';
import type { PlainScreen, ServiceScreen, StepScreen } from './screen';

export type CaseId = keyof Words['helpPanel']['asked']['cases'];

/** Something that is asked under a threat; those of the brief, which were seen in South Mosul. */
export interface AskedCase extends Fact {
  readonly id: CaseId;
  /** The one step that comes next. */
  readonly next: PlainScreen | StepScreen | ServiceScreen | 'line-known';
}

const guides = { source: 'guides', checked: gathered, confidence: 'high' } as const;
const brief = { source: 'brief', checked: gathered, confidence: 'high' } as const;

export const cases: readonly AskedCase[] = [
  { id: 'money', next: 'step-evidence', ...guides },
  { id: 'pictures', next: 'step-send-nothing', ...guides },
  { id: 'sex', next: 'know', ...brief },
  { id: 'meet', next: 'now', ...brief },
  { id: 'marry', next: 'step-tell-one', ...brief },
  { id: 'girl', next: 'know', ...brief },
  { id: 'carry', next: 'step-evidence', ...brief },
  { id: 'officer', next: 'wrong', ...brief },
  { id: 'paid', next: 'step-evidence', ...guides },
  { id: 'fake', next: 'platforms', ...guides },
  { id: 'hijab', next: 'service-privacy', ...guides },
  { id: 'classmate', next: 'line-known', ...brief },
];
