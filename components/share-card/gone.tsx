import { kindIcons } from '../ui/hidden-kinds';
import { HiddenList } from '../ui/hidden-list';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { type CardFile, filesByKind } from './card-file';

/** What was hidden in one picture and is removed; the values only while the preview is shown. */
export function Gone({ file, shown }: { readonly file: CardFile; readonly shown: boolean }) {
  const { words } = useSpeech();
  if (file.removed.length === 0) return <p class="muted">{words.card.nothingHidden}</p>;
  return (
    <>
      <h2>
        <Icon name="check" />
        {words.card.removed}
      </h2>
      <HiddenList hidden={file.removed} values={shown} />
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
            <Icon name={kindIcons[kind]} />
            <span>
              {words.card.tags[kind]}: {number(inFiles)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
