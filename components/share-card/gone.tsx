import type { HiddenKind } from '../../utils/metadata/hidden-data';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { type CardFile, filesByKind, type KindRow, rowsByKind } from './card-file';

const icons: Readonly<Record<HiddenKind, IconName>> = {
  place: 'map-pin',
  time: 'clock',
  device: 'smartphone',
  person: 'user-round',
  text: 'file-text',
  thumbnail: 'image',
  'edit-history': 'history',
  other: 'layers',
};

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

/** What was hidden in one picture and is removed; the values only while the preview is shown. */
export function Gone({ file, shown }: { readonly file: CardFile; readonly shown: boolean }) {
  const { words } = useSpeech();
  const rows = rowsByKind(file.removed);
  if (rows.length === 0) return <p class="muted">{words.card.nothingHidden}</p>;
  return (
    <>
      <h2>
        <Icon name="check" />
        {words.card.removed}
      </h2>
      <ul class="gone">
        {rows.map((row) => (
          <li key={row.kind} data-kind={row.kind}>
            <Icon name={icons[row.kind]} />
            <span>{words.card.kinds[row.kind]}</span>
            {shown && <Value {...row} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same for several pictures: one tag a kind, with the number of pictures it was in. */
export function GoneFromMany({ files }: { readonly files: readonly CardFile[] }) {
  const { words, number } = useSpeech();
  const kinds = filesByKind(files);
  if (kinds.length === 0) return <p class="muted">{words.card.nothingHidden}</p>;
  return (
    <>
      <h2>
        <Icon name="check" />
        {words.card.removedMany}
      </h2>
      <ul class="gone gone--line">
        {kinds.map(({ kind, files: inFiles }) => (
          <li key={kind} data-kind={kind}>
            <Icon name={icons[kind]} />
            <span>
              {words.card.tags[kind]}: {number(inFiles)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
