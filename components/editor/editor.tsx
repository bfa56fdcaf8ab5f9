import type { RefObject } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { fillText } from '../../utils/i18n/fill';
import type { CoverPlan, Lens } from '../../utils/inspection/cover-plan';
import type { CoverStep } from '../../utils/inspection/coverer';
import type { Region } from '../../utils/inspection/picture';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { changesAnything, firstState, reduce } from './edit';
import type { Edit, EditAction, EditState, Tool } from './edit-state';
import { EditorCanvas, useBoxName } from './editor-canvas';
import { EditorSide } from './editor-side';
import { historyKey } from './keys';

export interface EditorProps {
  /** Its size in pixels, its orientation applied, and a smaller picture to show. */
  readonly picture: { readonly width: number; readonly height: number; readonly preview: ImageBitmap };
  /** What covers the faces that were found; more may come while it is open. */
  readonly faces: readonly Region[];
  /** Draws covers over a picture on a canvas, as they will go. */
  readonly drawCovers: (context: CanvasRenderingContext2D, plan: CoverPlan, lens: Lens) => void;
  readonly seed: Uint32Array;
  /** What the main button is for: the copy goes now, or takes its place in a list. */
  readonly purpose: 'send' | 'keep';
  /** Said at the foot, in place of the hint that faces may have been missed. */
  readonly note?: string;
  /** What is being done for the copy; null while the person edits. */
  readonly step: CoverStep | null;
  /** Given where other pictures go with it: back to them, with this one's copy in place. */
  readonly onKeep?: (plan: CoverPlan | null) => void;
  /** With null when nothing is to be changed. */
  readonly onDone: (plan: CoverPlan | null) => void;
  readonly onBack: () => void;
}

/** Covers faces and crops, in front of the person: what is shown is what goes. */
export function Editor(props: EditorProps) {
  const { picture, faces, drawCovers, seed, purpose, note, step, onKeep, onDone, onBack } = props;
  const { words } = useSpeech();
  const { editor } = words;
  const [state, dispatch] = useReducer(reduce, null, () => firstState(picture, faces));
  const root = useRef<HTMLDivElement>(null);
  const said = useSaid(state);

  useEffect(() => dispatch({ type: 'found', faces }), [faces]);
  useHistoryKeys(root, dispatch);

  const paint = useCallback(
    (canvas: HTMLCanvasElement) => {
      const { preview } = picture;
      if (canvas.width !== preview.width) canvas.width = preview.width;
      if (canvas.height !== preview.height) canvas.height = preview.height;
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return;
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.drawImage(preview, 0, 0);
      drawCovers(context, planOf(state.edit, seed), { x: 0, y: 0, scale: canvas.width / picture.width });
    },
    [picture, drawCovers, seed, state.edit],
  );

  const changes = changesAnything(state.edit);
  const plan = () => (changes ? planOf(state.edit, seed) : null);
  const main = purpose === 'send' ? [editor.send, words.card.sendClean] : [editor.use, editor.useWhole];
  const isBusy = step !== null;
  return (
    <div ref={root} class="editor__all">
      <Tools state={state} dispatch={dispatch} />
      <div class="editor__main" inert={isBusy}>
        <EditorCanvas state={state} dispatch={dispatch} paint={paint} />
        <EditorSide state={state} dispatch={dispatch} />
      </div>
      <Keys tool={state.tool} />
      <div class="editor__foot">
        <p class="note">
          <Icon name="eye" />
          <span role="status">{step ? editor.steps[step] : (note ?? editor.missed)}</span>
        </p>
        <button type="button" class="btn" data-action="back" onClick={onBack}>
          {words.back}
        </button>
        {onKeep && (
          <button
            type="button"
            class="btn"
            data-action="keep-covered"
            aria-disabled={isBusy}
            onClick={() => isBusy || onKeep(plan())}
          >
            {editor.keepCopy}
          </button>
        )}
        <button
          type="button"
          class="btn btn--main"
          data-action="send-covered"
          aria-disabled={isBusy}
          onClick={(event) => !isBusy && event.isTrusted && onDone(plan())}
        >
          {changes ? main[0] : main[1]}
        </button>
      </div>
      <p class="vh" role="status" data-said>
        {said}
      </p>
    </div>
  );
}

function planOf({ boxes, strokes, strokesCovered, how, crop }: Edit, seed: Uint32Array): CoverPlan {
  return {
    boxes: boxes
      .filter(({ covered }) => covered)
      .map(({ id, x, y, width, height }) => ({ id, x, y, width, height })),
    dabs: strokesCovered ? strokes.flat() : [],
    how,
    crop,
    seed,
  };
}

const tools: readonly [Tool, IconName][] = [
  ['faces', 'scan-face'],
  ['brush', 'brush'],
  ['crop', 'crop'],
];

function Tools(props: { readonly state: EditState; readonly dispatch: (action: EditAction) => void }) {
  const { state, dispatch } = props;
  const { editor } = useSpeech().words;
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, and no list of choices
    <div class="editor__tools" role="group" aria-label={editor.tools}>
      {tools.map(([tool, icon]) => (
        <button
          key={tool}
          type="button"
          class="tool"
          data-tool={tool}
          aria-pressed={state.tool === tool}
          onClick={() => dispatch({ type: 'tool', tool })}
        >
          <Icon name={icon} />
          {editor[tool]}
        </button>
      ))}
      <span class="sep" />
      {(['undo', 'redo'] as const).map((type) => {
        const isOff = (type === 'undo' ? state.past : state.future).length === 0;
        return (
          <button
            key={type}
            type="button"
            class="tool"
            data-action={type}
            aria-disabled={isOff}
            onClick={() => dispatch({ type })}
          >
            <Icon name={`${type}-2`} />
            {editor[type]}
          </button>
        );
      })}
    </div>
  );
}

/** The keys of each tool, as caps with what they do. */
function Keys({ tool }: { readonly tool: Tool }) {
  const { editor } = useSpeech().words;
  const { keys } = editor;
  const arrows = ['←', '↑', '↓', '→'];
  const rows: Readonly<Record<Tool, readonly (readonly [string, readonly string[]])[]>> = {
    faces: [
      [keys.next, ['Tab']],
      [keys.toggle, ['Space']],
      [keys.move, arrows],
      [keys.size, ['Shift', '→']],
      [keys.add, ['N']],
    ],
    brush: [
      [keys.tip, arrows],
      [keys.dab, ['Space']],
    ],
    crop: [
      [keys.move, arrows],
      [keys.size, ['Shift', '→']],
    ],
  };
  return (
    <dl class="keys" aria-label={editor.keyboard}>
      {rows[tool].map(([words, caps]) => (
        <div key={words}>
          <dt>{words}</dt>
          <dd>
            {caps.map((cap) => (
              <kbd key={cap} class="kbd">
                {cap}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Undo and redo by the usual keys, wherever the focus is in the editor. */
function useHistoryKeys(root: RefObject<HTMLElement>, dispatch: (action: EditAction) => void): void {
  useLayoutEffect(() => {
    const life = new AbortController();
    const onKey = (event: KeyboardEvent) => {
      const type = historyKey(event);
      if (!type) return;
      event.preventDefault();
      dispatch({ type });
    };
    root.current?.addEventListener('keydown', onKey, { signal: life.signal });
    return () => life.abort();
  }, [root, dispatch]);
}

/** What has just changed, in words, for those who do not see it. */
function useSaid(state: EditState): string {
  const { editor } = useSpeech().words;
  const name = useBoxName();
  const before = useRef(state);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const { edit: was, past, future } = before.current;
    const { edit: is } = state;
    before.current = state;
    if (was === is) return;
    if (state.future.length > future.length) return setSaid(editor.said.undone);
    if (state.future.length < future.length && state.past.length > past.length && is === future[0])
      return setSaid(editor.said.redone);
    if (is.boxes.length > was.boxes.length) return setSaid(editor.said.added);
    if (is.boxes.length < was.boxes.length) return setSaid(editor.said.removed);
    const turned = is.boxes.find(({ covered }, index) => covered !== was.boxes[index]?.covered);
    if (turned)
      return setSaid(
        fillText(turned.covered ? editor.said.covered : editor.said.shown, { what: name(turned) }),
      );
    if (is.strokes !== was.strokes) return setSaid(editor.said.dab);
    return setSaid('');
  }, [state, editor, name]);
  return said;
}
