import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Imported } from '../../utils/settings/transfer';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { ChangesOf, labelOf } from './changes';

/** What can be done with the settings as a whole. Each rejects for a bug of ours. */
export interface MoveActions {
  readonly onExport: () => Promise<void>;
  /** Reads a file; changes nothing yet. */
  readonly onRead: (file: File) => Promise<Imported>;
  readonly onTake: (read: Imported & { readonly outcome: 'read' }) => Promise<void>;
  readonly onReset: () => Promise<void>;
}

type Asked = { readonly what: 'import'; readonly imported: Imported } | { readonly what: 'reset' };

/** Settings into a file, out of a file, and back to how they were at first. */
export function MoveSection({ actions }: { readonly actions: MoveActions }) {
  const words = useSpeech().words.settings.move;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLElement | null>(null);

  /** Does something that the person chose, says so, and gives the focus back to where it began. */
  const done = (act: () => Promise<void>, words: string) => {
    setAsked(null);
    act().then(() => setSaid(words), reportError);
    opener.current?.focus();
  };
  const ask = (next: Asked, from: HTMLElement | null) => {
    setSaid('');
    opener.current = from;
    setAsked(next);
  };
  const cancel = () => {
    setAsked(null);
    opener.current?.focus();
  };
  const read = async (input: HTMLInputElement) => {
    const [picked] = input.files ?? [];
    if (!picked) return;
    const imported = await actions.onRead(picked);
    // The same file can be picked again.
    input.value = '';
    ask({ what: 'import', imported }, importButton.current);
  };
  const importButton = useRef<HTMLButtonElement>(null);

  return (
    <section class="group" aria-labelledby="settings-move">
      <h2 id="settings-move">{words.title}</h2>
      <p class="small muted">{words.hint}</p>
      <div class="pairline">
        <button
          type="button"
          class="btn btn--small"
          data-action="export"
          onClick={({ currentTarget }) => {
            opener.current = currentTarget;
            done(actions.onExport, words.exported);
          }}
        >
          <Icon name="download" />
          {words.export}
        </button>
        <button
          type="button"
          class="btn btn--small"
          data-action="import"
          ref={importButton}
          onClick={() => file.current?.click()}
        >
          <Icon name="upload" />
          {words.import}
        </button>
        <input
          type="file"
          accept=".json,application/json"
          hidden
          data-import
          ref={file}
          onChange={({ currentTarget }) => void read(currentTarget).catch(reportError)}
        />
        <button
          type="button"
          class="btn btn--small btn--bare"
          data-action="reset"
          onClick={({ currentTarget }) => ask({ what: 'reset' }, currentTarget)}
        >
          {words.reset}
        </button>
      </div>
      {asked?.what === 'reset' && (
        <Question title={words.resetQuestion} onCancel={cancel} name="reset">
          <p class="small muted">{words.resetHint}</p>
          <Answers
            yes={words.reset}
            action="reset-now"
            onYes={() => done(actions.onReset, words.resetDone)}
            onCancel={cancel}
          />
        </Question>
      )}
      {asked?.what === 'import' && (
        <ImportQuestion
          imported={asked.imported}
          onTake={(taken) => done(() => actions.onTake(taken), words.taken)}
          onCancel={cancel}
        />
      )}
      <p class="small" role="status" data-said>
        {said}
      </p>
    </section>
  );
}

function ImportQuestion(props: {
  readonly imported: Imported;
  readonly onTake: (read: Imported & { readonly outcome: 'read' }) => void;
  readonly onCancel: () => void;
}) {
  const { imported, onTake, onCancel } = props;
  const speech = useSpeech();
  const { words, filled } = speech;
  const { move } = words.settings;
  if (imported.outcome === 'refused') {
    const slots =
      imported.reason === 'not-understood' ? { what: <bdi>{labelOf(imported.setting, speech)}</bdi> } : {};
    return (
      <Question title={move.refusedTitle} onCancel={onCancel} name="refused">
        <p data-refused={imported.reason}>{filled(move.refused[imported.reason], slots)}</p>
        <button type="button" class="btn btn--small" data-action="cancel" onClick={onCancel}>
          {words.close}
        </button>
      </Question>
    );
  }
  return (
    <Question title={move.changes} onCancel={onCancel} name="import">
      <ChangesOf to={imported.settings} />
      <Answers yes={move.take} action="take" onYes={() => onTake(imported)} onCancel={onCancel} />
    </Question>
  );
}

/** Something to decide, right here; it gets the focus, and Escape leaves everything as it is. */
function Question(props: {
  readonly title: string;
  readonly name: string;
  readonly onCancel: () => void;
  readonly children: preact.ComponentChildren;
}) {
  const { title, name, onCancel, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div
      class="question"
      role="group"
      aria-labelledby="settings-question"
      data-question={name}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <h3 id="settings-question" ref={heading} tabIndex={-1}>
        {title}
      </h3>
      {children}
    </div>
  );
}

function Answers(props: {
  readonly yes: string;
  readonly action: string;
  readonly onYes: () => void;
  readonly onCancel: () => void;
}) {
  const { cancel } = useSpeech().words.settings.move;
  return (
    <div class="pairline">
      <button type="button" class="btn btn--small btn--main" data-action={props.action} onClick={props.onYes}>
        {props.yes}
      </button>
      <button type="button" class="btn btn--small" data-action="cancel" onClick={props.onCancel}>
        {cancel}
      </button>
    </div>
  );
}
