import { describe, expect, test, vi } from 'vitest';
import { parseFromCoverWorker, parseToCoverWorker } from '../../../utils/channel/cover-channel';

class FakeBitmap {}
vi.stubGlobal('ImageBitmap', FakeBitmap);

const plan = {
  boxes: [{ id: 1, x: 0, y: 0, width: 4, height: 4 }],
  dabs: [{ x: 1, y: 1, radius: 2 }],
  how: 'blocks',
  crop: null,
  seed: Uint32Array.of(1, 2, 3, 4),
};

describe('messages to and from the worker that covers', () => {
  test('come through when they are whole', () => {
    expect(parseToCoverWorker({ type: 'cover', plan })).toEqual({ type: 'cover', plan });
    const crop = { x: 1, y: 1, width: 2, height: 2 };
    expect(parseToCoverWorker({ type: 'cover', plan: { ...plan, crop } })).toMatchObject({ plan: { crop } });
    expect(parseFromCoverWorker({ type: 'not-covered', why: 'moves' })).toEqual({
      type: 'not-covered',
      why: 'moves',
    });
  });

  test.each([
    null,
    {},
    { type: 'open', picture: 'photo.jpg' },
    { type: 'cover' },
    { type: 'cover', plan: { ...plan, how: 'blur' } },
    { type: 'cover', plan: { ...plan, seed: [1, 2, 3, 4] } },
    { type: 'cover', plan: { ...plan, crop: { x: 1 } } },
    { type: 'cover', plan: { ...plan, boxes: [{ ...plan.boxes[0], width: Number.NaN }] } },
    { type: 'cover', plan: { ...plan, dabs: [{ x: 1, y: 1 }] } },
  ])('are dropped when they are not: %j', (message) => {
    expect(parseToCoverWorker(message)).toBeNull();
  });

  test.each([
    null,
    { type: 'opened', width: 1, height: 1 },
    { type: 'covered' },
    { type: 'not-covered', why: 'x' },
  ])('are dropped the other way too: %j', (message) => {
    expect(parseFromCoverWorker(message)).toBeNull();
  });
});
