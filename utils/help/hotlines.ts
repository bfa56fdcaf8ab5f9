import type { Words } from '../i18n/words';
import { type Fact, gathered } from './fact';

export type LineId = keyof Words['helpPanel']['lines'];

/** A telephone line, as data: a number without source and date must not be shown. */
export interface Hotline extends Fact {
  readonly id: LineId;
  /** Western digits, as keypads show them. */
  readonly number: string;
  readonly by: 'telephone' | 'whatsapp';
  /** Nobody has dialled the number from inside Iraq for this project yet. */
  readonly dialled: boolean;
}

/** That it is theirs is sure for the years 2020 to 2023; whether anybody answers since the merger is not. */
export const communityPolice: Hotline = {
  id: 'community-police',
  number: '497',
  by: 'telephone',
  source: 'brief',
  checked: gathered,
  confidence: 'medium',
  dialled: false,
};

export const nationalSecurity: Hotline = {
  id: 'national-security',
  number: '131',
  by: 'telephone',
  source: 'press',
  checked: gathered,
  confidence: 'high',
  dialled: false,
};

export const emergency: Hotline = {
  id: 'emergency',
  number: '911',
  by: 'telephone',
  source: 'ministry',
  checked: gathered,
  confidence: 'high',
  dialled: false,
};

export const asayishErbil: Hotline = {
  id: 'asayish-erbil',
  number: '066106',
  by: 'telephone',
  source: 'asayish',
  checked: gathered,
  confidence: 'high',
  dialled: false,
};

export const asayishErbilWhatsapp: Hotline = {
  id: 'asayish-erbil-whatsapp',
  number: '0750 252 2728',
  by: 'whatsapp',
  source: 'asayish',
  checked: gathered,
  confidence: 'high',
  dialled: false,
};

/** The lines of federal Iraq. */
export const hotlines: readonly Hotline[] = [communityPolice, nationalSecurity, emergency];

/** The lines of the Kurdistan Region, all of them in Erbil. */
export const kurdistanLines: readonly Hotline[] = [asayishErbil, asayishErbilWhatsapp];

/** Every line that is shown. */
export const everyLine: readonly Hotline[] = [...hotlines, ...kurdistanLines];

/** The application of the National Security Service. */
export const securityApp: Fact = { source: 'app', checked: gathered, confidence: 'high' };
