import type { HiddenData } from '../../utils/metadata/hidden-data';
import { type KindRow, kindIcons, rowsByKind } from './hidden-kinds';
import { Icon } from './icon';
import { useSpeech } from './language';

/** Coordinates and dates are read in their own way; all else is a name from elsewhere. */
function Value({ kind, values }: KindRow) {
  const { count, date, words } = useSpeech();
  const [first, ...more] = values;
  if (first === undefined) return null;
  const isPlace = kind === 'place' && /^-?[\d.]+, -?[\d.]+$/.test(first);
  return (
    <span class="v">
      {isPlace ? (
        <bdi dir="ltr" class="ltr">
          {first}
        </bdi>
      ) : (
        <bdi>{kind === 'time' ? date(first) : first}</bdi>
      )}
      {more.length > 0 && ` ${count(words.card.more, more.length)}`}
    </span>
  );
}

/** What is or was hidden in one picture, a row for each kind; nothing when there is nothing. */
export function HiddenList(props: { readonly hidden: readonly HiddenData[]; readonly values: boolean }) {
  const { words } = useSpeech();
  const rows = rowsByKind(props.hidden);
  if (rows.length === 0) return null;
  return (
    <ul class="gone">
      {rows.map((row) => (
        <li key={row.kind} data-kind={row.kind}>
          <Icon name={kindIcons[row.kind]} />
          <span>{words.card.kinds[row.kind]}</span>
          {props.values && <Value {...row} />}
        </li>
      ))}
    </ul>
  );
}
