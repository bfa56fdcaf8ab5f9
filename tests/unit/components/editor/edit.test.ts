import { describe, expect, test } from 'vitest';
import { changesAnything, firstState, reduce } from '../../../../components/editor/edit';
import type { EditAction, EditState } from '../../../../components/editor/edit-state';

const picture = { width: 400, height: 300 };
const face = { x: 40, y: 30, width: 60, height: 80 };
const other = { x: 250, y: 60, width: 50, height: 60 };

const begin = () => firstState(picture, [face, other]);
const done = (...actions: readonly EditAction[]): EditState => actions.reduce(reduce, begin());
const box = (state: EditState, id = 1) => state.edit.boxes.find((one) => one.id === id);

const isInside = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  x >= 0 &&
  y >= 0 &&
  width > 0 &&
  height > 0 &&
  x + width <= picture.width + 1e-9 &&
  y + height <= picture.height + 1e-9;

/** Numbers that look random and are the same in every run. */
function numbers(): () => number {
  let state = 7;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

describe('boxes', () => {
  test('are ticked at first, and toggled one by one', () => {
    expect(begin().edit.boxes.map(({ covered }) => covered)).toEqual([true, true]);
    const state = done({ type: 'toggle', id: 2 });
    expect(state.edit.boxes.map(({ covered }) => covered)).toEqual([true, false]);
  });

  test('are moved and sized, and stop at the edge', () => {
    expect(box(done({ type: 'move', id: 1, dx: 10, dy: -5, gesture: 1 }))).toMatchObject({ x: 50, y: 25 });
    expect(box(done({ type: 'move', id: 1, dx: -999, dy: 999, gesture: 1 }))).toMatchObject({
      x: 0,
      y: 220,
    });
    expect(box(done({ type: 'size', id: 1, dx: 12, dy: 4, gesture: 1 }))).toMatchObject({
      ...face,
      width: 72,
      height: 84,
    });
    expect(box(done({ type: 'size', id: 1, dx: 999, dy: -999, gesture: 1 }))).toMatchObject({
      ...face,
      width: 360,
      height: 8,
    });
  });

  test('are added where the pointer is, else in the middle, and the new one is chosen', () => {
    const state = done({ type: 'add', at: { x: 399, y: 1 } }, { type: 'add' }, { type: 'add' });
    expect(state.edit.boxes.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5]);
    expect(state.chosen).toBe(5);
    expect(state.edit.boxes.every(isInside)).toBe(true);
    // Two that are added by key do not hide each other.
    expect(box(state, 4)?.x).not.toBe(box(state, 5)?.x);
  });

  test('of the same number never come twice, whatever was undone or removed', () => {
    const state = done({ type: 'add' }, { type: 'undo' }, { type: 'remove', id: 2 }, { type: 'add' });
    expect(state.edit.boxes.map(({ id }) => id)).toEqual([1, 4]);
  });

  test('are drawn by a drag, which is one step', () => {
    const drawn = [10, 30, 60].map(
      (side): EditAction => ({
        type: 'draw',
        area: { x: 100, y: 150, width: side, height: side },
        gesture: 5,
      }),
    );
    const state = done(...drawn);
    expect(box(state, 3)).toMatchObject({ x: 100, y: 150, width: 60, height: 60 });
    expect(reduce(state, { type: 'undo' }).edit).toEqual(begin().edit);
  });

  test('of faces found late are ticked too, and undo does not take them away', () => {
    const late = { x: 180, y: 200, width: 40, height: 40 };
    const state = done({ type: 'toggle', id: 1 }, { type: 'found', faces: [face, other, late] });
    expect(state.edit.boxes.map(({ id, covered }) => [id, covered])).toEqual([
      [1, false],
      [2, true],
      [3, true],
    ]);
    expect(reduce(state, { type: 'undo' }).edit.boxes.map(({ covered }) => covered)).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe('undo and redo', () => {
  const actions: readonly EditAction[] = [
    { type: 'toggle', id: 1 },
    { type: 'move', id: 2, dx: 5, dy: 5, gesture: 1 },
    { type: 'add' },
    { type: 'dab', x: 100, y: 100, gesture: 2 },
    { type: 'how', how: 'solid' },
    { type: 'preset', preset: 'square' },
    { type: 'remove', id: 2 },
  ];

  test('go back to the beginning step by step, and forth again', () => {
    const states = [begin()];
    for (const action of actions) states.push(reduce(states.at(-1) ?? begin(), action));
    let state = states.at(-1) ?? begin();
    for (const earlier of states.slice(0, -1).reverse()) {
      state = reduce(state, { type: 'undo' });
      expect(state.edit).toEqual(earlier.edit);
    }
    expect(reduce(state, { type: 'undo' })).toBe(state);
    for (const later of states.slice(1)) {
      state = reduce(state, { type: 'redo' });
      expect(state.edit).toEqual(later.edit);
    }
    expect(reduce(state, { type: 'redo' })).toBe(state);
  });

  test('a new step ends what could be done again', () => {
    const state = done({ type: 'toggle', id: 1 }, { type: 'undo' }, { type: 'toggle', id: 2 });
    expect(reduce(state, { type: 'redo' })).toBe(state);
  });

  test('a key held down is one step, two presses are two', () => {
    const move = (gesture: number): EditAction => ({ type: 'move', id: 1, dx: 1, dy: 0, gesture });
    expect(done(move(1), move(1), move(1)).past.length).toBe(1);
    expect(done(move(1), move(2)).past.length).toBe(2);
  });

  test('keep a bounded number of steps', () => {
    const many = Array.from({ length: 500 }, (): EditAction => ({ type: 'toggle', id: 1 }));
    expect(done(...many).past.length).toBe(100);
  });

  test('the box that is gone is chosen no more', () => {
    expect(done({ type: 'add' }, { type: 'undo' }).chosen).toBeNull();
  });
});

describe('the brush', () => {
  test('leaves no gap between two dabs of a stroke', () => {
    const state = done(
      { type: 'dab', x: 10, y: 10, gesture: 1 },
      { type: 'dab', x: 300, y: 200, gesture: 1 },
    );
    const [stroke = []] = state.edit.strokes;
    expect(stroke.at(-1)).toMatchObject({ x: 300, y: 200 });
    stroke.slice(1).forEach((dab, index) => {
      const before = stroke[index] ?? dab;
      expect(Math.hypot(dab.x - before.x, dab.y - before.y)).toBeLessThanOrEqual(dab.radius / 2 + 1e-9);
    });
    expect(state.past.length).toBe(1);
  });

  test('has a tip that stays in the picture', () => {
    expect(done({ type: 'tip', dx: 9_999, dy: -9_999 }).tip).toMatchObject({ x: 400, y: 0 });
  });

  test('ticks its strokes again when something is painted', () => {
    const state = done({ type: 'dab', x: 1, y: 1, gesture: 1 }, { type: 'toggle-strokes' });
    expect(state.edit.strokesCovered).toBe(false);
    expect(reduce(state, { type: 'dab', x: 9, y: 9, gesture: 2 }).edit.strokesCovered).toBe(true);
  });
});

describe('the crop', () => {
  const crop = (...actions: readonly EditAction[]) => done(...actions).edit.crop;

  test('begins with the largest of a ratio', () => {
    expect(crop({ type: 'preset', preset: 'square' })).toEqual({ x: 50, y: 0, width: 300, height: 300 });
    expect(crop({ type: 'preset', preset: '16:9' })).toEqual({ x: 0, y: 37.5, width: 400, height: 225 });
  });

  test('of a standing picture stands', () => {
    const state = reduce(firstState({ width: 300, height: 400 }, []), { type: 'preset', preset: '16:9' });
    expect(state.edit.crop).toEqual({ x: 37.5, y: 0, width: 225, height: 400 });
  });

  test('without the faces holds none of them', () => {
    const kept = crop({ type: 'preset', preset: 'without-faces' });
    expect(kept && isInside(kept)).toBe(true);
    for (const one of [face, other]) {
      const isApart =
        !kept ||
        kept.x >= one.x + one.width ||
        one.x >= kept.x + kept.width ||
        kept.y >= one.y + one.height ||
        one.y >= kept.y + kept.height;
      expect(isApart).toBe(true);
    }
    // Under both faces: 400 × 190.
    expect(kept).toEqual({ x: 0, y: 120, width: 400, height: 180 });
  });

  test('without a face that fills the picture changes nothing', () => {
    const state = firstState(picture, [{ x: 0, y: 0, width: 400, height: 300 }]);
    expect(reduce(state, { type: 'preset', preset: 'without-faces' }).edit.crop).toBeNull();
  });

  test('is sized and moved by keys; the whole picture is no crop', () => {
    const sized: EditAction = { type: 'size-crop', dx: -100, dy: -50, gesture: 1 };
    expect(crop(sized)).toEqual({ x: 0, y: 0, width: 300, height: 250 });
    expect(crop(sized, { type: 'move-crop', dx: 20, dy: 999, gesture: 2 })).toEqual({
      x: 20,
      y: 50,
      width: 300,
      height: 250,
    });
    expect(crop(sized, { type: 'size-crop', dx: 999, dy: 999, gesture: 2 })).toBeNull();
  });

  test('keeps its ratio while it is sized', () => {
    const state = done({ type: 'preset', preset: '4:3' }, { type: 'size-crop', dx: -120, dy: 0, gesture: 1 });
    expect(state.edit.crop).toMatchObject({ width: 280, height: 210 });
  });
});

test('whatever is done, boxes, dabs and crop stay inside the picture', () => {
  const next = numbers();
  const any = (most: number) => (next() - 0.5) * 2 * most;
  const area = () => ({ x: any(900), y: any(900), width: any(900), height: any(900) });
  const presets = ['free', 'square', '4:3', '16:9', 'without-faces'] as const;
  let state = begin();
  for (let turn = 0; turn < 1_000; turn += 1) {
    const id = 1 + Math.floor(next() * 6);
    const gesture = Math.floor(next() * 3);
    const actions: readonly EditAction[] = [
      { type: 'move', id, dx: any(300), dy: any(300), gesture },
      { type: 'size', id, dx: any(300), dy: any(300), gesture },
      { type: 'place', id, area: area(), gesture },
      { type: 'draw', area: area(), gesture },
      { type: 'add', at: { x: any(900), y: any(900) } },
      { type: 'remove', id },
      { type: 'dab', x: any(900), y: any(900), gesture },
      { type: 'tip', dx: any(900), dy: any(900) },
      { type: 'move-crop', dx: any(300), dy: any(300), gesture },
      { type: 'size-crop', dx: any(300), dy: any(300), gesture },
      { type: 'place-crop', area: area(), gesture },
      { type: 'preset', preset: presets[Math.floor(next() * 5)] ?? 'free' },
      { type: 'undo' },
      { type: 'redo' },
    ];
    const action = actions[Math.floor(next() * actions.length)];
    if (action) state = reduce(state, action);
    const { boxes, strokes, crop } = state.edit;
    expect(
      boxes.filter((one) => !isInside(one)),
      action?.type,
    ).toEqual([]);
    expect(crop === null || isInside(crop), action?.type).toBe(true);
    const dabs = strokes.at(-1) ?? [];
    expect(dabs.every(({ x, y }) => x >= 0 && y >= 0 && x <= 400 && y <= 300)).toBe(true);
    expect(state.chosen === null || boxes.some((one) => one.id === state.chosen)).toBe(true);
  }
});

test('a picture changes only when something is covered or cropped', () => {
  const bare = done({ type: 'toggle', id: 1 }, { type: 'toggle', id: 2 });
  expect(changesAnything(begin().edit)).toBe(true);
  expect(changesAnything(bare.edit)).toBe(false);
  expect(changesAnything(reduce(bare, { type: 'dab', x: 1, y: 1, gesture: 1 }).edit)).toBe(true);
  expect(changesAnything(reduce(bare, { type: 'preset', preset: 'square' }).edit)).toBe(true);
});
