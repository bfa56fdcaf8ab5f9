import type { RefusalReason } from '../../utils/metadata/clean-result';
import type { HiddenData, HiddenKind } from '../../utils/metadata/hidden-data';
import { kindOrder } from '../ui/hidden-kinds';

/** One file of a share, as the card shows it. */
export interface CardFile {
  readonly id: number;
  /** The file's own name; shown only when it stays behind. */
  readonly name: string;
  readonly outcome: 'cleaned' | 'already-clean' | 'refused' | 'passenger';
  readonly reason?: RefusalReason;
  readonly removed: readonly HiddenData[];
  /** What would be sent, for a preview; null when there is nothing to look at. */
  readonly preview: Blob | null;
}

/** What a person may choose on the card. */
export type CardChoice = 'send-clean' | 'not-now' | 'send-original';

/** The files of a share by what becomes of them. */
export interface Sorted {
  readonly clean: readonly CardFile[];
  readonly refused: readonly CardFile[];
  readonly passengers: readonly CardFile[];
}

export function sortFiles(files: readonly CardFile[]): Sorted {
  return {
    clean: files.filter(({ outcome }) => outcome === 'cleaned' || outcome === 'already-clean'),
    refused: files.filter(({ outcome }) => outcome === 'refused'),
    passengers: files.filter(({ outcome }) => outcome === 'passenger'),
  };
}

/** In how many files each kind was hidden. */
export function filesByKind(files: readonly CardFile[]): readonly { kind: HiddenKind; files: number }[] {
  return kindOrder
    .map((kind) => ({
      kind,
      files: files.filter(({ removed }) => removed.some((hidden) => hidden.kind === kind)).length,
    }))
    .filter((row) => row.files > 0);
}
