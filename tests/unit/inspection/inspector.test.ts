import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FromWorker, Look } from '../../../utils/channel/inspection-channel';
import { createInspector } from '../../../utils/inspection/inspector';
import type { Drawing } from '../../../utils/inspection/look-at';
import type { FramesEnd } from '../../../utils/inspection/video-frames';
import { box, fullBox } from '../../fixtures/isobmff';
import { jpeg, latin1 } from '../../fixtures/jpeg';
import { svg } from '../../fixtures/svg';

/** The life of the worker and the turn of each file, with a worker that does what the test says. */

const photo = new Blob([new Uint8Array(jpeg())]);
const second = new Blob([new Uint8Array(jpeg())]);
const drawing = new Blob([new Uint8Array(svg('<rect/>'))]);
const hdlr = (handler: string) =>
  fullBox('hdlr', 0, 0, new Uint8Array(4), latin1(handler), new Uint8Array(12));
const movie = (handler: string) =>
  new Blob([
    new Uint8Array(box('ftyp', latin1('isom'), [0, 0, 0, 0])),
    new Uint8Array(box('moov', box('trak', box('mdia', hdlr(handler))))),
  ]);

const face = { x: 1, y: 2, width: 3, height: 4, score: 0.9 };
const scores = { drawing: 0.1, hentai: 0, neutral: 0.8, porn: 0, sexy: 0.1 };
const hint = (score: number) => ({ score, label: 'neutral', scores, skin: 0.2, enlarged: false }) as const;
const looked = { faces: [face], nudity: hint(0.1), lookedAt: 'whole' } as const;
const nothing = (why: string) => ({ faces: [], nudity: null, lookedAt: 'nothing', why });

class FakeWorker {
  onmessage: (event: { data: unknown }) => void = () => {};
  onerror: () => void = () => {};
  onmessageerror: () => void = () => {};
  isEnded = false;
  readonly asked: Look[] = [];

  postMessage(message: Look) {
    this.asked.push(message);
    hears(this, message);
  }
  terminate() {
    this.isEnded = true;
  }
  say(message: Partial<FromWorker>) {
    this.onmessage({ data: { id: this.asked.at(-1)?.id, ...message } });
  }
}

let workers: FakeWorker[];
let hears: (worker: FakeWorker, message: Look) => void;

function newInspector(fakes: Partial<Drawing> = {}) {
  const start = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  };
  return createInspector(start, {
    videoFrames: () => framesOf(0, 'not-decodable'),
    drawSvg: async () => 'not-decodable',
    ...fakes,
  });
}

/** As many bitmaps as wanted. */
async function* framesOf(count: number, end: FramesEnd) {
  for (let frame = 0; frame < count; frame++) yield { bitmap: bitmap(), own: { width: 10, height: 10 } };
  return end;
}

const bitmap = (width = 10, height = 10) => ({ width, height, close: () => {} }) as unknown as ImageBitmap;

/** What a test waits for. */
function signalled() {
  let resolve = () => {};
  const promise = new Promise<void>((told) => {
    resolve = told;
  });
  return { promise, resolve };
}

/** The next question that any worker hears. */
function question(): Promise<FakeWorker> {
  return new Promise((resolve) => {
    hears = resolve;
  });
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  workers = [];
  hears = () => {};
});
afterEach(() => {
  vi.useRealTimers();
});

test('a picture is asked about, and the answer given', async () => {
  const glances: number[] = [];
  const asked = question();
  const inspection = newInspector().inspect(photo, (faces) => glances.push(faces.length));
  const worker = await asked;
  worker.say({ type: 'glance', faces: [face] });
  worker.say({ type: 'looked', id: 99, ...looked, faces: [] });
  worker.say({ type: 'looked', ...looked });
  expect(await inspection).toEqual(looked);
  expect(glances).toEqual([1]);
});

test('one after the other, in the same worker', async () => {
  const inspector = newInspector();
  const first = question();
  const inspections = [inspector.inspect(photo), inspector.inspect(second)];
  const worker = await first;
  expect(worker.asked.length).toBe(1);
  const next = question();
  worker.say({ type: 'looked', ...looked });
  expect(await next).toBe(worker);
  worker.say({ type: 'nothing', why: 'too-large' });
  expect(await Promise.all(inspections)).toEqual([looked, nothing('too-large')]);
});

test('a worker that fails is begun anew, and what it was asked is asked once more', async () => {
  const asked = question();
  const inspection = newInspector().inspect(photo);
  await asked;
  const again = question();
  workers[0]?.onerror();
  (await again).say({ type: 'looked', ...looked });
  expect(await inspection).toEqual(looked);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false]);
});

test('a picture that kills two workers is not tried a third time; the next one is', async () => {
  hears = (worker) => queueMicrotask(() => worker.onerror());
  const inspector = newInspector();
  expect(await inspector.inspect(photo)).toEqual(nothing('died'));
  expect(workers.length).toBe(2);
  hears = (worker) => worker.say({ type: 'looked', ...looked });
  expect(await inspector.inspect(second)).toEqual(looked);
});

test('eight seconds are the most; the worker that was asked is ended, the next picture gets another', async () => {
  const asked = question();
  const inspector = newInspector();
  const inspection = inspector.inspect(photo);
  await asked;
  vi.advanceTimersByTime(7_999);
  expect(workers[0]?.isEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await inspection).toEqual(nothing('timed-out'));
  expect(workers[0]?.isEnded).toBe(true);
  hears = (worker) => worker.say({ type: 'looked', ...looked });
  expect(await inspector.inspect(second)).toEqual(looked);
  expect(workers.length).toBe(2);
});

test('a worker that has had nothing to do for a minute is ended', async () => {
  hears = (worker) => worker.say({ type: 'looked', ...looked });
  const inspector = newInspector();
  await inspector.inspect(photo);
  vi.advanceTimersByTime(59_999);
  await inspector.inspect(second);
  vi.advanceTimersByTime(59_999);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([false]);
  vi.advanceTimersByTime(1);
  expect(workers.map(({ isEnded }) => isEnded)).toEqual([true]);
});

test('ended from outside: what is looked at ends as died and is not tried again', async () => {
  const asked = question();
  const inspector = newInspector();
  const inspection = inspector.inspect(photo);
  const waiting = inspector.inspect(second);
  await asked;
  inspector.end();
  expect(await inspection).toEqual(nothing('died'));
  expect(await waiting).toEqual(nothing('died'));
  expect(workers.length).toBe(1);
});

test('withdrawn while it is looked at: told at once, the worker ended, the next one looked at', async () => {
  const asked = question();
  const inspector = newInspector();
  const share = new AbortController();
  const inspection = inspector.inspect(photo, undefined, share.signal);
  const worker = await asked;
  const next = inspector.inspect(second);
  hears = (other) => other.say({ type: 'looked', ...looked });
  share.abort();
  await expect(inspection).rejects.toBe(share.signal.reason);
  expect(worker.isEnded).toBe(true);
  expect(await next).toEqual(looked);
});

test('withdrawn while it waits: never asked', async () => {
  const asked = question();
  const inspector = newInspector();
  const share = new AbortController();
  const first = inspector.inspect(photo);
  const waiting = inspector.inspect(second, undefined, share.signal);
  const worker = await asked;
  share.abort();
  await expect(waiting).rejects.toBe(share.signal.reason);
  worker.say({ type: 'looked', ...looked });
  expect(await first).toEqual(looked);
  expect(worker.asked.length).toBe(1);
});

test('a file that can no longer be read is not decodable', async () => {
  const gone = {
    size: 10,
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }),
  };
  expect(await newInspector().inspect(gone as unknown as Blob)).toEqual(nothing('not-decodable'));
});

test('SVG is drawn, and boxes are those of its own size', async () => {
  hears = (worker) => worker.say({ type: 'looked', ...looked });
  const drawn = { bitmap: bitmap(1600, 800), own: { width: 160, height: 80 } };
  const { faces } = await newInspector({ drawSvg: async () => drawn }).inspect(drawing);
  expect(faces).toEqual([{ x: 0.1, y: 0.2, width: 0.3, height: 0.4, score: 0.9 }].map(closeTo));
});

const closeTo = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expect.closeTo(value, 6)]));

test('SVG that takes for ever to draw is timed out', async () => {
  const begun = signalled();
  const drawSvg = () => {
    begun.resolve();
    return new Promise<never>(() => {});
  };
  const inspection = newInspector({ drawSvg }).inspect(drawing);
  await begun.promise;
  vi.advanceTimersByTime(8_000);
  expect(await inspection).toEqual(nothing('timed-out'));
});

test('of a video: the faces of the frame with the most, the strongest hint', async () => {
  const frames = [
    { faces: [], nudity: hint(0.8) },
    { faces: [face, face], nudity: hint(0.2) },
    { faces: [face], nudity: hint(0.3) },
  ] as const;
  let frame = 0;
  hears = (worker) => worker.say({ type: 'looked', ...looked, ...frames[frame++] });
  const inspection = await newInspector({ videoFrames: () => framesOf(3, 'seen') }).inspect(movie('vide'));
  expect(inspection).toEqual({
    faces: [face, face],
    nudity: hint(0.8),
    lookedAt: 'frames',
  });
});

test('of a picture that takes too long the faces that a glance showed count; without any it was not looked at', async () => {
  for (const faces of [[face], []]) {
    const asked = question();
    const inspection = newInspector().inspect(photo);
    (await asked).say({ type: 'glance', faces });
    vi.advanceTimersByTime(8_000);
    expect(await inspection).toEqual(
      faces.length > 0 ? { ...nothing('timed-out'), faces, lookedAt: 'whole' } : nothing('timed-out'),
    );
  }
});

test('the frames of a video share the time for close looks; a picture has what the worker gives it', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
  const limits: (number | undefined)[] = [];
  hears = (worker, { closeLookLimit }) => {
    limits.push(closeLookLimit);
    now.mockReturnValue(limits.length === 1 ? 2_500 : 7_000);
    worker.say({ type: 'looked', ...looked });
  };
  await newInspector({ videoFrames: () => framesOf(3, 'seen') }).inspect(movie('vide'));
  await newInspector().inspect(photo);
  expect(limits).toEqual([625, 500, 0, undefined]);
  now.mockRestore();
});

test('of a video that takes too long what was seen counts, if anything was', async () => {
  for (const count of [2, 0]) {
    hears = (worker) => worker.say({ type: 'looked', ...looked });
    const stuck = signalled();
    const frames = async function* () {
      yield* framesOf(count, 'seen');
      stuck.resolve();
      await new Promise(() => {});
      return 'seen' as const;
    };
    const inspection = newInspector({ videoFrames: frames }).inspect(movie('vide'));
    await stuck.promise;
    vi.advanceTimersByTime(8_000);
    expect(await inspection).toEqual(count > 0 ? { ...looked, lookedAt: 'frames' } : nothing('timed-out'));
  }
});

test('a frame over which the worker is lost is left out; two lost end it, with what was seen', async () => {
  let frame = 0;
  hears = (worker) => {
    frame += 1;
    if (frame === 1) worker.say({ type: 'looked', ...looked });
    else queueMicrotask(() => worker.onerror());
  };
  const inspection = await newInspector({ videoFrames: () => framesOf(8, 'seen') }).inspect(movie('vide'));
  expect(inspection).toEqual({ ...looked, lookedAt: 'frames' });
  expect(frame).toBe(3);
});

test('a video without a frame is not decodable; without models it is not asked eight times', async () => {
  expect(await newInspector().inspect(movie('vide'))).toEqual(nothing('not-decodable'));
  let asked = 0;
  hears = (worker) => {
    asked += 1;
    worker.say({ type: 'nothing', why: 'model-missing' });
  };
  const inspector = newInspector({ videoFrames: () => framesOf(8, 'seen') });
  expect(await inspector.inspect(movie('vide'))).toEqual(nothing('model-missing'));
  expect(asked).toBe(1);
});

test('sound has nothing to see: no worker, no face, no hint', async () => {
  const inspection = await newInspector().inspect(movie('soun'));
  expect(inspection).toMatchObject({ faces: [], nudity: { score: 0, label: 'neutral' }, lookedAt: 'whole' });
  expect(workers).toEqual([]);
});
