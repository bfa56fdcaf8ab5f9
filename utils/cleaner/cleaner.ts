import { cleanCopy } from '../guard/clean-copy';
import type { CleaningRoom } from './cleaning-room';
import {
  copyOf,
  type FileState,
  type ListedFile,
  listed,
  type ReadyFile,
  readyFiles,
  shareDone,
  type Tally,
  tally,
} from './file-list';
import type { Gathered } from './gather';
import type { SaveProgress } from './save-files';

/**
 * The cleaner's list and what is done with it: files are cleaned one after the other and saved on demand. All of it
 * lives in this page's memory; the copies are references into the originals.
 */

export interface CleanerView {
  readonly files: readonly ListedFile[];
  readonly tally: Tally;
  /** How much of the list is cleaned, 0 to 1. */
  readonly share: number;
  /** Folders are being read. */
  readonly reading: boolean;
  readonly cleaning: boolean;
  /** How much of what is being saved is written, 0 to 1; null when nothing is. */
  readonly saving: number | null;
  /** What the last taking of files left behind. */
  readonly notTaken: Pick<Gathered, 'tooMany' | 'unread'>;
}

/** A way to save: resolves when it is through, stopped or not. */
export type Save = (
  files: readonly ReadyFile[],
  progress: SaveProgress,
  signal: AbortSignal,
) => Promise<void>;

export interface Cleaner {
  view(): CleanerView;
  /** Calls back after changes; many that follow each other are told together. */
  watch(changed: () => void): void;
  /** Takes files that are still being gathered. */
  take(gathering: (signal: AbortSignal) => Promise<Gathered>): Promise<void>;
  /** Gives up all that is going on: reading, cleaning, saving. */
  stop(): void;
  /** Gives up one file that waits or is being cleaned. */
  cancel(id: number): void;
  retry(id: number): void;
  /** What the person made of a clean copy goes in its place; null takes it back. */
  replace(id: number, edited: File | null): void;
  /** Saves these files, or all that are ready. */
  save(way: Save, id?: number): Promise<void>;
  /** Forgets everything. */
  clear(): void;
}

/** Changes are told so long after the first of them, in milliseconds. */
const tellAfter = 50;

const allTaken = { tooMany: null, unread: 0 };

export function createCleaner(room: CleaningRoom): Cleaner {
  let files: readonly ListedFile[] = [];
  let reading = 0;
  let cleaning = false;
  let saving: { bytes: number; readonly of: number } | null = null;
  let notTaken: CleanerView['notTaken'] = allTaken;
  let life = new AbortController();
  /** Numbers in neutral names; never used twice. */
  let copies = 0;
  const watchers: (() => void)[] = [];
  let isTelling = false;

  function tell(): void {
    if (isTelling) return;
    isTelling = true;
    setTimeout(() => {
      isTelling = false;
      for (const changed of watchers) changed();
    }, tellAfter);
  }

  function change(id: number, changes: Partial<Pick<ListedFile, 'state' | 'saving'>>): void {
    const file = files[id];
    if (!file) return;
    files = files.with(id, { ...file, ...changes });
    tell();
  }

  function stateAfter(file: File, result: Awaited<ReturnType<CleaningRoom['clean']>>): FileState {
    if (result === 'ended') return { is: 'stopped' };
    if (result === null) return { is: 'left-out' };
    if (result.outcome === 'refused') return { is: 'refused', reason: result.reason };
    const clean = cleanCopy(file, result, ++copies);
    return result.outcome === 'cleaned'
      ? { is: 'cleaned', clean, copy: clean, removed: result.removed }
      : { is: 'already-clean', clean, copy: clean };
  }

  async function cleanOne({ id, file }: ListedFile, signal: AbortSignal): Promise<void> {
    change(id, { state: { is: 'cleaning', share: 0 } });
    const result = await room.clean(file, (bytes) => {
      change(id, { state: { is: 'cleaning', share: Math.min(1, bytes / file.size) } });
    });
    if (!signal.aborted) change(id, { state: stateAfter(file, result) });
  }

  async function cleanAll(): Promise<void> {
    if (cleaning) return;
    cleaning = true;
    const { signal } = life;
    for (;;) {
      const next = files.find(({ state }) => state.is === 'waiting');
      if (!next || signal.aborted) break;
      await cleanOne(next, signal);
    }
    // After a stop another round may have begun.
    if (signal.aborted) return;
    cleaning = false;
    room.end();
    tell();
  }

  function begin(): void {
    cleanAll().catch((error: unknown) => reportError(error));
  }

  function stop(): void {
    life.abort();
    life = new AbortController();
    cleaning = false;
    room.end();
    files = files.map((file) => stopped(file));
    tell();
  }

  return {
    view: () => ({
      files,
      tally: tally(files),
      share: shareDone(files),
      reading: reading > 0,
      cleaning,
      saving: saving && (saving.of > 0 ? Math.min(1, saving.bytes / saving.of) : 0),
      notTaken,
    }),
    watch(changed) {
      watchers.push(changed);
    },
    async take(gathering) {
      const { signal } = life;
      reading += 1;
      tell();
      try {
        const gathered = await gathering(signal);
        if (signal.aborted) return;
        notTaken = { tooMany: gathered.tooMany, unread: gathered.unread };
        files = [...files, ...gathered.files.map((file, index) => listed(files.length + index, file))];
        begin();
      } finally {
        reading -= 1;
        tell();
      }
    },
    stop,
    cancel(id) {
      const file = files[id];
      if (file?.state.is === 'cleaning') room.end();
      else if (file) change(id, { state: stopped(file).state });
    },
    retry(id) {
      const is = files[id]?.state.is;
      if (is !== 'refused' && is !== 'stopped') return;
      change(id, { state: { is: 'waiting' }, saving: 'not-yet' });
      begin();
    },
    replace(id, edited) {
      const file = files[id];
      if (!file || !('copy' in file.state) || file.saving === 'saving') return;
      change(id, { state: { ...file.state, copy: edited ?? file.state.clean }, saving: 'not-yet' });
    },
    async save(way, id) {
      const wanted = id === undefined ? files : files.slice(id, id + 1);
      const ready = readyFiles(wanted);
      if (saving || ready.length === 0) return;
      const { signal } = life;
      const progress = { bytes: 0, of: ready.reduce((sum, { copy }) => sum + copy.size, 0) };
      saving = progress;
      for (const file of ready) change(file.id, { saving: 'saving' });
      const still = (done: number, how: ListedFile['saving']) => {
        if (!signal.aborted) change(done, { saving: how });
      };
      try {
        await way(
          ready,
          {
            onBytes(bytes) {
              progress.bytes += bytes;
              tell();
            },
            onSaved: still,
            onFailed: (failed) => still(failed, 'failed'),
          },
          signal,
        );
      } finally {
        saving = null;
        tell();
      }
    },
    clear() {
      stop();
      files = [];
      notTaken = allTaken;
    },
  };
}

/** What waited or was under way is given up; what was done stays. */
function stopped(file: ListedFile): ListedFile {
  const { state, saving } = file;
  const undone = state.is === 'waiting' || state.is === 'cleaning';
  if (!undone && saving !== 'saving') return file;
  return {
    ...file,
    state: undone ? { is: 'stopped' } : state,
    saving: saving === 'saving' && copyOf(file) ? 'not-yet' : saving,
  };
}
