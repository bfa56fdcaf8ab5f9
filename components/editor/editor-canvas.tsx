import type { JSX, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { fillText } from '../../utils/i18n/fill';
import type { Region } from '../../utils/inspection/picture';
import { useSpeech } from '../ui/language';
import { between, cutAt, type Size } from './areas';
import { followDrag, type Point, pointOf } from './drag';
import type { EditAction, EditBox, EditState } from './edit-state';
import { arrowOf, isNewKey } from './keys';

export interface EditorCanvasProps {
  readonly state: EditState;
  readonly dispatch: (action: EditAction) => void;
  /** Draws the picture with its covers, as it will go. */
  readonly paint: (canvas: HTMLCanvasElement) => void;
}

/** What a tool lays over the picture. */
interface Layer {
  readonly state: EditState;
  readonly dispatch: (action: EditAction) => void;
  readonly canvas: RefObject<HTMLCanvasElement>;
  /** The number of a gesture: a new one, but of a key that is held down still the same. */
  readonly gesture: (event?: KeyboardEvent) => number;
}

/** The picture, and over it what the chosen tool needs. Its coordinates run left to right in every language. */
export function EditorCanvas({ state, dispatch, paint }: EditorCanvasProps) {
  const { editor } = useSpeech().words;
  const canvas = useRef<HTMLCanvasElement>(null);
  const gestures = useRef(0);
  const { picture, tool, edit } = state;
  useLayoutEffect(() => {
    if (canvas.current) paint(canvas.current);
  }, [paint]);
  const gesture = (event?: KeyboardEvent) => {
    if (!event?.repeat) gestures.current += 1;
    return gestures.current;
  };
  const layer: Layer = { state, dispatch, canvas, gesture };
  const size = { '--w': picture.width, '--h': picture.height } as JSX.CSSProperties;
  return (
    <div class="canvas" dir="ltr">
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset has a size of its own mind */}
      <div class="canvas__pic" role="group" aria-label={editor.picture} style={size}>
        <canvas ref={canvas} />
        {tool === 'faces' && <Boxes {...layer} />}
        {tool === 'brush' && <BrushTip {...layer} />}
        {tool === 'crop' && <CropFrame {...layer} />}
        {tool !== 'crop' && edit.crop && <Dimmed crop={edit.crop} picture={picture} />}
      </div>
    </div>
  );
}

/** Parts of the picture's size, so that they hold at any size on screen. */
function placeOf({ x, y, width, height }: Region, picture: Size): JSX.CSSProperties {
  return {
    left: `${(x / picture.width) * 100}%`,
    top: `${(y / picture.height) * 100}%`,
    width: `${(width / picture.width) * 100}%`,
    height: `${(height / picture.height) * 100}%`,
  };
}

/** The boxes over faces; a click beside them adds one, a drag draws one. */
function Boxes({ state, dispatch, canvas, gesture }: Layer) {
  const ground = useRef<HTMLDivElement>(null);
  const { picture, edit, chosen } = state;

  // The new box gets the focus, so that the next key moves it.
  useLayoutEffect(() => {
    const box = ground.current?.querySelector<HTMLElement>(`[data-box="${chosen}"]`);
    if (box && !box.contains(document.activeElement)) box.focus({ preventScroll: true });
  }, [chosen]);

  const onPointerDown = (event: PointerEvent) => {
    const over = canvas.current;
    if (event.button !== 0 || event.target !== ground.current || !over) return;
    // The ground takes no focus, and must not take it from the box that comes.
    event.preventDefault();
    const start = pointOf(event, over, picture);
    const drag = gesture();
    followDrag(
      event,
      (move) => dispatch({ type: 'draw', area: between(start, pointOf(move, over, picture)), gesture: drag }),
      (moved) => {
        if (!moved) dispatch({ type: 'add', at: start });
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isNewKey(event) || event.repeat) return;
    event.preventDefault();
    dispatch({ type: 'add' });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the boxes in it are buttons, and a button adds one too
    <div ref={ground} class="boxes" onPointerDown={onPointerDown} onKeyDown={onKeyDown}>
      {edit.boxes.map((box) => (
        <Box key={box.id} box={box} state={state} dispatch={dispatch} canvas={canvas} gesture={gesture} />
      ))}
    </div>
  );
}

/** The corners of a box that can be dragged; its number sits on the fourth. */
const corners = ['ne', 'sw', 'se'] as const;
const allCorners = ['nw', ...corners] as const;

/** The corner across from one, which stays where it is. */
function across(corner: string, { x, y, width, height }: Region): Point {
  return { x: corner.includes('w') ? x + width : x, y: corner.includes('n') ? y + height : y };
}

/** The area that a pressed pointer makes of one: moved, or sized by a corner. */
function dragged(
  event: PointerEvent,
  area: Region,
  over: Element,
  picture: Size,
): (move: PointerEvent) => Region {
  const corner = event.target instanceof HTMLElement ? event.target.dataset.corner : undefined;
  const start = pointOf(event, over, picture);
  return (move) => {
    const point = pointOf(move, over, picture);
    if (corner) return cutAt(between(across(corner, area), point), picture);
    return { ...area, x: area.x + point.x - start.x, y: area.y + point.y - start.y };
  };
}

function Box({ box, state, dispatch, canvas, gesture }: Layer & { readonly box: EditBox }) {
  const { number } = useSpeech();
  const name = useBoxName();
  const wasDragged = useRef(false);
  const { id, covered } = box;
  const isChosen = state.chosen === id;

  const onPointerDown = (event: PointerEvent) => {
    const over = canvas.current;
    if (event.button !== 0 || !over) return;
    dispatch({ type: 'choose', id });
    wasDragged.current = false;
    const areaOf = dragged(event, box, over, state.picture);
    const drag = gesture();
    followDrag(event, (move) => {
      wasDragged.current = true;
      dispatch({ type: 'place', id, area: areaOf(move), gesture: drag });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event, state.picture);
    if (arrow) {
      event.preventDefault();
      dispatch({ type: event.shiftKey ? 'size' : 'move', id, ...arrow, gesture: gesture(event) });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      dispatch({ type: 'remove', id });
    }
  };
  const onClick = () => {
    if (!wasDragged.current) dispatch({ type: 'toggle', id });
    wasDragged.current = false;
  };
  return (
    <button
      type="button"
      class={['box', !covered && 'box--off', isChosen && 'box--sel'].filter(Boolean).join(' ')}
      style={placeOf(box, state.picture)}
      aria-pressed={covered}
      aria-label={name(box)}
      data-box={id}
      onFocus={() => dispatch({ type: 'choose', id })}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <span class="box__n">{number(id)}</span>
      {isChosen && corners.map((corner) => <i key={corner} data-corner={corner} />)}
    </button>
  );
}

/** What a box is called: a face that was found, or a box that was put. */
export function useBoxName(): (box: EditBox) => string {
  const { words, number } = useSpeech();
  return ({ id, isFace }) => {
    const text = isFace ? words.editor.face : words.editor.box;
    return fillText(text, { n: number(id) });
  };
}

/** The brush: painted with by pointer, or a dab at its tip, which arrow keys move. */
function BrushTip({ state, dispatch, canvas, gesture }: Layer) {
  const { editor } = useSpeech().words;
  const { picture, tip } = state;
  const dab = (point: Point, drag: number) => dispatch({ type: 'dab', ...point, gesture: drag });
  const onPointerDown = (event: PointerEvent) => {
    const over = canvas.current;
    if (event.button !== 0 || !over) return;
    const drag = gesture();
    dab(pointOf(event, over, picture), drag);
    followDrag(event, (move) => dab(pointOf(move, over, picture), drag));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event, picture);
    if (arrow) dispatch({ type: 'tip', ...arrow });
    else if (event.code === 'Space' || event.key === 'Enter') dab(tip, gesture(event));
    else return;
    event.preventDefault();
  };
  const { x, y, radius } = tip;
  const ring = { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
  return (
    <button
      type="button"
      class="brush"
      aria-label={editor.brushTip}
      data-brush
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      // Space is a dab already, when it goes down.
      onKeyUp={(event) => event.code === 'Space' && event.preventDefault()}
    >
      <span class="brush__tip" style={placeOf(ring, picture)} />
    </button>
  );
}

/** What does not go is dimmed. */
function Dimmed({ crop, picture }: { readonly crop: Region; readonly picture: Size }) {
  return (
    <div class="dimmed">
      <div style={placeOf(crop, picture)} />
    </div>
  );
}

/** What is kept of the picture; the rest is dimmed. */
function CropFrame({ state, dispatch, canvas, gesture }: Layer) {
  const { editor } = useSpeech().words;
  const { picture, edit } = state;
  const crop = edit.crop ?? { x: 0, y: 0, ...picture };
  const onPointerDown = (event: PointerEvent) => {
    const over = canvas.current;
    if (event.button !== 0 || !over) return;
    const areaOf = dragged(event, crop, over, picture);
    const isMoved = !(event.target instanceof HTMLElement && event.target.dataset.corner);
    const drag = gesture();
    followDrag(event, (move) => {
      const area = areaOf(move);
      if (!isMoved) dispatch({ type: 'place-crop', area, gesture: drag });
      else dispatch({ type: 'place-crop', area: kept(area, picture), gesture: drag });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrowOf(event, picture);
    if (!arrow) return;
    event.preventDefault();
    dispatch({ type: event.shiftKey ? 'size-crop' : 'move-crop', ...arrow, gesture: gesture(event) });
  };
  return (
    <>
      <Dimmed crop={crop} picture={picture} />
      <button
        type="button"
        class="frame"
        style={placeOf(crop, picture)}
        aria-label={editor.frame}
        data-frame
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        {allCorners.map((corner) => (
          <i key={corner} data-corner={corner} />
        ))}
      </button>
    </>
  );
}

/** Moved as a whole: pushed back inside, not cut. */
function kept({ x, y, width, height }: Region, picture: Size): Region {
  return {
    x: Math.max(0, Math.min(picture.width - width, x)),
    y: Math.max(0, Math.min(picture.height - height, y)),
    width,
    height,
  };
}
