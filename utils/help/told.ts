import { cases } from './cases';
import { type Fact, gathered } from './fact';
import { everyLine, securityApp } from './hotlines';
import { laws } from './laws';
import { lessons } from './lessons';
import { parentsPages } from './parents';
import { platforms } from './platforms';
import { receiving } from './receivers';
import { services } from './services';
import { steps } from './steps';

/** Texts of the catalogue that tell a fact. */
export interface Told {
  /** Of the texts in the catalogue, as in `helpPanel.places.laws.kurdistan`. */
  readonly path: string;
  readonly fact: Fact;
}

const underPath =
  (prefix: string, rest = '') =>
  (fact: Fact & { readonly id: string }): Told => ({ path: `${prefix}.${fact.id}${rest}`, fact });

const checked = gathered;
const guides: Fact = { source: 'guides', checked, confidence: 'high' };
const brief: Fact = { source: 'brief', checked, confidence: 'high' };

/** What is told on screens that have no data of their own. */
const between: readonly Told[] = [
  { path: 'helpPanel.noFault', fact: { source: 'law', checked, confidence: 'high' } },
  // That the lines were merged is sure; that the former number is off is not.
  { path: 'helpPanel.mergedWhy', fact: { source: 'ministry', checked, confidence: 'medium' } },
  { path: 'helpPanel.families', fact: { source: 'families', checked, confidence: 'medium' } },
  { path: 'helpPanel.kurdistan.emergency', fact: { source: 'judgement', checked, confidence: 'medium' } },
  { path: 'helpPanel.wrong.what', fact: brief },
  { path: 'helpPanel.wrong.ways.1', fact: { source: 'schools', checked, confidence: 'medium' } },
  { path: 'helpPanel.wrong.ways.2', fact: { source: 'brief', checked, confidence: 'medium' } },
  { path: 'helpPanel.wrong.ways.3', fact: brief },
  { path: 'helpPanel.people.says', fact: brief },
  { path: 'helpPanel.now', fact: guides },
  { path: 'helpPanel.steps.evidence', fact: guides },
  { path: 'helpPanel.steps.accounts', fact: guides },
  { path: 'helpPanel.safer.habits', fact: guides },
  { path: 'helpPanel.sheet.paperCaution', fact: guides },
];

/** Every fact that is told, and where its words are. */
export const told: readonly Told[] = [
  ...everyLine.map(underPath('helpPanel.about')),
  { path: 'helpPanel.app', fact: securityApp },
  ...laws.map(underPath('helpPanel.places.laws')),
  ...platforms.map(underPath('helpPanel.places.platforms', '.says')),
  ...services.map(underPath('helpPanel.places.services', '.says')),
  ...steps.map(underPath('helpPanel.steps.all', '.says')),
  ...cases.map(underPath('helpPanel.asked.cases', '.says')),
  ...lessons.map(underPath('helpPanel.lessons.all', '.says')),
  ...lessons.flatMap(({ id, maybe }) =>
    maybe ? [{ path: `helpPanel.lessons.all.${id}.maybe`, fact: maybe }] : [],
  ),
  ...parentsPages.flatMap(({ id, fact }) =>
    fact ? [{ path: `helpPanel.parents.all.${id}.says`, fact }] : [],
  ),
  { path: 'helpPanel.receivers.do', fact: receiving },
  { path: 'helpPanel.receivers.say', fact: receiving },
  ...between,
];
