import type { Language } from './languages';
import { partAt } from './parts';

/** The dozen words that share-guard says by itself, when there is no guard frame to say them. */
export interface BareWords {
  readonly interrupted: string;
  readonly changed: string;
  readonly updated: string;
  /** Under `interrupted` and `updated`. */
  readonly notSent: string;
  readonly retry: string;
  readonly notNow: string;
  readonly sendOriginal: string;
  readonly close: string;
}

const parts = import.meta.glob<BareWords>('./catalogue/*/bare.ts', { eager: true, import: 'bareWords' });

export function bareWordsOf(language: Language): BareWords {
  return partAt(parts, `./catalogue/${language}/bare.ts`);
}
