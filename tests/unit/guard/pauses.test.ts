import { expect, test } from 'vitest';
import { createPauses } from '../../../utils/guard/pauses';

/** An hour without questions, by a clock that the test sets. */

const minute = 60_000;

test('a pause holds for an hour, for its own chat only', () => {
  let time = 1_000_000;
  const pauses = createPauses(() => time);
  expect(pauses.holds('a@g.us')).toBe(false);
  pauses.begin('a@g.us');
  expect([pauses.holds('a@g.us'), pauses.holds('b@g.us')]).toEqual([true, false]);
  time += 59 * minute;
  expect(pauses.holds('a@g.us')).toBe(true);
  time += minute;
  expect(pauses.holds('a@g.us')).toBe(false);
  // Over is over, whatever the clock says later.
  time -= 30 * minute;
  expect(pauses.holds('a@g.us')).toBe(false);
});

test('a clock that is set back ends it', () => {
  let time = 1_000_000;
  const pauses = createPauses(() => time);
  pauses.begin('a@g.us');
  time -= 1;
  expect(pauses.holds('a@g.us')).toBe(false);
});

test('nothing of one page is known in another', () => {
  createPauses().begin('a@g.us');
  expect(createPauses().holds('a@g.us')).toBe(false);
});
