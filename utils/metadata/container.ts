import type { ByteSource } from '../bytes/byte-source';
import type { CleanResult, RefusalReason } from './clean-result';
import type { HiddenData } from './hidden-data';

/** A container by its names: the registry's, its MIME types and its extensions, the usual one first. */
export interface FormatRecord {
  readonly name: string;
  readonly types: readonly [string, ...string[]];
  readonly extensions: readonly [string, ...string[]];
}

/** What `inspect` gives: everything hidden, or why it cannot be told. */
export type Inspection =
  | { readonly outcome: 'inspected'; readonly hidden: readonly HiddenData[] }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason };

/** The one shape of every container that can be cleaned. Nothing here throws on hostile input. */
export interface Container extends FormatRecord {
  /**
   * Whether a file that begins with these bytes is one of this kind.
   * @param size of the whole file, in bytes
   */
  matches(head: Uint8Array, size: number): boolean;
  /** What is hidden in the file. */
  inspect(source: ByteSource): Promise<Inspection>;
  /** The file without it: new bytes and ranges of the source, the coded picture carried over byte for byte. */
  clean(source: ByteSource): Promise<CleanResult>;
}
