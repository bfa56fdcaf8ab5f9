import { describe, expect, test, vi } from 'vitest';
import { type Cleaner, createCleaner, type Save } from '../../../utils/cleaner/cleaner';
import type { CleaningRoom } from '../../../utils/cleaner/cleaning-room';
import type { CleanResult } from '../../../utils/metadata/clean-result';

type Outcome = CleanResult | null | 'ended';

/** A room whose files wait until they are answered by name. */
function waitingRoom() {
  let current: { name: string; onRead: (bytes: number) => void; settle: (outcome: Outcome) => void } | null =
    null;
  const room: CleaningRoom = {
    clean: (file, onRead) =>
      new Promise((settle) => {
        current = { name: file.name, onRead, settle };
      }),
    end() {
      current?.settle('ended');
      current = null;
    },
  };
  /** Resolves once all that follows from it has happened. */
  async function answer(name: string, outcome: Outcome): Promise<void> {
    await vi.waitFor(() => expect(current?.name).toBe(name));
    const { settle } = current ?? {};
    current = null;
    settle?.(outcome);
    await settled();
  }
  return { room, answer, at: () => current?.name ?? null, read: (bytes: number) => current?.onRead(bytes) };
}

const settled = () => new Promise((done) => setTimeout(done));

const place = { kind: 'place', source: 'EXIF', label: 'GPSLatitude', value: '36.34, 43.13' } as const;
const cleaned: CleanResult = {
  outcome: 'cleaned',
  format: 'jpeg',
  pieces: [{ start: 0, end: 2 }],
  removed: [place],
};
const alreadyClean: CleanResult = { outcome: 'already-clean', format: 'png' };
const video: CleanResult = { ...cleaned, format: 'mp4' };
const unreadable: CleanResult = { outcome: 'refused', reason: 'unreadable' };

const file = (name: string) => new File(['some bytes'], name);

async function take(cleaner: Cleaner, ...names: string[]): Promise<void> {
  await cleaner.take(async () => ({ files: names.map(file), tooMany: null, unread: 0 }));
}

const states = (cleaner: Cleaner) => cleaner.view().files.map(({ state }) => state.is);
const copies = (cleaner: Cleaner) =>
  cleaner.view().files.map(({ state }) => ('copy' in state ? state.copy.name : null));

describe('the list', () => {
  test('files are cleaned one after the other, and counted', async () => {
    const { room, answer, at } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'Mosul trip.jpg', 'screen.png', 'homework.pdf', 'broken.gif');
    expect(states(cleaner)).toEqual(['cleaning', 'waiting', 'waiting', 'waiting']);
    await answer('Mosul trip.jpg', cleaned);
    expect(at()).toBe('screen.png');
    await answer('screen.png', alreadyClean);
    await answer('homework.pdf', null);
    expect(cleaner.view().cleaning).toBe(true);
    await answer('broken.gif', { outcome: 'refused', reason: 'corrupt' });
    expect(states(cleaner)).toEqual(['cleaned', 'already-clean', 'left-out', 'refused']);
    expect(cleaner.view()).toMatchObject({ cleaning: false, share: 1, saving: null });
    expect(cleaner.view().tally).toMatchObject({
      all: 4,
      toDo: 0,
      ready: 2,
      withHidden: 1,
      refused: 1,
      leftOut: 1,
    });
  });

  test('new names are neutral, and none is given twice', async () => {
    const { room, answer } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.mp4');
    await answer('a.jpg', cleaned);
    await answer('b.mp4', video);
    await take(cleaner, 'a.jpg');
    await answer('a.jpg', cleaned);
    expect(copies(cleaner)).toEqual(['photo-1.jpg', 'video-2.mp4', 'photo-3.jpg']);
  });

  test('how far a file is, is told by its bytes, and never more than all of it', async () => {
    const { room, read } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.jpg');
    read(5);
    expect(cleaner.view().files[0]?.state).toEqual({ is: 'cleaning', share: 0.5 });
    expect(cleaner.view().share).toBe(0.25);
    read(20);
    expect(cleaner.view().files[0]?.state).toEqual({ is: 'cleaning', share: 1 });
  });

  test('changes that follow each other are told together', async () => {
    vi.useFakeTimers();
    const { room, read } = waitingRoom();
    const cleaner = createCleaner(room);
    const changed = vi.fn();
    cleaner.watch(changed);
    await take(cleaner, 'a.jpg');
    for (let bytes = 0; bytes < 10; bytes++) read(bytes);
    expect(changed).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(changed).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});

describe('giving up', () => {
  test('stop keeps what is done, gives up the rest, and another try begins where it ended', async () => {
    const { room, answer } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.jpg', 'c.jpg');
    await answer('a.jpg', cleaned);
    cleaner.stop();
    await settled();
    expect(states(cleaner)).toEqual(['cleaned', 'stopped', 'stopped']);
    expect(cleaner.view().cleaning).toBe(false);
    cleaner.retry(2);
    await answer('c.jpg', cleaned);
    expect(states(cleaner)).toEqual(['cleaned', 'stopped', 'cleaned']);
    expect(cleaner.view().cleaning).toBe(false);
  });

  test('stop while a folder is read: nothing of it is taken', async () => {
    const { room } = waitingRoom();
    const cleaner = createCleaner(room);
    let found = () => {};
    const taking = cleaner.take(
      () =>
        new Promise((gathered) => {
          found = () => gathered({ files: [file('a.jpg')], tooMany: null, unread: 0 });
        }),
    );
    expect(cleaner.view().reading).toBe(true);
    cleaner.stop();
    found();
    await taking;
    expect(cleaner.view()).toMatchObject({ reading: false, cleaning: false, files: [] });
  });

  test('one file is given up, and the next one is cleaned', async () => {
    const { room, answer } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.jpg');
    cleaner.cancel(0);
    await answer('b.jpg', cleaned);
    expect(states(cleaner)).toEqual(['stopped', 'cleaned']);
  });

  test('what could not be read is tried again; what is clean is not', async () => {
    const { room, answer, at } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg');
    await answer('a.jpg', unreadable);
    cleaner.retry(0);
    await answer('a.jpg', cleaned);
    cleaner.retry(0);
    expect(at()).toBe(null);
    expect(states(cleaner)).toEqual(['cleaned']);
  });

  test('an empty list remembers nothing, and what was under way does not come back', async () => {
    const { room, answer } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.jpg');
    cleaner.clear();
    await settled();
    expect(cleaner.view().files).toEqual([]);
    await take(cleaner, 'c.jpg');
    await answer('c.jpg', cleaned);
    expect(copies(cleaner)).toEqual(['photo-1.jpg']);
  });
});

describe('saving', () => {
  async function ready() {
    const { room, answer } = waitingRoom();
    const cleaner = createCleaner(room);
    await take(cleaner, 'a.jpg', 'b.jpg', 'c.pdf');
    await answer('a.jpg', cleaned);
    await answer('b.jpg', cleaned);
    await answer('c.pdf', null);
    return cleaner;
  }
  const savings = (cleaner: Cleaner) => cleaner.view().files.map(({ saving }) => saving);

  test('all that is ready, with how far it is, and what failed', async () => {
    const cleaner = await ready();
    let finish = () => {};
    const way: Save = (files, progress) => {
      expect(files.map(({ copy }) => copy.name)).toEqual(['photo-1.jpg', 'photo-2.jpg']);
      progress.onBytes(2);
      progress.onSaved(0, 'saved');
      return new Promise((done) => {
        finish = () => {
          progress.onFailed(1);
          done();
        };
      });
    };
    const saving = cleaner.save(way);
    expect(cleaner.view().saving).toBe(0.5);
    expect(savings(cleaner)).toEqual(['saved', 'saving', 'not-yet']);
    finish();
    await saving;
    expect(savings(cleaner)).toEqual(['saved', 'failed', 'not-yet']);
    expect(cleaner.view()).toMatchObject({ saving: null, tally: { saved: 1, notSaved: 1 } });
  });

  test('one of them', async () => {
    const cleaner = await ready();
    await cleaner.save(async ([one], progress) => one && progress.onSaved(one.id, 'downloaded'), 1);
    expect(savings(cleaner)).toEqual(['not-yet', 'downloaded', 'not-yet']);
  });

  test('what was made of a picture goes in its place, and is not saved yet', async () => {
    const cleaner = await ready();
    const savedNames = async () => {
      const names: string[] = [];
      await cleaner.save(async (files, { onSaved }) => {
        for (const { id, copy } of files) {
          names.push(copy.name);
          onSaved(id, 'saved');
        }
      });
      return names;
    };
    await savedNames();
    cleaner.replace(0, new File(['covered'], 'photo-1.png'));
    cleaner.replace(2, new File(['of what has no copy'], 'photo-3.png'));
    expect(savings(cleaner)).toEqual(['not-yet', 'saved', 'not-yet']);
    expect(await savedNames()).toEqual(['photo-1.png', 'photo-2.jpg']);
    cleaner.replace(0, null);
    expect(await savedNames()).toEqual(['photo-1.jpg', 'photo-2.jpg']);
  });

  test('what is being saved is not replaced under way', async () => {
    const cleaner = await ready();
    await cleaner.save(async ([first], { onSaved }) => {
      cleaner.replace(0, new File(['covered'], 'photo-1.png'));
      if (first) onSaved(first.id, 'saved');
    });
    expect(copies(cleaner)).toEqual(['photo-1.jpg', 'photo-2.jpg', null]);
    expect(savings(cleaner)[0]).toBe('saved');
  });

  test('stopped: what is written stays so, the rest can be saved again', async () => {
    const cleaner = await ready();
    const saving = cleaner.save(
      (_, progress, signal) =>
        new Promise((done) => {
          progress.onSaved(0, 'saved');
          signal.addEventListener('abort', () => {
            progress.onFailed(1);
            done();
          });
        }),
    );
    cleaner.stop();
    await saving;
    expect(savings(cleaner)).toEqual(['saved', 'not-yet', 'not-yet']);
    expect(states(cleaner)).toEqual(['cleaned', 'cleaned', 'left-out']);
  });
});
