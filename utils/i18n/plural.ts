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

type Category = keyof Forms;

/** CLDR's rules for whole numbers. Written out, since browsers do not bring the ones for Sorani. */
const rules: Readonly<Record<Language, (count: number) => Category>> = {
  ar: (count) => {
    if (count === 0) return 'zero';
    if (count === 1) return 'one';
    if (count === 2) return 'two';
    const hundredth = count % 100;
    if (hundredth >= 3 && hundredth <= 10) return 'few';
    return hundredth >= 11 ? 'many' : 'other';
  },
  ckb: (count) => (count === 1 ? 'one' : 'other'),
  en: (count) => (count === 1 ? 'one' : 'other'),
};

/** The form that goes with a count. */
export function formFor(forms: Forms, count: number, language: Language): string {
  return forms[rules[language](count)] ?? forms.other;
}
