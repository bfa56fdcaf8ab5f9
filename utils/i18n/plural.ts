import { grammarOf } from './grammar';
import type { Language } from './languages';

/** Forms of number, by CLDR's names; those that a language does not have are absent. */
export interface Forms {
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

export type Category = keyof Forms;

/** The form that goes with a count. */
export function formFor(forms: Forms, count: number, language: Language): string {
  return forms[grammarOf(language).formOf(count)] ?? forms.other;
}
