import { allAsks } from '../../utils/settings/schema';
import type { SettingsChange } from '../../utils/settings/storage';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { FixedNote, Switch, useFixed, Way } from './setting-parts';

/** When a card comes, and what it offers first. */
export function AsksSection({ onChange }: { readonly onChange: (change: SettingsChange) => void }) {
  const words = useSpeech().words.settings;
  const { settings } = useKept();
  const fixed = useFixed('asks');
  const hints = { faces: words.asks.facesHint, uncleaned: words.asks.uncleanedHint, always: undefined };
  return (
    <section class="group" aria-labelledby="settings-asks">
      <h2 id="settings-asks">{words.asks.title}</h2>
      <div role="radiogroup" aria-labelledby="settings-asks">
        {allAsks.map((choice) => (
          <Way
            key={choice}
            setting="asks"
            value={choice}
            label={words.asks[choice]}
            hint={hints[choice]}
            on={settings.asks === choice}
            fixed={fixed}
            onChoose={() => onChange({ asks: choice })}
          />
        ))}
      </div>
      <FixedNote setting="asks" />
      <div class="ruled">
        <Switch
          setting="coverFaces"
          label={words.coverFaces}
          hint={words.coverFacesHint}
          on={settings.coverFaces}
          onSwitch={(coverFaces) => onChange({ coverFaces })}
        />
      </div>
    </section>
  );
}
