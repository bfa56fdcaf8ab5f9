import { type Language, languages } from '../../utils/i18n/languages';
import { useKept } from './kept-context';
import { useSpeech } from './language';

/** Every language Safi speaks, each by its own name in its own script; not to be chosen where an organisation has. */
export function LanguageChoice({ onLanguage }: { readonly onLanguage: (language: Language) => void }) {
  const { words, language } = useSpeech();
  const fixed = useKept().policy?.fixed.language !== undefined;
  return (
    <div class="seg" role="radiogroup" aria-label={words.popup.language}>
      {(Object.keys(languages) as Language[]).map((choice) => (
        <label key={choice} lang={choice} dir={languages[choice].dir} data-lang={choice}>
          <input
            type="radio"
            name="language"
            checked={choice === language}
            disabled={fixed}
            onChange={() => onLanguage(choice)}
          />
          {languages[choice].name}
        </label>
      ))}
    </div>
  );
}
