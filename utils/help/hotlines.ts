import type { Words } from '../i18n/words';

/** How sure a fact is: an official source, one decent source, or the organisation's brief alone. */
export type Confidence = 'official' | 'press' | 'brief';

/** A telephone line, as data: a number without source and date must not be shown. */
export interface Hotline {
  readonly id: keyof Words['helpPanel']['lines'];
  /** Western digits, as keypads show them. */
  readonly number: string;
  readonly source: keyof Words['sources'];
  /** The day the source was last looked at, YYYY-MM-DD. */
  readonly checked: string;
  readonly confidence: Confidence;
  /** Nobody has dialled the number from inside Iraq for this project yet. */
  readonly dialled: boolean;
}

export const communityPolice: Hotline = {
  id: 'community-police',
  number: '497',
  source: 'brief',
  checked: '2026-11-23',
  confidence: 'brief',
  dialled: false,
};

export const nationalSecurity: Hotline = {
  id: 'national-security',
  number: '131',
  source: 'press',
  checked: '2026-11-23',
  confidence: 'press',
  dialled: false,
};

export const emergency: Hotline = {
  id: 'emergency',
  number: '911',
  source: 'ministry',
  checked: '2026-11-23',
  confidence: 'official',
  dialled: false,
};

/** Every line that is shown. */
export const hotlines: readonly Hotline[] = [communityPolice, nationalSecurity, emergency];
