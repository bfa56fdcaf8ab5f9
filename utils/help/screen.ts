import type { CaseId } from './cases';
import type { LineId } from './hotlines';
import type { LessonId } from './lessons';
import type { ParentsId } from './parents';
import type { PlatformId } from './platforms';
import type { ServiceId } from './services';
import type { StepId } from './steps';

/** Screens of which there is one each. */
export type PlainScreen =
  | 'first'
  | 'now'
  | 'know'
  | 'wrong'
  | 'people'
  | 'law'
  | 'asked'
  | 'platforms'
  | 'sheet'
  | 'sheet-filled'
  | 'safer'
  | 'limits'
  | 'lessons'
  | 'parents'
  | 'receivers'
  | 'workshop'
  | 'outline'
  | 'poster';

/** A screen with numbers to call. */
export type LineScreen = 'line-known' | 'line-unknown' | 'line-both' | 'line-kurdistan';

export type StepScreen = `step-${StepId}`;
export type ServiceScreen = `service-${ServiceId}`;
export type LessonScreen = `lesson-${LessonId}`;
export type ParentsScreen = `parents-${ParentsId}`;

/** The help panel's screens; controls that lead to one carry its id in `data-go`. */
export type HelpScreen =
  | PlainScreen
  | LineScreen
  | StepScreen
  | ServiceScreen
  | LessonScreen
  | ParentsScreen
  | `large-${LineId}`
  | `case-${CaseId}`
  | `platform-${PlatformId}`;
