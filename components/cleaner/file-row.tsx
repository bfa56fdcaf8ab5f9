import { useState } from 'preact/hooks';
import type { ListedFile } from '../../utils/cleaner/file-list';
import { Bar } from '../ui/bar';
import { kindIcons, rowsByKind } from '../ui/hidden-kinds';
import { HiddenList } from '../ui/hidden-list';
import { Icon, type IconName } from '../ui/icon';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import type { CleanerActions } from './cleaner-page';
import { RowActions } from './row-actions';
import { Thumb } from './thumb';

interface FileRowProps {
  readonly listed: ListedFile;
  readonly actions: CleanerActions;
  readonly onCover: (id: number) => void;
}

/** One file: its name, what was hidden in it, its new name, and what can be done. */
export function FileRow({ listed, actions, onCover }: FileRowProps) {
  const { words, size } = useSpeech();
  const { blurPreviews } = useKept().settings;
  const { file, state } = listed;
  const [unfolded, setUnfolded] = useState(false);
  const removed = state.is === 'cleaned' ? state.removed : [];
  return (
    <li data-file={listed.id} data-state={state.is} data-saving={listed.saving}>
      <Thumb
        picture={'copy' in state ? state.copy : null}
        none={iconOf(listed)}
        shown={unfolded || !blurPreviews}
      />
      <div class="files__what">
        <p class="files__name">
          <bdi>{file.name}</bdi> <small>{size(file.size)}</small>
        </p>
        <Outcome listed={listed} />
        {unfolded && <HiddenList hidden={removed} values />}
        {'copy' in state && <NewName name={state.copy.name} words={words.cleaner.newName} />}
      </div>
      <RowActions
        listed={listed}
        actions={actions}
        unfolded={unfolded}
        onCover={onCover}
        onUnfold={removed.length > 0 ? () => setUnfolded(!unfolded) : null}
      />
    </li>
  );
}

function iconOf({ file, state }: ListedFile): IconName {
  if (state.is === 'refused') return 'file-question-mark';
  if (state.is === 'left-out') return 'file';
  return file.type.startsWith('video/') ? 'film' : 'image';
}

function NewName({ name, words }: { readonly name: string; readonly words: string }) {
  const { filled } = useSpeech();
  return <p class="files__new small muted">{filled(words, { name: <bdi data-new-name>{name}</bdi> })}</p>;
}

/** How far the file is, in tags; the kinds of what was hidden, and whether it is saved. */
function Outcome({ listed }: { readonly listed: ListedFile }) {
  const { words, number, filled } = useSpeech();
  const { cleaner, card } = words;
  const { state, saving } = listed;
  if (state.is === 'cleaning') {
    const percent = Math.floor(state.share * 100);
    return (
      <div class="files__out">
        <Bar share={state.share} label={`${cleaner.states.cleaning} ${listed.file.name}`} />
        <span class="muted small">{filled(cleaner.percent, { n: number(percent) })}</span>
      </div>
    );
  }
  const isGood = 'copy' in state;
  const isBad = state.is === 'refused';
  const text = cleaner.states[state.is];
  return (
    <ul class="files__out">
      <li class={isGood ? 'tag tag--ok' : isBad ? 'tag tag--honey' : 'tag'} data-outcome>
        {isGood && <Icon name="check" />}
        {isBad && <Icon name="info" />}
        <span>{isBad ? `${text}: ${card.reasons[state.reason]}` : text}</span>
      </li>
      {state.is === 'cleaned' &&
        rowsByKind(state.removed).map(({ kind }) => (
          <li key={kind} class="tag" data-kind={kind}>
            <Icon name={kindIcons[kind]} />
            <span>{card.tags[kind]}</span>
          </li>
        ))}
      {'copy' in state && state.copy !== state.clean && (
        <li class="tag tag--ok" data-edited>
          <Icon name="scan-face" />
          <span>{cleaner.covering.edited}</span>
        </li>
      )}
      {saving !== 'not-yet' && (
        <li class={saving === 'failed' ? 'tag tag--honey' : 'tag tag--ok'} data-saved>
          <Icon name={saving === 'failed' ? 'info' : 'download'} />
          <span>{cleaner.savings[saving]}</span>
        </li>
      )}
    </ul>
  );
}
