import type { SettingsChange } from '../../utils/settings/storage';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { Switch } from './setting-parts';

/** What somebody who looks over a shoulder gets to see. */
export function QuietSection({ onChange }: { readonly onChange: (change: SettingsChange) => void }) {
  const { words, filled } = useSpeech();
  const { quiet, blurPreviews, blurPreviewsHint, discreetName, discreetNameHint } = words.settings;
  const { settings } = useKept();
  return (
    <section class="group" aria-labelledby="settings-quiet">
      <h2 id="settings-quiet">{quiet}</h2>
      <div class="ruled">
        <Switch
          setting="blurPreviews"
          label={blurPreviews}
          hint={blurPreviewsHint}
          on={settings.blurPreviews}
          onSwitch={(on) => onChange({ blurPreviews: on })}
        />
        <Switch
          setting="discreetName"
          label={discreetName}
          hint={filled(discreetNameHint, { name: words.discreetName })}
          on={settings.discreetName}
          onSwitch={(on) => onChange({ discreetName: on })}
        />
      </div>
    </section>
  );
}
