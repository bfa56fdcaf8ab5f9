import type { Page } from '@playwright/test';

/** One subject of `npm run bench`: what is measured, and the tables that come of it. */
export interface Subject {
  readonly name: string;
  /** In a line. */
  readonly about: string;
  run(bench: Bench): Promise<readonly Table[]>;
}

/** A tab of a browser without Safi and one of a browser with it. */
export interface Pair {
  readonly plain: Page;
  readonly safi: Page;
  close(): Promise<void>;
}

/** A tab of a browser of its own. */
export interface Tab {
  readonly page: Page;
  close(): Promise<void>;
}

/** What a subject is given. */
export interface Bench {
  /** Builds Safi and opens both browsers. */
  readonly openPair: () => Promise<Pair>;
  /** Opens a third, after `openPair`, with an extension that does nothing in the same pages: its scripts are empty. */
  readonly openEmptied: () => Promise<Tab>;
  /** Folder of the built extension; built with `openPair`. */
  readonly extension: string;
  /** Its own, for files that are made; what lies there from an earlier run may be used again. */
  readonly folder: string;
  /** Where the modules for child processes are. */
  readonly modules: string;
  /** How often each thing is done that takes no long time. */
  readonly rounds: number;
  /** Tells how far the work is. */
  readonly say: (line: string) => void;
  /** Shows a table as soon as it is there: a run that is broken off was not for nothing. */
  readonly show: (table: Table) => void;
}

/** A table: every row has the same columns, by their names with the unit. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What the reader must know of it. */
  readonly notes: readonly string[];
}

export type Row = Readonly<Record<string, string | number | null>>;
