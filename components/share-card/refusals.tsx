import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { CardFile } from './card-file';

/** Which files stay behind, and why, in words. */
export function StaysBehind({ files }: { readonly files: readonly CardFile[] }) {
  const { words, count } = useSpeech();
  if (files.length === 0) return null;
  return (
    <div class="note note--honey" data-stays-behind={files.length}>
      <Icon name="info" />
      <div>
        <p>{count(words.card.staysBehind, files.length)}</p>
        <RefusedList files={files} />
      </div>
    </div>
  );
}

/** Each file by its name, isolated, and its reason. */
export function RefusedList({ files }: { readonly files: readonly CardFile[] }) {
  const { words } = useSpeech();
  return (
    // Several may scroll, and nothing in them takes the focus.
    <ul class="refused-list" tabIndex={files.length > 1 ? 0 : undefined}>
      {files.map(({ id, name, reason = 'unreadable' }) => (
        <li key={id} data-reason={reason}>
          <bdi class="file-name">{name}</bdi> <span>{words.card.reasons[reason]}</span>
        </li>
      ))}
    </ul>
  );
}

export function Passengers({ files }: { readonly files: readonly CardFile[] }) {
  const { words, count } = useSpeech();
  if (files.length === 0) return null;
  return (
    <p class="passengers">
      <Icon name="file" />
      <span>{count(words.card.passengers, files.length)}</span>
    </p>
  );
}
