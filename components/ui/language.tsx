import { type ComponentChildren, createContext, Fragment } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { readableDate } from '../../utils/i18n/dates';
import { fill } from '../../utils/i18n/fill';
import { type Address, type Language, languages } from '../../utils/i18n/languages';
import { localDigits, localNumber } from '../../utils/i18n/numbers';
import { type Forms, formFor } from '../../utils/i18n/plural';
import { readableSize } from '../../utils/i18n/sizes';
import { hasAddress, type Words, wordsOf } from '../../utils/i18n/words';

/** Everything a component needs to speak. */
export interface Speech {
  readonly language: Language;
  readonly dir: 'rtl' | 'ltr';
  readonly words: Words;
  /** Whether the language has forms of address to choose from. */
  readonly hasAddress: boolean;
  /** A number in the language's digits. */
  number(value: number): string;
  /** Digits of a text in the language's own; never for telephone numbers. */
  digits(text: string): string;
  /** The form that goes with a count, the count in its `{n}`. */
  count(forms: Forms, value: number): string;
  date(text: string): string;
  /** The length of a file, in bytes, as people say it. */
  size(bytes: number): string;
  /** A text with elements in its slots. */
  filled(text: string, slots: Readonly<Record<string, ComponentChildren>>): ComponentChildren;
}

function speechIn(language: Language, address: Address = 'neutral', discreet = false): Speech {
  const said = wordsOf(language, address);
  const words = discreet ? { ...said, name: said.discreetName } : said;
  const number = (value: number) => localNumber(value, language);
  return {
    language,
    dir: languages[language].dir,
    words,
    hasAddress: hasAddress(language),
    number,
    digits: (text) => localDigits(text, language),
    count: (forms, value) => fill(formFor(forms, value, language), { n: number(value) }).join(''),
    date: (text) => readableDate(text, language),
    size: (bytes) => {
      const { unit, amount } = readableSize(bytes, language);
      return fill(words.sizes[unit], { n: amount }).join('');
    },
    filled: (text, slots) =>
      fill<ComponentChildren>(text, slots).map((part, index) => <Fragment key={index}>{part}</Fragment>),
  };
}

const SpeechContext = createContext<Speech>(speechIn('ar'));

export function LanguageProvider(props: {
  readonly language: Language;
  readonly address?: Address;
  /** Safi goes by its discreet name. */
  readonly discreet?: boolean;
  readonly children: ComponentChildren;
}) {
  const { language, address, discreet } = props;
  const speech = useMemo(() => speechIn(language, address, discreet), [language, address, discreet]);
  return <SpeechContext.Provider value={speech}>{props.children}</SpeechContext.Provider>;
}

export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** A name from elsewhere, in quotation marks, isolated so that its direction disturbs nothing. */
export function Quoted({ name }: { readonly name: string }) {
  const { open, close } = useSpeech().words.quotes;
  return (
    <bdi>
      {open}
      {name}
      {close}
    </bdi>
  );
}

/** A telephone number: Western digits, left to right, in every language. */
export function PhoneNumber({ number }: { readonly number: string }) {
  return (
    <bdi dir="ltr" class="ltr">
      {number}
    </bdi>
  );
}
