import { emergency } from '../../utils/help/hotlines';
import { Icon } from '../ui/icon';
import { PhoneNumber } from '../ui/language';

/** The emergency line as a row that calls. Its words are its name, so that it can be called by voice too. */
export function EmergencyRow({ title, hint }: { readonly title: string; readonly hint: string }) {
  return (
    <a class="fall" href={`tel:${emergency.number}`} target="_blank" rel="noreferrer" data-action="call">
      <span>
        <strong>{title}</strong> <small>{hint}</small>
      </span>{' '}
      <b>
        <PhoneNumber number={emergency.number} />
      </b>
      <Icon name="phone" />
    </a>
  );
}
