import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FromFrame, Pause, ToFrame } from '../../../utils/channel/guard-channel';
import { type Session, startSession } from '../../../utils/guard/session';
import type { GuardView } from '../../../utils/guard/session-view';
import { type Box, type Inspection, lookedAtNothing } from '../../../utils/inspection/inspection';
import type { Glance } from '../../../utils/inspection/worker-link';
import type { Asks } from '../../../utils/settings/schema';
import type { AudienceKind } from '../../../utils/sites/audience';
import { jpeg, makePhoto } from '../../fixtures/jpeg';

/** When what is asked and said, by an inspector that answers when the test says so. */

const box: Box = { x: 1, y: 1, width: 4, height: 4, score: 0.9 };
const sure = { drawing: 0, hentai: 0, neutral: 0, porn: 0, sexy: 0 };
const plain: Inspection = {
  faces: [],
  nudity: { score: 0, label: 'neutral', scores: { ...sure, neutral: 1 }, skin: 0, enlarged: false },
  lookedAt: 'whole',
};
const face: Inspection = { ...plain, faces: [box] };
const nude: Inspection = {
  ...plain,
  nudity: { score: 1, label: 'porn', scores: { ...sure, porn: 1 }, skin: 0.5, enlarged: false },
};

interface Asked {
  readonly glance: Glance;
  readonly answer: (inspection: Inspection) => void;
}

let asked: Asked[];
let said: FromFrame[];
let views: GuardView[];
let session: Session;
let send: (message: ToFrame) => void;

function begin(asks: Asks = 'faces'): void {
  asked = [];
  said = [];
  views = [];
  const port = { postMessage: (message: FromFrame) => said.push(message) } as unknown as MessagePort;
  session = startSession(port, {
    asks: async () => asks,
    inspector: {
      inspect: (_, glance = () => {}) => new Promise((answer) => asked.push({ glance, answer })),
      end() {},
    },
  });
  session.watch(() => views.push(session.view));
  send = (data) => port.onmessage?.({ data } as MessageEvent);
}

const picture = () => new File([new Uint8Array(jpeg())], 'IMG_1.jpg', { type: 'image/jpeg' });

async function share(
  kind: AudienceKind,
  files = [picture()],
  always = false,
  pause: Pause = 'none',
): Promise<void> {
  send({ type: 'share', id: 7, files, audience: { kind }, always, viewOnce: true, pause });
  // Cleaning needs no timers but many turns.
  for (
    let turn = 0;
    turn < 1_000 && asked.length === 0 && said.every(({ type }) => type === 'ready');
    turn += 1
  ) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function answer(inspection: Inspection): Promise<void> {
  const before = asked.length;
  asked.at(-1)?.answer(inspection);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.length - before).toBeLessThanOrEqual(1);
}

const types = () =>
  said.map((message) => ('level' in message ? `${message.type} ${message.level}` : message.type));
const verdict = () => said.find((message) => message.type === 'verdict')?.verdict;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  begin();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the line', () => {
  test('says soon that Safi is looking, and for whom', async () => {
    await share('group');
    await vi.advanceTimersByTimeAsync(100);
    expect(session.view).toMatchObject({ kind: 'notice', says: 'looking', audience: { kind: 'group' } });
  });

  test('does not come when the answer is there before it', async () => {
    await share('person');
    await answer(plain);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(views.some((view) => view.kind === 'notice')).toBe(false);
  });

  test('stays long enough to be read, though the picture has gone', async () => {
    await share('person');
    await vi.advanceTimersByTimeAsync(100);
    await answer(plain);
    expect(verdict()?.choice).toBe('clean');
    await vi.advanceTimersByTimeAsync(700);
    expect(session.view.kind).toBe('notice');
    await vi.advanceTimersByTimeAsync(200);
    expect(session.view.kind).toBe('nothing');
    expect(types().at(-1)).toBe('hide');
  });
});

describe('the card', () => {
  test('never opens for a picture that turns out plain in time', async () => {
    await share('group');
    await vi.advanceTimersByTimeAsync(1_100);
    await answer(plain);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(types()).not.toContain('show ask');
    expect(verdict()?.choice).toBe('clean');
  });

  test('opens at once when a face is seen at a glance, and says what comes after', async () => {
    await share('group');
    asked[0]?.glance([box]);
    expect(session.view).toMatchObject({
      kind: 'ask',
      files: [{ seen: { state: 'looking', faces: [box] } }],
    });
    await answer({ ...face, faces: [box, box] });
    expect(session.view).toMatchObject({
      kind: 'ask',
      files: [{ seen: { state: 'looked', faces: [box, box] } }],
    });
    expect(types().filter((type) => type === 'show ask')).toHaveLength(1);
  });

  test('opens after 1.2 s without an answer, shows it when it comes and stays though it is plain', async () => {
    await share('group');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(session.view.kind).toBe('notice');
    await vi.advanceTimersByTimeAsync(200);
    expect(session.view).toMatchObject({ kind: 'ask', files: [{ seen: { state: 'looking' } }] });
    await answer(plain);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(session.view).toMatchObject({ kind: 'ask', files: [{ seen: { state: 'looked', faces: [] } }] });
    expect(verdict()).toBeUndefined();
  });

  test('to one person waits for as long as a picture may take', async () => {
    await share('person');
    await vi.advanceTimersByTimeAsync(9_000);
    expect(session.view.kind).toBe('notice');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(session.view.kind).toBe('ask');
  });

  test('opens for nudity, to one person too', async () => {
    await share('person');
    await answer(nude);
    expect(session.view).toMatchObject({ kind: 'ask', files: [{ seen: { showsMore: true } }] });
  });

  test('opens when nothing could be looked at, and knows why', async () => {
    await share('group');
    await answer(lookedAtNothing('not-decodable'));
    expect(session.view).toMatchObject({ files: [{ seen: { state: 'unseen', why: 'not-decodable' } }] });
  });

  test('does not come back after an answer, whatever is seen then', async () => {
    await share('group');
    asked[0]?.glance([box]);
    send({ type: 'dismiss', id: 7 });
    expect(verdict()?.choice).toBe('nothing');
    await answer(face);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(types().filter((type) => type === 'show ask')).toHaveLength(1);
    expect(session.view.kind).toBe('nothing');
  });
});

describe('several files', () => {
  test('are looked into one after the other, until one asks; the rest is looked into beneath the card', async () => {
    await share('group', [picture(), new File(['x'], 'x.pdf'), picture(), picture()]);
    await answer(plain);
    await answer(face);
    expect(session.view).toMatchObject({
      kind: 'ask',
      files: ['looked', 'not-looked-at', 'looked', 'looking'].map((state) => ({ seen: { state } })),
    });
    await answer(plain);
    expect(session.view).toMatchObject({ files: [{}, {}, {}, { seen: { state: 'looked' } }] });
  });

  test('of which none is a picture go at once', async () => {
    await share('group', [new File(['x'], 'x.pdf')]);
    expect(verdict()).toEqual({ choice: 'clean', files: ['as-it-is'] });
    expect(asked).toEqual([]);
  });
});

describe('when Safi asks', () => {
  test('always: the card comes without waiting, and looks on', async () => {
    begin('always');
    await share('group');
    expect(session.view).toMatchObject({ kind: 'ask', files: [{ seen: { state: 'looking' } }] });
  });

  test('always here, whatever the settings say', async () => {
    begin('uncleaned');
    await share('group', [picture()], true);
    expect(session.view.kind).toBe('ask');
  });

  test('only what could not be cleaned: nobody waits for the looking', async () => {
    begin('uncleaned');
    await share('group');
    expect(verdict()?.choice).toBe('clean');
    expect(session.view).toMatchObject({ kind: 'notice', says: 'sent' });
  });
});

describe('to another chat, or as a picture of the screen', () => {
  test.each(['one-person', 'screenshot'] as const)(
    '%s: nothing is sent, and a line says how',
    async (how) => {
      await share('group');
      await answer(face);
      session.choose('nothing', how);
      expect(verdict()).toEqual({ choice: 'nothing' });
      expect(session.view).toMatchObject({ kind: 'notice', says: how });
      // The line first: after the verdict nobody waits for it.
      expect(types().slice(-2)).toEqual(['show notice', 'verdict']);
      await vi.advanceTimersByTimeAsync(9_000);
      expect(session.view.kind).toBe('notice');
      await vi.advanceTimersByTimeAsync(2_000);
      expect(types().at(-1)).toBe('hide');
    },
  );

  test('a plain "not now" leaves no line', async () => {
    await share('group');
    await answer(face);
    session.choose('nothing');
    expect(session.view.kind).toBe('nothing');
  });

  test('the card knows whether the site can show it once', async () => {
    await share('group');
    await answer(face);
    expect(session.view).toMatchObject({ kind: 'ask', viewOnce: true });
  });
});

describe('no question for this chat for a while', () => {
  test('can be chosen where it is possible, and is said once the card is answered', async () => {
    await share('group', [picture()], false, 'possible');
    await answer(face);
    expect(session.view).toMatchObject({ pause: false });
    session.pause(true);
    expect(session.view).toMatchObject({ kind: 'ask', pause: true });
    expect(types()).not.toContain('pause');
    session.choose('nothing');
    expect(types().slice(-2)).toEqual(['pause', 'verdict']);
  });

  test('is not said when the tick was taken away, or was never there', async () => {
    await share('group', [picture()], false, 'possible');
    await answer(face);
    session.pause(true);
    session.pause(false);
    session.choose('nothing');
    expect(types()).not.toContain('pause');
    begin();
    await share('group');
    await answer(face);
    session.pause(true);
    expect(session.view).toMatchObject({ pause: null });
    session.choose('nothing');
    expect(types()).not.toContain('pause');
  });

  test('once begun: a face goes clean, and the line says that nothing was asked', async () => {
    await share('group', [picture()], false, 'begun');
    await vi.advanceTimersByTimeAsync(1_500);
    expect(session.view).toMatchObject({ kind: 'notice', says: 'looking' });
    await answer(face);
    expect(session.view).toMatchObject({ kind: 'notice', says: 'paused' });
    const sent = verdict();
    expect(sent?.choice === 'clean' && sent.files[0]).toBeInstanceOf(File);
  });

  test.each([
    ['may show more', () => answer(nude), [picture()]],
    ['could not be cleaned', async () => {}, [new File(['8BPS\0\x01'], 'x.psd')]],
  ])('once begun: what %s is asked about still', async (_, seen, files) => {
    await share('group', files, false, 'begun');
    await seen();
    expect(session.view).toMatchObject({ kind: 'ask', pause: null });
  });
});

test('the line that it goes is asked for before the verdict, after which nobody waits for it', async () => {
  begin('uncleaned');
  await share('group');
  expect(types().slice(-2)).toEqual(['show notice', 'verdict']);
});

describe('what the person made of a picture', () => {
  const copy = new File([new Uint8Array(jpeg())], 'photo-1.jpg', { type: 'image/jpeg' });

  async function chosen(): Promise<void> {
    await share('group', [picture(), picture()], true);
    await answer(face);
    session.replace(7, 1, copy);
  }
  async function settled(): Promise<void> {
    for (let turn = 0; turn < 1_000 && !verdict(); turn += 1)
      await new Promise((turned) => setImmediate(turned));
  }
  const sent = () => {
    const said = verdict();
    return said?.choice === 'clean' ? said.files : [];
  };

  test('goes in its place, and nothing else changes', async () => {
    await chosen();
    session.choose('clean');
    await settled();
    expect(sent()[0]).not.toBe(copy);
    expect(sent()[1]).toBe(copy);
  });

  test('stays when more is seen in the others', async () => {
    await chosen();
    await answer(face);
    const { view } = session;
    expect(view.kind === 'ask' && view.files.map((file) => file.copy)).toEqual([undefined, copy]);
  });

  test('does not go with another share, though it comes while that one is asked about', async () => {
    await share('group', [picture(), picture()], true);
    session.replace(6, 1, copy);
    session.choose('clean');
    await settled();
    expect(sent()).toHaveLength(2);
    expect(sent()).not.toContain(copy);
  });

  test('can be taken back', async () => {
    await chosen();
    session.replace(7, 1, null);
    session.choose('clean');
    await settled();
    expect(sent()[1]).not.toBe(copy);
    expect(sent().length).toBe(2);
  });

  test('with something hidden in it does not go: the files are looked at anew', async () => {
    await share('group', [picture()], true);
    await answer(face);
    const hidden = new File([new Uint8Array(makePhoto())], 'photo-1.jpg', { type: 'image/jpeg' });
    session.replace(7, 0, hidden);
    const before = asked.length;
    session.choose('clean');
    for (let turn = 0; turn < 1_000 && asked.length === before; turn += 1)
      await new Promise((turned) => setImmediate(turned));
    expect(verdict()).toBeUndefined();
  });
});
