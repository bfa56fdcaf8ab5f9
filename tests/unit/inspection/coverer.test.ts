import { describe, expect, test, vi } from 'vitest';
import type { FromCoverWorker, ToCoverWorker } from '../../../utils/channel/cover-channel';
import { createCoverer, isCoveredBy, planFor } from '../../../utils/inspection/coverer';
import type { Box, Inspection } from '../../../utils/inspection/inspection';

/** The page's side of covering, with a worker that says what the test wants. */

class FakeBitmap {
  close() {}
}
vi.stubGlobal('ImageBitmap', FakeBitmap);

const face: Box = { x: 100, y: 100, width: 40, height: 40, score: 0.9 };
const opened = {
  type: 'opened',
  width: 400,
  height: 300,
  preview: new FakeBitmap() as unknown as ImageBitmap,
} as const;
const jpegCopy: FromCoverWorker = { type: 'covered', copy: new Blob(['copy'], { type: 'image/jpeg' }) };
const picture = new File(['picture'], 'photo-1.heic', { type: 'image/heic' });

/** @param answers to what is asked, one after the other; null is the worker's end */
function covererOf(answers: readonly (FromCoverWorker | null)[], faces: readonly Box[] = []) {
  const asked: ToCoverWorker[] = [];
  let ended = 0;
  const start = () => {
    const worker = new EventTarget();
    return Object.assign(worker, {
      postMessage(message: ToCoverWorker) {
        const answer = answers[asked.length];
        asked.push(message);
        queueMicrotask(() =>
          worker.dispatchEvent(
            answer ? Object.assign(new Event('message'), { data: answer }) : new Event('error'),
          ),
        );
      },
      terminate() {
        ended += 1;
      },
    }) as unknown as Worker;
  };
  const inspected: Inspection = { faces, nudity: null, lookedAt: 'whole' };
  const inspector = { inspect: async () => inspected, end() {} };
  return { coverer: createCoverer(start, inspector), asked, ended: () => ended };
}

describe('a covered copy', () => {
  test('has the extension of what was written, and the worker ends', async () => {
    const { coverer, ended } = covererOf([opened, jpegCopy]);
    const copy = await coverer.coverFaces(picture, [face]);
    expect(copy).toBeInstanceOf(File);
    expect(copy).toMatchObject({ name: 'photo-1.jpg', type: 'image/jpeg' });
    expect(ended()).toBe(1);
  });

  test('keeps the name when its type stays', async () => {
    const { coverer } = covererOf([opened, jpegCopy]);
    const own = new File(['picture'], 'photo-2.jpeg', { type: 'image/jpeg' });
    expect(await coverer.coverFaces(own, [face])).toMatchObject({ name: 'photo-2.jpeg' });
  });

  test('is looked into again; where a face is found in a box, all boxes become one colour', async () => {
    const { coverer, asked } = covererOf([opened, jpegCopy, jpegCopy], [face]);
    await coverer.coverFaces(picture, [face]);
    expect(asked.map((message) => (message.type === 'cover' ? message.plan.how : 'open'))).toEqual([
      'open',
      'blocks',
      'solid',
    ]);
  });

  test('with a face beside the boxes stays as it is', async () => {
    const { coverer, asked } = covererOf([opened, jpegCopy], [{ ...face, x: 300 }]);
    await coverer.coverFaces(picture, [face]);
    expect(asked.length).toBe(2);
  });

  test('tells why there is none: refused, or the worker ended', async () => {
    const refused = covererOf([{ type: 'not-covered', why: 'moves' }]);
    expect(await refused.coverer.coverFaces(picture, [face])).toBe('moves');
    expect(await covererOf([null]).coverer.coverFaces(picture, [face])).toBe('died');
    expect(await covererOf([opened, null]).coverer.coverFaces(picture, [face])).toBe('died');
  });
});

describe('whether a face of the copy lies in a box', () => {
  const plan = planFor([face], 400, 300);

  test('is told by its middle, moved by the crop', () => {
    expect(isCoveredBy(plan, face)).toBe(true);
    expect(isCoveredBy(plan, { ...face, x: 160 })).toBe(false);
    const cropped = { ...plan, crop: { x: 90, y: 90, width: 100, height: 100 } };
    expect(isCoveredBy(cropped, { ...face, x: 10, y: 10 })).toBe(true);
    expect(isCoveredBy(cropped, face)).toBe(false);
  });
});
