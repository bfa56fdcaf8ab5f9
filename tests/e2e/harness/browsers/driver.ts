import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { BesidePanel } from './beside-panel';

/**
 * What the two browsers do in different ways; all else is Playwright's, which drives Chromium by the devtools
 * protocol and Firefox by WebDriver BiDi. One file for each browser beside this one.
 */

export type BrowserName = 'chromium' | 'firefox';

/** In CSS pixels of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drag {
  /** The points that are passed; the files fall on the last one. */
  readonly at: readonly Point[];
  /** Modifier keys that are held, as the devtools protocol counts them: Alt 1, Ctrl 2, Meta 4, Shift 8. */
  readonly keys?: number;
}

/** A place where the extension's own interfaces can be called. */
export type Background = Pick<Worker, 'evaluate'>;

export interface Chooser {
  /** Whether the input takes more than one file. */
  readonly multiple: boolean;
  /** Picks these files, or this folder, by absolute path. */
  pick(paths: readonly string[]): Promise<void>;
}

/** What is copied: texts by MIME type, and with `picture` a picture of 64 × 48. */
export interface Copied {
  readonly picture: boolean;
  readonly texts?: Readonly<Record<string, string>>;
}

/** A button of the card that share-guard draws itself. */
export interface BareButton extends Point {
  readonly action: string;
}

export interface Driver {
  readonly name: BrowserName;
  /** Folder of the extension as it is built for this browser, under .output. */
  readonly build: string;
  /** How addresses of the extension begin. */
  readonly scheme: 'chrome-extension:' | 'moz-extension:';
  /** Path of the browser; null when this machine has none. */
  find(): Promise<string | null>;
  /**
   * A browser of its own with this extension in it; who calls it closes it.
   * @param profile folder that outlives the browser; without one it has one that goes with it
   */
  launch(executablePath: string, extension: string, profile?: string): Promise<BrowserContext>;
  background(context: BrowserContext): Promise<Background>;
  /** Origin of the extension's pages. */
  origin(context: BrowserContext): Promise<string>;
  /** Replaces the extension by itself, as an update does; resolves when the former one is gone. */
  replaceExtension(context: BrowserContext): Promise<void>;

  /** From now on the browser's question, whether the extension may work on this host, is answered with yes. */
  allowSite(context: BrowserContext, host: string): Promise<void>;
  /** Takes that away again in the browser's own settings, behind the extension's back. */
  withdrawSite(context: BrowserContext, host: string): Promise<void>;

  /** Does what opens a file chooser and hands the chooser over, still open. */
  openChooser(page: Page, open: () => Promise<unknown>): Promise<Chooser>;
  /** Does what opens a file chooser and closes it without a choice: the input gets a trusted `cancel`. */
  cancelPick(page: Page, open: () => Promise<unknown>): Promise<void>;
  /** Drags these files, by absolute path, into the page and drops them; all that the page hears is trusted. */
  dropFiles(page: Page, paths: readonly string[], drag: Drag): Promise<void>;
  dropText(page: Page, text: string, point: Point): Promise<void>;
  /** Lets the page read and write the clipboard. */
  allowClipboard(page: Page): Promise<void>;
  copy(page: Page, copied: Copied): Promise<void>;
  /** Pastes what was copied where the focus is; the event is trusted. */
  paste(page: Page): Promise<void>;

  /** The buttons in the closed shadow root that share-guard draws when it has no frame; none when there is none. */
  bareButtons(page: Page): Promise<readonly BareButton[]>;
  /** Runs an expression in the isolated world of share-guard. */
  inShareGuard(page: Page, expression: string): Promise<unknown>;
  /** The help beside the pages, which was just opened; waited for. */
  besidePanel(page: Page): Promise<BesidePanel>;
  /** The files in a profile's folder in which the browser keeps its history; some need not exist. */
  readonly historyFiles: readonly string[];
}
