import type { RefusalReason } from '../metadata/clean-result';
import type { HiddenData } from '../metadata/hidden-data';

/** What there is of a file that could be cleaned. */
interface Copies {
  /** The same picture or video without what was hidden. */
  readonly clean: File;
  /** What leaves the page: the clean one, or what the person made of it in the editor. */
  readonly copy: File;
}

/** What became of one file, so far or for good. */
export type FileState =
  | { readonly is: 'waiting' }
  /** `share` of its bytes that were read, 0 to 1. */
  | { readonly is: 'cleaning'; readonly share: number }
  | ({ readonly is: 'cleaned'; readonly removed: readonly HiddenData[] } & Copies)
  | ({ readonly is: 'already-clean' } & Copies)
  /** Neither picture nor video. */
  | { readonly is: 'left-out' }
  | { readonly is: 'refused'; readonly reason: RefusalReason }
  /** Given up by the person before it was cleaned. */
  | { readonly is: 'stopped' };

/** Whether the copy left the page; a download is the browser's from then on. */
export type Saving = 'not-yet' | 'saving' | 'saved' | 'downloaded' | 'failed';

/** One file of the cleaner's list. A new object with every change, so that a row knows when it is the same. */
export interface ListedFile {
  /** Its place in the list. */
  readonly id: number;
  readonly file: File;
  readonly state: FileState;
  readonly saving: Saving;
}

/** How many files of the list are how far. */
export interface Tally {
  readonly all: number;
  /** Waiting or being cleaned. */
  readonly toDo: number;
  /** There is a copy to save. */
  readonly ready: number;
  readonly withHidden: number;
  readonly refused: number;
  readonly leftOut: number;
  readonly stopped: number;
  readonly saved: number;
  readonly notSaved: number;
}

/** A file that can be saved. */
export interface ReadyFile {
  readonly id: number;
  readonly copy: File;
}

export function listed(id: number, file: File): ListedFile {
  return { id, file, state: { is: 'waiting' }, saving: 'not-yet' };
}

/** The copy of a file; null while there is none. */
export function copyOf({ state }: ListedFile): File | null {
  return state.is === 'cleaned' || state.is === 'already-clean' ? state.copy : null;
}

export function readyFiles(files: readonly ListedFile[]): readonly ReadyFile[] {
  return files.flatMap((file) => {
    const copy = copyOf(file);
    return copy ? [{ id: file.id, copy }] : [];
  });
}

export function tally(files: readonly ListedFile[]): Tally {
  const count = (counts: (file: ListedFile) => boolean) => files.filter(counts).length;
  return {
    all: files.length,
    toDo: count(({ state }) => state.is === 'waiting' || state.is === 'cleaning'),
    ready: count((file) => copyOf(file) !== null),
    withHidden: count(({ state }) => state.is === 'cleaned'),
    refused: count(({ state }) => state.is === 'refused'),
    leftOut: count(({ state }) => state.is === 'left-out'),
    stopped: count(({ state }) => state.is === 'stopped'),
    saved: count(({ saving }) => saving === 'saved' || saving === 'downloaded'),
    notSaved: count(({ saving }) => saving === 'failed'),
  };
}

/** How much of the cleaning is done, 0 to 1: each file counts the same. */
export function shareDone(files: readonly ListedFile[]): number {
  if (files.length === 0) return 0;
  const sum = files.reduce((done, { state }) => {
    if (state.is === 'waiting') return done;
    return done + (state.is === 'cleaning' ? state.share : 1);
  }, 0);
  return sum / files.length;
}
