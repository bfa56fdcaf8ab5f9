import { cases } from './cases';
import {
  asayishErbil,
  asayishErbilWhatsapp,
  communityPolice,
  emergency,
  everyLine,
  type Hotline,
  nationalSecurity,
} from './hotlines';
import { lessons } from './lessons';
import { parentsPages } from './parents';
import { platforms } from './platforms';
import type { Region } from './posters';
import type { HelpScreen, LessonScreen, LineScreen, ParentsScreen, StepScreen } from './screen';
import { services } from './services';
import { steps } from './steps';

/** A screen's place among the others. */
interface Place {
  /** Where Back leads for whoever did not come from elsewhere; null from the first. */
  readonly back: HelpScreen | null;
  /** Where its controls lead, in their order, but for Back and the exit. */
  readonly leads: readonly HelpScreen[];
}

/** Which lines a screen shows; the emergency line stands beside each. */
export const linesOf: Readonly<Record<LineScreen, readonly Hotline[]>> = {
  'line-known': [communityPolice, emergency],
  'line-unknown': [nationalSecurity, emergency],
  'line-both': [communityPolice, nationalSecurity, emergency],
  'line-kurdistan': [asayishErbil, asayishErbilWhatsapp, emergency],
};

export function isLineScreen(screen: HelpScreen): screen is LineScreen {
  return Object.hasOwn(linesOf, screen);
}

/** Of whoever looks at these lines. */
export function regionOf(screen: LineScreen): Region {
  return screen === 'line-kurdistan' ? 'kurdistan' : 'federal';
}

/** All lines of a region. */
export const linesIn: Readonly<Record<Region, LineScreen>> = {
  federal: 'line-both',
  kurdistan: 'line-kurdistan',
};

const stepScreens = steps.map(({ id }) => `step-${id}` as const);

/** The first of the steps. */
export const firstStep: StepScreen = 'step-no-pay';

/** The screen of the step before (-1) or after (1) one; null where there is none. */
export function stepBeside(screen: StepScreen, by: -1 | 1): StepScreen | null {
  const at = stepScreens.indexOf(screen) + by;
  return stepScreens[at] ?? null;
}

const lessonScreens = lessons.map(({ id }) => `lesson-${id}` as const);

/** The screen of the lesson before (-1) or after (1) one; null where there is none. */
export function lessonBeside(screen: LessonScreen, by: -1 | 1): LessonScreen | null {
  return lessonScreens[lessonScreens.indexOf(screen) + by] ?? null;
}

const parentsScreens = parentsPages.map(({ id }) => `parents-${id}` as const);

/** The screen of the page for parents that comes next; null after the last. */
export function parentsAfter(screen: ParentsScreen): ParentsScreen | null {
  return parentsScreens[parentsScreens.indexOf(screen) + 1] ?? null;
}

/** What a step offers beside the next one. */
const stepLeads: Partial<Readonly<Record<StepScreen, readonly HelpScreen[]>>> = {
  'step-report': ['know', 'sheet', 'law'],
  'step-in-app': ['platforms'],
  'step-take-down': services.map(({ id }) => `service-${id}` as const),
  'step-rescuers': ['know', 'asked', 'sheet'],
};

export function leadsOfStep(screen: StepScreen): readonly HelpScreen[] {
  return stepLeads[screen] ?? [];
}

/** Of what is told beside the second door, only what speaks of a threat leads over to the first. */
const parentsLeads: Partial<Readonly<Record<ParentsScreen, readonly HelpScreen[]>>> = {
  'parents-say-first': ['know'],
  'parents-signs': ['now'],
  'parents-together': ['lessons'],
};

export function leadsOfParents(screen: ParentsScreen): readonly HelpScreen[] {
  return parentsLeads[screen] ?? [];
}

/** The places of screens that differ in one thing alone, such as which line. */
function family<Prefix extends string, Id extends string>(
  prefix: Prefix,
  members: readonly { readonly id: Id }[],
  placeOf: (id: Id) => Place,
): Readonly<Record<`${Prefix}-${Id}`, Place>> {
  return Object.fromEntries(members.map(({ id }) => [`${prefix}-${id}`, placeOf(id)])) as Record<
    `${Prefix}-${Id}`,
    Place
  >;
}

const linesLead = (screen: LineScreen): readonly HelpScreen[] => [
  ...linesOf[screen].map(({ id }) => `large-${id}` as const),
  screen === 'line-kurdistan' ? 'line-both' : 'line-kurdistan',
  'wrong',
  firstStep,
];

/** Every screen: where it lies, and where it leads. */
const places: Readonly<Record<HelpScreen, Place>> = {
  first: { back: null, leads: ['know', 'safer', 'now', 'limits'] },
  now: { back: 'first', leads: ['know', firstStep, 'asked'] },
  know: {
    back: 'first',
    leads: [
      'now',
      'line-known',
      'line-unknown',
      'line-both',
      'line-kurdistan',
      firstStep,
      'asked',
      'sheet',
      'law',
    ],
  },
  'line-known': { back: 'know', leads: linesLead('line-known') },
  'line-unknown': { back: 'know', leads: linesLead('line-unknown') },
  'line-both': { back: 'know', leads: linesLead('line-both') },
  'line-kurdistan': { back: 'know', leads: linesLead('line-kurdistan') },
  ...family('large', everyLine, (id) => ({
    back: id.startsWith('asayish') ? 'line-kurdistan' : 'line-both',
    leads: [],
  })),
  wrong: { back: 'line-both', leads: ['line-both', 'people', 'step-tell-one'] },
  people: { back: 'wrong', leads: ['line-both', 'sheet'] },
  law: { back: 'know', leads: ['know', 'step-evidence'] },
  ...family('step', steps, (id) => ({
    back: 'know',
    leads: [...leadsOfStep(`step-${id}`), stepBeside(`step-${id}`, -1), stepBeside(`step-${id}`, 1)].filter(
      (screen) => screen !== null,
    ),
  })),
  asked: { back: 'know', leads: [...cases.map(({ id }) => `case-${id}` as const), 'know'] },
  ...family('case', cases, (id) => ({
    back: 'asked',
    leads: cases.filter((one) => one.id === id).map(({ next }) => next),
  })),
  platforms: { back: 'step-in-app', leads: platforms.map(({ id }) => `platform-${id}` as const) },
  ...family('platform', platforms, () => ({ back: 'platforms', leads: ['step-evidence', 'step-take-down'] })),
  ...family('service', services, (id) => ({
    back: 'step-take-down',
    leads: id === 'privacy' ? ['platforms'] : ['step-accounts'],
  })),
  sheet: { back: 'know', leads: ['sheet-filled', 'know'] },
  'sheet-filled': { back: 'sheet', leads: ['know'] },
  safer: { back: 'first', leads: ['lessons', 'parents', 'workshop', 'receivers', 'limits'] },
  limits: { back: 'first', leads: [] },
  lessons: { back: 'safer', leads: lessonScreens },
  ...family('lesson', lessons, (id) => ({
    back: 'lessons',
    leads: [
      ...(lessons.some((lesson) => lesson.id === id && lesson.threat) ? (['know', 'now'] as const) : []),
      lessonBeside(`lesson-${id}`, -1),
      lessonBeside(`lesson-${id}`, 1),
    ].filter((screen) => screen !== null),
  })),
  parents: { back: 'safer', leads: parentsScreens },
  ...family('parents', parentsPages, (id) => ({
    back: 'parents',
    leads: [...leadsOfParents(`parents-${id}`), parentsAfter(`parents-${id}`)].filter(
      (screen) => screen !== null,
    ),
  })),
  receivers: { back: 'safer', leads: ['sheet', 'know'] },
  workshop: { back: 'safer', leads: ['lessons', 'outline', 'poster', 'receivers'] },
  outline: { back: 'workshop', leads: [] },
  poster: { back: 'workshop', leads: [] },
};

/** Every screen there is. */
export const allScreens = Object.keys(places) as readonly HelpScreen[];

/** Where a screen's controls lead, but for Back and the exit. */
export function leadsFrom(screen: HelpScreen): readonly HelpScreen[] {
  return places[screen].leads;
}

/** Where Back leads from each screen for whoever did not come from elsewhere; null from the first. */
export const backFrom = Object.fromEntries(
  allScreens.map((screen) => [screen, places[screen].back]),
) as Readonly<Record<HelpScreen, HelpScreen | null>>;
