import { useMemo, useRef } from 'preact/hooks';
import type { ListedFile } from '../../utils/cleaner/file-list';
import { useSpeech } from '../ui/language';
import type { CleanerActions } from './cleaner-page';
import { FileRow } from './file-row';

/** Rows are compared so many at a time. */
const partLength = 100;

interface ListProps {
  readonly files: readonly ListedFile[];
  readonly actions: CleanerActions;
  /** The same for as long as the list is there. */
  readonly onCover: (id: number) => void;
}

/** Every file with what became of it. Thousands of them: only what changed is drawn anew, only what is seen laid out. */
export function FileList({ files, ...rest }: ListProps) {
  const { cleaner } = useSpeech().words;
  const parts = useParts(files);
  return (
    <ul class="files" aria-label={cleaner.list}>
      {parts.map((part, index) => (
        <Part key={index} files={part} {...rest} />
      ))}
    </ul>
  );
}

/** A part whose files are the same ones stays as it is. */
function Part({ files, actions, onCover }: ListProps) {
  return useMemo(
    () => (
      <>
        {files.map((listed) => (
          <Row key={listed.id} listed={listed} actions={actions} onCover={onCover} />
        ))}
      </>
    ),
    [files, actions, onCover],
  );
}

/** A row whose file did not change stays as it is. */
function Row({ listed, actions, onCover }: Omit<ListProps, 'files'> & { readonly listed: ListedFile }) {
  return useMemo(
    () => <FileRow listed={listed} actions={actions} onCover={onCover} />,
    [listed, actions, onCover],
  );
}

/** The list in parts; a part that has not changed is the same array as before. */
function useParts(files: readonly ListedFile[]): readonly (readonly ListedFile[])[] {
  const before = useRef<readonly (readonly ListedFile[])[]>([]);
  const count = Math.ceil(files.length / partLength);
  before.current = Array.from({ length: count }, (_, index) => {
    const part = files.slice(index * partLength, (index + 1) * partLength);
    const same = before.current[index];
    return same?.length === part.length && part.every((file, at) => file === same[at]) ? same : part;
  });
  return before.current;
}
