import { expect, test } from 'vitest';
import {
  type RoundAction,
  roundAfter,
  roundStart,
  stepAt,
  steps,
} from '../../../../components/practice/round-state';

const after = (...actions: readonly RoundAction[]) => actions.reduce(roundAfter, roundStart);
const next = { type: 'next' } as const;
const back = { type: 'back' } as const;

test('one step after the other, to the end and no further', () => {
  expect(steps.map((_, moves) => stepAt(after(...Array(moves).fill(next))))).toEqual([...steps]);
  const over = after(...Array(steps.length + 3).fill(next));
  expect(stepAt(over)).toBe(null);
  expect(stepAt(roundAfter(over, back))).toBe('threat');
});

test('back ends at the first', () => {
  expect(stepAt(after(next, back, back))).toBe('person');
});

test('what was tried stays so, in whatever order, and moves nothing', () => {
  const state = after({ type: 'did', step: 'cover' }, next, { type: 'did', step: 'person' }, back);
  expect(stepAt(state)).toBe('person');
  expect([...state.done]).toEqual(['cover', 'person']);
  expect(roundAfter(state, { type: 'did', step: 'cover' })).toBe(state);
});

test('restarting forgets all', () => {
  expect(after(next, { type: 'did', step: 'group' }, { type: 'restart' })).toEqual({
    at: 0,
    done: new Set(),
  });
});
