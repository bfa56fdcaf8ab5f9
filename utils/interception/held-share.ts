import type { Audience } from '../sites/audience';

/** By which way files were about to reach the page. */
export type Route = 'file-input' | 'drop' | 'paste' | 'practice' | 'forward';

/** A share that is held: the page has seen nothing of it. Exactly one call of `release` ends it. */
export interface HeldShare {
  readonly files: readonly File[];
  readonly route: Route;
  /** Where each file lies in what was chosen whole, with slashes, empty for a file by itself; absent: as it says. */
  readonly paths?: readonly string[];
  /** When a folder is among what was dropped: what stands for each of the files. */
  readonly entries?: readonly (FileSystemEntry | null)[];
  /** The chats that would get what is on the site already: there are no files then, and nothing can be cleaned. */
  readonly to?: readonly Audience[];
  /** The input that was picked for, since its form waits. */
  readonly field?: HTMLInputElement;
  /** Brings the page to where it takes the files, when something will be released: a drop zone comes back. */
  readonly approach?: () => Promise<void>;
  /** Whether the place that waits for the files is still the one they were picked for. */
  readonly targetStands: () => boolean;
  /**
   * Hands these files to the page as if just picked; null: tells the page what a closed picker would.
   * @param paths of each of them; absent: none lies in a folder
   */
  readonly release: (files: readonly File[] | null, paths?: readonly string[]) => void;
}
