import type { ComponentType } from 'preact';
import { cases } from '../../utils/help/cases';
import { everyLine } from '../../utils/help/hotlines';
import { lessons } from '../../utils/help/lessons';
import { parentsPages } from '../../utils/help/parents';
import { platforms } from '../../utils/help/platforms';
import type { HelpScreen, PlainScreen } from '../../utils/help/screen';
import { isLineScreen } from '../../utils/help/screens';
import { services } from '../../utils/help/services';
import { steps } from '../../utils/help/steps';
import { Asked, CaseView } from './asked';
import { First } from './first';
import { Know } from './know';
import { LargeNumber } from './large-number';
import { LawScreen } from './law';
import { Lessons, LessonView } from './lessons';
import { Limits } from './limits';
import { Lines } from './lines';
import { Now } from './now';
import { Parents, ParentsView } from './parents';
import { People } from './people';
import { Platforms, PlatformView } from './platforms';
import { Receivers } from './receivers';
import { Safer } from './safer';
import { ServiceView } from './service';
import { FilledSheet, Sheet } from './sheet';
import { StepView } from './step';
import { Outline, Poster, Workshop } from './workshop';
import { Wrong } from './wrong';

const plainViews: Readonly<Record<PlainScreen, ComponentType>> = {
  first: First,
  now: Now,
  know: Know,
  wrong: Wrong,
  people: People,
  law: LawScreen,
  asked: Asked,
  platforms: Platforms,
  sheet: Sheet,
  'sheet-filled': FilledSheet,
  safer: Safer,
  limits: Limits,
  lessons: Lessons,
  parents: Parents,
  receivers: Receivers,
  workshop: Workshop,
  outline: Outline,
  poster: Poster,
};

function isPlain(screen: HelpScreen): screen is PlainScreen {
  return Object.hasOwn(plainViews, screen);
}

/** What a screen shows; the panel around it is always the same. */
export function ScreenView({ screen }: { readonly screen: HelpScreen }) {
  if (isPlain(screen)) {
    const View = plainViews[screen];
    return <View />;
  }
  if (isLineScreen(screen)) return <Lines screen={screen} />;
  const step = steps.find(({ id }) => screen === `step-${id}`);
  if (step) return <StepView step={step} />;
  const asked = cases.find(({ id }) => screen === `case-${id}`);
  if (asked) return <CaseView asked={asked} />;
  const platform = platforms.find(({ id }) => screen === `platform-${id}`);
  if (platform) return <PlatformView platform={platform} />;
  const service = services.find(({ id }) => screen === `service-${id}`);
  if (service) return <ServiceView service={service} />;
  const lesson = lessons.find(({ id }) => screen === `lesson-${id}`);
  if (lesson) return <LessonView lesson={lesson} />;
  const page = parentsPages.find(({ id }) => screen === `parents-${id}`);
  if (page) return <ParentsView page={page} />;
  const line = everyLine.find(({ id }) => screen === `large-${id}`);
  return line ? <LargeNumber line={line} /> : null;
}
