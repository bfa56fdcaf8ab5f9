import type { Dab } from '../../utils/inspection/face-cover';
import type { Region } from '../../utils/inspection/picture';
import {
  cutAt,
  fitted,
  inside,
  largestWithout,
  leastSide,
  newBoxAt,
  type Preset,
  ratioOf,
  type Size,
} from './areas';
import { brushRadius, type Edit, type EditAction, type EditBox, type EditState } from './edit-state';

/** What a person does to a picture before it goes, as a pure function of state and action. */

/** So many steps can be taken back. */
const mostSteps = 100;

/** No picture has more faces to cover by hand, and no hand paints longer. */
const mostBoxes = 200;
const mostDabs = 20_000;

export function firstState(picture: Size, faces: readonly Region[]): EditState {
  const boxes = faces
    .slice(0, mostBoxes)
    .map((face, index) => ({ ...inside(face, picture), id: index + 1, covered: true, isFace: true }));
  return {
    picture,
    tool: 'faces',
    edit: { boxes, strokes: [], strokesCovered: true, crop: null, preset: 'free', how: 'blocks' },
    past: [],
    future: [],
    chosen: null,
    tip: { x: picture.width / 2, y: picture.height / 2, radius: brushRadius('medium', picture) },
    lastId: boxes.length,
    gesture: null,
  };
}

/** Whether anything of the picture changes. */
export function changesAnything({ boxes, strokes, strokesCovered, crop }: Edit): boolean {
  return boxes.some(({ covered }) => covered) || (strokesCovered && strokes.length > 0) || crop !== null;
}

export function reduce(state: EditState, action: EditAction): EditState {
  const { edit, picture } = state;
  switch (action.type) {
    case 'tool':
      return { ...state, tool: action.tool, chosen: null };
    case 'choose':
      return { ...state, chosen: action.id };
    case 'toggle':
      return step(
        state,
        changed(edit, action.id, (box) => ({ ...box, covered: !box.covered })),
      );
    case 'move':
    case 'size':
      return step(
        state,
        changed(edit, action.id, (box) => ({ ...box, ...nudged(box, action, picture) })),
        action.gesture,
      );
    case 'place':
      return step(
        state,
        changed(edit, action.id, (box) => ({ ...box, ...inside(action.area, picture) })),
        action.gesture,
      );
    case 'add': {
      const { x, y } = action.at ?? { x: picture.width / 2, y: picture.height / 2 };
      return added(state, freePlace(newBoxAt(x, y, picture), edit.boxes, picture));
    }
    case 'draw':
      return drawn(state, cutAt(action.area, picture), action.gesture);
    case 'remove':
      return {
        ...step(state, { ...edit, boxes: edit.boxes.filter(({ id }) => id !== action.id) }),
        chosen: null,
      };
    case 'found':
      return found(state, action.faces);
    case 'dab':
      return dabbed(state, action.x, action.y, action.gesture);
    case 'tip': {
      const x = Math.max(0, Math.min(picture.width, state.tip.x + action.dx));
      const y = Math.max(0, Math.min(picture.height, state.tip.y + action.dy));
      return { ...state, tip: { ...state.tip, x, y } };
    }
    case 'radius':
      return { ...state, tip: { ...state.tip, radius: action.radius } };
    case 'toggle-strokes':
      return step(state, { ...edit, strokesCovered: !edit.strokesCovered });
    case 'how':
      return step(state, { ...edit, how: action.how });
    case 'preset':
      return step(state, { ...edit, preset: action.preset, crop: cropOf(state, action.preset) });
    case 'move-crop':
    case 'size-crop':
      return step(state, { ...edit, crop: nudgedCrop(state, action) }, action.gesture);
    case 'place-crop':
      return step(state, { ...edit, crop: croppedTo(state, action.area) }, action.gesture);
    case 'undo':
      return back(state);
    case 'redo':
      return forth(state);
  }
}

/** One more step that can be taken back; a step of the same gesture takes the last one's place. */
function step(state: EditState, edit: Edit, gesture: number | null = null): EditState {
  if (edit === state.edit) return state;
  const goesOn = gesture !== null && gesture === state.gesture;
  const past = goesOn ? state.past : [...state.past, state.edit].slice(-mostSteps);
  return { ...state, edit, past, future: [], gesture };
}

function back(state: EditState): EditState {
  const edit = state.past.at(-1);
  if (!edit) return state;
  const future = [state.edit, ...state.future];
  return {
    ...state,
    edit,
    past: state.past.slice(0, -1),
    future,
    gesture: null,
    chosen: stillThere(state, edit),
  };
}

function forth(state: EditState): EditState {
  const [edit, ...future] = state.future;
  if (!edit) return state;
  return {
    ...state,
    edit,
    past: [...state.past, state.edit],
    future,
    gesture: null,
    chosen: stillThere(state, edit),
  };
}

function stillThere({ chosen }: EditState, { boxes }: Edit): number | null {
  return boxes.some(({ id }) => id === chosen) ? chosen : null;
}

function changed(edit: Edit, id: number, change: (box: EditBox) => EditBox): Edit {
  if (!edit.boxes.some((box) => box.id === id)) return edit;
  return { ...edit, boxes: edit.boxes.map((box) => (box.id === id ? change(box) : box)) };
}

interface Nudge {
  readonly type: 'move' | 'size' | 'move-crop' | 'size-crop';
  readonly dx: number;
  readonly dy: number;
}

function nudged({ x, y, width, height }: Region, { type, dx, dy }: Nudge, picture: Size): Region {
  if (type === 'move' || type === 'move-crop')
    return inside({ x: x + dx, y: y + dy, width, height }, picture);
  const least = leastSide(picture);
  return {
    x,
    y,
    width: Math.max(Math.min(least, width), Math.min(picture.width - x, width + dx)),
    height: Math.max(Math.min(least, height), Math.min(picture.height - y, height + dy)),
  };
}

function added(state: EditState, area: Region): EditState {
  const { edit } = state;
  if (edit.boxes.length >= mostBoxes) return state;
  const id = state.lastId + 1;
  const boxes = [...edit.boxes, { ...area, id, covered: true, isFace: false }];
  return { ...step(state, { ...edit, boxes }), chosen: id, lastId: id };
}

/** Beside one that lies at the very same place, so that two added by key are seen to be two. */
function freePlace(area: Region, boxes: readonly EditBox[], picture: Size): Region {
  let free = area;
  for (let tries = 0; tries < boxes.length; tries += 1) {
    if (!boxes.some(({ x, y }) => x === free.x && y === free.y)) break;
    free = inside({ ...free, x: free.x + free.width / 4, y: free.y + free.height / 4 }, picture);
  }
  return free;
}

/** A box that is being drawn with the pointer: the one of this gesture, or a new one. */
function drawn(state: EditState, area: Region, gesture: number): EditState {
  if (state.gesture !== gesture) return { ...added(state, area), gesture };
  const { chosen } = state;
  if (chosen === null) return state;
  return step(
    state,
    changed(state.edit, chosen, (box) => ({ ...box, ...area })),
    gesture,
  );
}

/** Late faces come pre-ticked too, and cannot be undone away; one that a box lies over already is known. */
function found(state: EditState, faces: readonly Region[]): EditState {
  let { lastId } = state;
  const isKnown = (face: Region) =>
    state.edit.boxes.some(
      (box) =>
        Math.abs(box.x + box.width / 2 - face.x - face.width / 2) < box.width / 2 &&
        Math.abs(box.y + box.height / 2 - face.y - face.height / 2) < box.height / 2,
    );
  const late = faces
    .filter((face) => !isKnown(face))
    .slice(0, Math.max(0, mostBoxes - state.edit.boxes.length))
    .map((face) => {
      lastId += 1;
      return { ...inside(face, state.picture), id: lastId, covered: true, isFace: true };
    });
  if (late.length === 0) return state;
  const withLate = (edit: Edit): Edit => ({ ...edit, boxes: [...edit.boxes, ...late] });
  return {
    ...state,
    lastId,
    edit: withLate(state.edit),
    past: state.past.map(withLate),
    future: state.future.map(withLate),
  };
}

/** A dab, and those between it and the last one of the same stroke: no gap shows what lies between. */
function dabbed(state: EditState, x: number, y: number, gesture: number): EditState {
  const { edit, picture, tip } = state;
  if (edit.strokes.reduce((sum, stroke) => sum + stroke.length, 0) >= mostDabs) return state;
  const at = {
    x: Math.max(0, Math.min(picture.width, x)),
    y: Math.max(0, Math.min(picture.height, y)),
    radius: tip.radius,
  };
  const isSame = state.gesture === gesture;
  const stroke = isSame ? (edit.strokes.at(-1) ?? []) : [];
  const strokes = [
    ...(isSame ? edit.strokes.slice(0, -1) : edit.strokes),
    [...stroke, ...dabsTo(stroke.at(-1), at)],
  ];
  return { ...step(state, { ...edit, strokes, strokesCovered: true }, gesture), tip: at };
}

function dabsTo(last: Dab | undefined, at: Dab): readonly Dab[] {
  if (!last) return [at];
  const [dx, dy] = [at.x - last.x, at.y - last.y];
  const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / (at.radius / 2)));
  return Array.from({ length: count }, (_, index) => {
    const part = (index + 1) / count;
    return { x: last.x + dx * part, y: last.y + dy * part, radius: at.radius };
  });
}

/** The crop that a preset begins with; null keeps all. */
function cropOf({ edit, picture }: EditState, preset: Preset): Region | null {
  if (preset === 'free') return edit.crop;
  if (preset === 'without-faces') return largestWithout(edit.boxes, picture) ?? edit.crop;
  const ratio = ratioOf(preset, picture) ?? 1;
  const { x, y, width, height } = edit.crop ?? { x: 0, y: 0, ...picture };
  return fitted(ratio, { x: x + width / 2, y: y + height / 2 }, picture, picture);
}

/** An area as a crop: of the preset's ratio, and none at all when it is the whole picture. */
function croppedTo({ edit, picture }: EditState, area: Region): Region | null {
  const ratio = ratioOf(edit.preset, picture);
  const kept = cutAt(area, picture);
  const crop =
    ratio === null
      ? kept
      : fitted(ratio, { x: kept.x + kept.width / 2, y: kept.y + kept.height / 2 }, kept, picture);
  return crop.width >= picture.width && crop.height >= picture.height ? null : crop;
}

function nudgedCrop(state: EditState, nudge: Nudge): Region | null {
  const { edit, picture } = state;
  const crop = edit.crop ?? { x: 0, y: 0, ...picture };
  const ratio = ratioOf(edit.preset, picture);
  if (nudge.type === 'move-crop' || ratio === null) return croppedTo(state, nudged(crop, nudge, picture));
  // Of a fixed ratio either direction sizes both.
  const width = Math.min(crop.width + nudge.dx + nudge.dy * ratio, picture.width - crop.x);
  const height = Math.min(width / ratio, picture.height - crop.y);
  return inside({ x: crop.x, y: crop.y, width: height * ratio, height }, picture);
}
