import type { Words } from '../i18n/words';

export type SheetField = keyof Words['helpPanel']['sheet']['fields'];

/** A field of the report sheet. */
export interface Field {
  readonly id: SheetField;
  /** Lines to write on, on paper. */
  readonly lines: number;
}

/** In the order in which a desk asks. */
export const sheetFields: readonly Field[] = [
  { id: 'who', lines: 3 },
  { id: 'where', lines: 2 },
  { id: 'when', lines: 2 },
  { id: 'what', lines: 7 },
  { id: 'demanded', lines: 3 },
  { id: 'links', lines: 4 },
  { id: 'payments', lines: 3 },
  { id: 'witnesses', lines: 2 },
  { id: 'reports', lines: 3 },
  { id: 'contact', lines: 2 },
];

/** What was filled in; it lives in the panel's memory and nowhere else. */
export type SheetAnswers = Partial<Readonly<Record<SheetField, string>>>;
