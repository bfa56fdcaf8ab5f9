import type { ListedFile } from '../../utils/cleaner/file-list';
import { fillText } from '../../utils/i18n/fill';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { CleanerActions } from './cleaner-page';

interface RowActionsProps {
  readonly listed: ListedFile;
  readonly actions: CleanerActions;
  readonly unfolded: boolean;
  /** Shows or hides the values of what was hidden; null when there are none. */
  readonly onUnfold: (() => void) | null;
  readonly onCover: (id: number) => void;
}

/** Pictures of pixels; whether this one can be covered, is seen when it is opened. */
function isEditable({ state, saving }: ListedFile): boolean {
  if (!('clean' in state) || saving === 'saving') return false;
  const { type } = state.clean;
  return type.startsWith('image/') && !type.startsWith('image/svg');
}

/** Another try may help where a file could not be read, or was stopped; not where its bytes are what is wrong. */
function mayRetry({ state }: ListedFile): boolean {
  return state.is === 'stopped' || (state.is === 'refused' && state.reason === 'unreadable');
}

/** What can be done with one file. Each button says which: a list of them is heard without the rows around. */
export function RowActions({ listed, actions, unfolded, onUnfold, onCover }: RowActionsProps) {
  const { cleaner } = useSpeech().words;
  const { id, file, state, saving } = listed;
  const named = (text: string, name = file.name) => fillText(text, { name });
  return (
    <div class="files__acts">
      {onUnfold && (
        <button
          type="button"
          class="btn btn--small btn--bare"
          aria-expanded={unfolded}
          aria-label={named(unfolded ? cleaner.hideOf : cleaner.showOf)}
          data-action="unfold"
          onClick={onUnfold}
        >
          <Icon name={unfolded ? 'eye-off' : 'eye'} />
          {unfolded ? cleaner.hide : cleaner.show}
        </button>
      )}
      {state.is === 'cleaning' && (
        <button
          type="button"
          class="btn btn--small btn--bare"
          aria-label={named(cleaner.cancelName)}
          data-action="cancel"
          onClick={() => actions.onCancel(id)}
        >
          {cleaner.cancel}
        </button>
      )}
      {mayRetry(listed) && (
        <button
          type="button"
          class="btn btn--small btn--bare"
          aria-label={named(cleaner.retryName)}
          data-action="retry"
          onClick={() => actions.onRetry(id)}
        >
          {cleaner.retry}
        </button>
      )}
      {isEditable(listed) && (
        <button
          type="button"
          class="btn btn--small btn--bare"
          aria-label={named(cleaner.covering.coverName)}
          data-action="cover-faces"
          onClick={() => onCover(id)}
        >
          <Icon name="scan-face" />
          {cleaner.covering.cover}
        </button>
      )}
      {'copy' in state && saving !== 'saving' && (
        <button
          type="button"
          class="btn btn--small"
          aria-label={named(cleaner.saveName, state.copy.name)}
          data-action="save"
          onClick={() => {
            actions.onSave(id).catch(reportError);
          }}
        >
          <Icon name="download" />
          {cleaner.save}
        </button>
      )}
    </div>
  );
}
