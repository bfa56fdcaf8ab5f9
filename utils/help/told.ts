import { cases } from './cases';
import type { Fact } from './fact';
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
];
