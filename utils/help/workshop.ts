import type { Words } from '../i18n/words';

export type WorkshopPartId = keyof Words['helpPanel']['workshop']['outline']['parts'];

export interface WorkshopPart {
  readonly id: WorkshopPartId;
  readonly minutes: number;
}

/** An hour, half of it in hands and mouths of those who came. */
export const workshopParts: readonly WorkshopPart[] = [
  { id: 'welcome', minutes: 5 },
  { id: 'group', minutes: 10 },
  { id: 'round', minutes: 20 },
  { id: 'threat', minutes: 10 },
  { id: 'words', minutes: 10 },
  { id: 'close', minutes: 5 },
];
