import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CleanerView } from '../../utils/cleaner/cleaner';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { type CleanerEditor, CoverRoom } from './cover-room';
import { DropZone } from './drop-zone';
import { FileList } from './file-list';
import { saidOf } from './said';
import { Summary } from './summary';

/** What a person can do here. Each rejects for a bug of ours, or where the browser refuses a folder. */
export interface CleanerActions {
  readonly onFiles: (files: readonly File[]) => Promise<void>;
  readonly onDrop: (data: DataTransfer) => Promise<void>;
  /** Absent where the browser picks folders only by an input. */
  readonly onChooseFolder?: () => Promise<void>;
  readonly onStop: () => void;
  readonly onCancel: (id: number) => void;
  readonly onRetry: (id: number) => void;
  /** What the person made of a clean copy takes its place; null takes it back. */
  readonly onReplace: (id: number, copy: File | null) => void;
  readonly onSave: (id: number) => Promise<void>;
  /** Into a folder; absent where the browser cannot write into one. */
  readonly onSaveAll?: () => Promise<void>;
  readonly onSaveZip: () => Promise<void>;
  readonly onClear: () => void;
}

export interface CleanerPageProps {
  readonly view: () => CleanerView;
  /** Calls back after changes. */
  readonly watch: (changed: () => void) => void;
  readonly actions: CleanerActions;
  readonly editor: CleanerEditor;
}

/** Files that go elsewhere: dropped, cleaned, covered where wished, saved. */
export function CleanerPage({ view, watch, actions, editor }: CleanerPageProps) {
  const speech = useSpeech();
  const { cleaner } = speech.words;
  const [current, setCurrent] = useState(view);
  const [noFolder, setNoFolder] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const zone = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => watch(() => setCurrent(view())), [view, watch]);

  /** Browsers do not open some folders, the home folder for one, and say why themselves. */
  const inFolder = (act: (() => Promise<void>) | undefined) =>
    act &&
    (() => {
      setNoFolder(false);
      act().catch((error: unknown) => {
        setNoFolder(true);
        if (!(error instanceof DOMException)) reportError(error);
      });
    });

  const { files } = current;
  const edited = editing === null ? undefined : files[editing];
  useFocusBack(editing);
  const isEmpty = files.length === 0 && !current.reading;
  return (
    <>
      <main class="sheet" inert={edited !== undefined}>
        <header class="sheet__head">
          <Mark />
          <div>
            <h1>{cleaner.title}</h1>
            <p class="muted">{cleaner.intro}</p>
          </div>
        </header>
        <DropZone
          first={zone}
          tall={isEmpty}
          onFiles={actions.onFiles}
          onDrop={actions.onDrop}
          onChooseFolder={inFolder(actions.onChooseFolder)}
        />
        <p class="vh" role="status" data-said>
          {saidOf(current, speech)}
        </p>
        {noFolder && (
          <p class="note" role="status" data-no-folder>
            {cleaner.noFolder}
          </p>
        )}
        {!isEmpty && (
          <Summary
            view={current}
            onStop={actions.onStop}
            onSaveAll={inFolder(actions.onSaveAll)}
            onSaveZip={inFolder(actions.onSaveZip)}
            onClear={() => {
              actions.onClear();
              setCurrent(view());
              zone.current?.focus();
            }}
          />
        )}
        {files.length > 0 && <FileList files={files} actions={actions} onCover={setEditing} />}
        <footer class="small muted">
          {isEmpty && <p>{cleaner.what}</p>}
          <p>{cleaner.kept}</p>
        </footer>
      </main>
      {edited && 'clean' in edited.state && (
        <CoverRoom
          key={edited.id}
          picture={edited.state.clean}
          editor={editor}
          onDone={(copy) => {
            actions.onReplace(edited.id, copy);
            setEditing(null);
          }}
          onBack={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** Once the editor is gone, the button that opened it has the focus again. */
function useFocusBack(editing: number | null): void {
  const before = useRef(editing);
  useLayoutEffect(() => {
    if (editing === null && before.current !== null) {
      const row = document.querySelector(`[data-file="${before.current}"]`);
      row?.querySelector<HTMLElement>('[data-action="cover-faces"]')?.focus();
    }
    before.current = editing;
  }, [editing]);
}
