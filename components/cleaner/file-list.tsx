import { useMemo } from 'preact/hooks';
import type { ListedFile } from '../../utils/cleaner/file-list';
import { useSpeech } from '../ui/language';
import type { CleanerActions } from './cleaner-page';
import { FileRow } from './file-row';

/** Every file with what became of it. Thousands of them: only what changed is drawn anew, only what is seen laid out. */
export function FileList(props: { readonly files: readonly ListedFile[]; readonly actions: CleanerActions }) {
  const { cleaner } = useSpeech().words;
  return (
    <ul class="files" aria-label={cleaner.list}>
      {props.files.map((listed) => (
        <SameRow key={listed.id} listed={listed} actions={props.actions} />
      ))}
    </ul>
  );
}

/** A row whose file did not change stays as it is. */
function SameRow({ listed, actions }: { readonly listed: ListedFile; readonly actions: CleanerActions }) {
  return useMemo(() => <FileRow listed={listed} actions={actions} />, [listed, actions]);
}
