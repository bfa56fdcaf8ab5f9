import { regions } from '../../../utils/help/posters';
import { useSpeech } from '../../ui/language';
import { usePanel } from '../panel-context';

/** The region whose numbers stand on what is printed: it is kept as long as the panel is open. */
export function PrintRegion() {
  const { region: words } = useSpeech().words.helpPanel;
  const { region, onRegion } = usePanel();
  return (
    <div class="seg" role="radiogroup" aria-label={words.label}>
      {regions.map((choice) => (
        <label key={choice} data-region={choice}>
          <input
            type="radio"
            name="region"
            autocomplete="off"
            checked={choice === region}
            onChange={() => onRegion(choice)}
          />
          {words[choice]}
        </label>
      ))}
    </div>
  );
}
