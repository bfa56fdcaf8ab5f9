import type { Address } from '../../utils/i18n/languages';
import type { SettingsChange } from '../../utils/settings/storage';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { LanguageChoice } from '../ui/language-choice';
import { FixedNote, Way } from './setting-parts';

const addresses: readonly Address[] = ['neutral', 'feminine'];

/** The language, and how it speaks to the reader where its grammar makes a difference. */
export function LanguageSection({ onChange }: { readonly onChange: (change: SettingsChange) => void }) {
  const { words, hasAddress } = useSpeech();
  const { settings } = useKept();
  const { address } = words.settings;
  return (
    <section class="group" aria-labelledby="settings-language">
      <h2 id="settings-language">{words.settings.language}</h2>
      <LanguageChoice onLanguage={(language) => onChange({ language })} />
      <FixedNote setting="language" />
      {hasAddress && (
        <div role="radiogroup" aria-labelledby="settings-address" aria-describedby="settings-address-hint">
          <h3 id="settings-address">{address.title}</h3>
          {addresses.map((choice) => (
            <Way
              key={choice}
              setting="address"
              value={choice}
              label={address[choice]}
              on={settings.address === choice}
              onChoose={() => onChange({ address: choice })}
            />
          ))}
          <p class="small muted" id="settings-address-hint">
            {address.hint}
          </p>
        </div>
      )}
    </section>
  );
}
