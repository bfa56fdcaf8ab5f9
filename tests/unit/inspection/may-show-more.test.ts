import { describe, expect, test } from 'vitest';
import { type Box, lookedAtNothing, type Nudity } from '../../../utils/inspection/inspection';
import { mayShowMore } from '../../../utils/inspection/may-show-more';

const face: Box = { x: 1, y: 1, width: 9, height: 9, score: 0.9 };

/** What the model says of a picture of one colour or another. */
function hint(score: number, skin = 0, enlarged = false): Nudity {
  const scores = { drawing: 0, hentai: 0, neutral: 1 - score, porn: score, sexy: 0 };
  return { score, label: score > 0.5 ? 'porn' : 'neutral', scores, skin, enlarged };
}

const asks = (nudity: Nudity, faces: readonly Box[] = []) =>
  mayShowMore({ faces, nudity, lookedAt: 'whole' });

describe('may show more', () => {
  test('is not known of what was not looked at', () => {
    expect(mayShowMore(lookedAtNothing('timed-out'))).toBeNull();
  });

  test('with faces or skin a hint is enough', () => {
    expect(asks(hint(0.6), [face])).toBe(true);
    expect(asks(hint(0.6, 0.3))).toBe(true);
    expect(asks(hint(0.4, 0.9), [face, face])).toBe(false);
  });

  test('with neither the model has to be all but certain', () => {
    expect(asks(hint(0.9, 0.1))).toBe(false);
    expect(asks(hint(0.99, 0))).toBe(true);
  });

  test('so it has of a picture that was enlarged, which has to be of people too', () => {
    expect(asks(hint(0.9, 0.6, true), [face])).toBe(false);
    expect(asks(hint(0.99, 0.6, true))).toBe(true);
    expect(asks(hint(0.99, 0, true), [face])).toBe(true);
    expect(asks(hint(0.99, 0, true))).toBe(false);
  });
});
