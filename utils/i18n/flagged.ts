import type { Language } from './languages';

/** A term that a native reader must see before a release. */
export interface FlaggedTerm {
  readonly term: string;
  readonly english: string;
  /** There is a serious doubt about it: the term was found nowhere in use. */
  readonly serious: boolean;
}

const parts = import.meta.glob<readonly FlaggedTerm[]>('./catalogue/*/flagged.ts', {
  eager: true,
  import: 'flaggedTerms',
});

/** The terms in doubt; none where a language has no such file. */
export function flaggedTermsOf(language: Language): readonly FlaggedTerm[] {
  return parts[`./catalogue/${language}/flagged.ts`] ?? [];
}
