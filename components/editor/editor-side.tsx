import type { ComponentChildren } from 'preact';
import type { CoverStyle } from '../../utils/inspection/face-cover';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { Preset } from './areas';
import { brushParts, brushRadius, type EditAction, type EditState } from './edit-state';
import { useBoxName } from './editor-canvas';

interface SideProps {
  readonly state: EditState;
  readonly dispatch: (action: EditAction) => void;
}

/** Beside the picture: what gets covered and how, or what the crop keeps. */
export function EditorSide(props: SideProps) {
  return (
    <div class="editor__side">
      {props.state.tool === 'crop' ? (
        <Presets {...props} />
      ) : (
        <>
          <Covered {...props} />
          {props.state.tool === 'brush' && <BrushSize {...props} />}
          <How {...props} />
        </>
      )}
    </div>
  );
}

/** The boxes once more, as ticks with the same numbers. */
function Covered({ state, dispatch }: SideProps) {
  const { editor } = useSpeech().words;
  const name = useBoxName();
  const { boxes, strokes, strokesCovered } = state.edit;
  return (
    <fieldset class="face-list">
      <legend class="label">{editor.covered}</legend>
      {boxes.length === 0 && strokes.length === 0 && <p class="muted small">{editor.nothingCovered}</p>}
      {boxes.map((box) => (
        <label key={box.id} class="check">
          <input
            type="checkbox"
            data-tick={box.id}
            checked={box.covered}
            onChange={() => dispatch({ type: 'toggle', id: box.id })}
          />
          <span>{name(box)}</span>
        </label>
      ))}
      {strokes.length > 0 && (
        <label class="check">
          <input
            type="checkbox"
            data-tick="brush"
            checked={strokesCovered}
            onChange={() => dispatch({ type: 'toggle-strokes' })}
          />
          <span>{editor.stroke}</span>
        </label>
      )}
      {state.tool === 'faces' && (
        <button
          type="button"
          class="btn btn--small btn--soft"
          data-action="add-box"
          onClick={() => dispatch({ type: 'add' })}
        >
          <Icon name="plus" />
          {editor.addBox}
        </button>
      )}
    </fieldset>
  );
}

function How({ state, dispatch }: SideProps) {
  const { editor } = useSpeech().words;
  return (
    <Segments<CoverStyle>
      name="how"
      label={editor.how}
      chosen={state.edit.how}
      onChoose={(how) => dispatch({ type: 'how', how })}
      choices={[
        ['blocks', editor.blocks],
        ['solid', editor.solid],
      ]}
    />
  );
}

function BrushSize({ state, dispatch }: SideProps) {
  const { editor } = useSpeech().words;
  const sizes = Object.keys(brushParts) as (keyof typeof brushParts)[];
  const chosen = sizes.find((size) => brushRadius(size, state.picture) === state.tip.radius);
  return (
    <Segments
      name="brush-size"
      label={editor.brushSize}
      chosen={chosen}
      onChoose={(size) => dispatch({ type: 'radius', radius: brushRadius(size, state.picture) })}
      choices={sizes.map((size) => [size, editor.sizes[size]] as const)}
    />
  );
}

const presets: readonly Preset[] = ['free', 'square', '4:3', '16:9', 'without-faces'];

function Presets({ state, dispatch }: SideProps) {
  const { editor } = useSpeech().words;
  return (
    <fieldset class="presets">
      <legend class="label">{editor.keep}</legend>
      {presets.map((preset) => (
        <label key={preset} class="check">
          <input
            type="radio"
            name="preset"
            data-preset={preset}
            checked={state.edit.preset === preset}
            onChange={() => dispatch({ type: 'preset', preset })}
          />
          <span>{editor.presets[preset]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Segments<Choice extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly chosen: Choice | undefined;
  readonly choices: readonly (readonly [Choice, ComponentChildren])[];
  readonly onChoose: (choice: Choice) => void;
}) {
  const { name, label, chosen, choices, onChoose } = props;
  return (
    <fieldset>
      <legend class="label">{label}</legend>
      <div class="seg">
        {choices.map(([choice, words]) => (
          <label key={choice}>
            <input
              type="radio"
              name={name}
              value={choice}
              checked={choice === chosen}
              onChange={() => onChoose(choice)}
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
