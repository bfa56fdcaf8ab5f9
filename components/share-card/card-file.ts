import type { Box } from '../../utils/inspection/inspection';
import type { RefusalReason } from '../../utils/metadata/clean-result';
import type { HiddenData, HiddenKind } from '../../utils/metadata/hidden-data';
import { kindOrder } from '../ui/hidden-kinds';

/** Why nothing of a picture could be looked at. */
export type WhyUnseen = 'not-decodable' | 'too-large' | 'model-missing' | 'timed-out' | 'died';

/** What was seen in a picture, on this computer. */
export type Sight =
  | { readonly state: 'looking'; readonly faces: number }
  | { readonly state: 'looked'; readonly faces: number; readonly showsMore: boolean }
  | { readonly state: 'unseen'; readonly why: WhyUnseen }
  | { readonly state: 'not-looked-at' };

/** One file of a share, as the card shows it. */
export interface CardFile {
  readonly id: number;
  /** The file's own name; shown only when it stays behind. */
  readonly name: string;
  readonly outcome: 'cleaned' | 'already-clean' | 'refused' | 'passenger';
  readonly reason?: RefusalReason;
  /** It says of itself that it moves or sounds: no picture of the screen can stand for it. */
  readonly moves: boolean;
  readonly sight: Sight;
  readonly removed: readonly HiddenData[];
  /** What would be sent, for a preview; null when there is nothing to look at. */
  readonly preview: Blob | null;
  /** The clean picture that can be covered or cropped; null when it is none. */
  readonly editable: File | null;
  /** Whether the person made a copy of it in the editor. */
  readonly edited: boolean;
  /** The faces in it, in its own pixels, as far as they are found. */
  readonly faces: readonly Box[];
}

/** What a person may choose on the card. */
export type CardChoice = 'send-clean' | 'not-now' | 'send-original' | 'one-person' | 'use-screenshot';

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

/** What was seen in all files of a share together. */
export interface Sights {
  /** How many are still being looked at. */
  readonly looking: number;
  readonly withFaces: number;
  readonly showsMore: boolean;
  /** Why one could not be looked at; absent when all could. */
  readonly unseen?: WhyUnseen;
}

export function facesIn({ sight }: CardFile): number {
  return 'faces' in sight ? sight.faces : 0;
}

export function sightsOf(files: readonly CardFile[]): Sights {
  const sights = files.map(({ sight }) => sight);
  const unseen = sights.find((sight) => sight.state === 'unseen');
  return {
    looking: sights.filter(({ state }) => state === 'looking').length,
    withFaces: files.filter((file) => facesIn(file) > 0).length,
    showsMore: sights.some((sight) => sight.state === 'looked' && sight.showsMore),
    ...(unseen ? { unseen: unseen.why } : {}),
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

/** The pictures whose faces can be covered in the copy; what the person edited stays as she left it. */
export function coverable(files: readonly CardFile[]): readonly CardFile[] {
  return files.filter((file) => file.editable !== null && !file.edited && file.faces.length > 0);
}

/** Whether one that stays behind can be seen on the screen, and so be sent as a picture of that. */
export function canBeShot(files: readonly CardFile[]): boolean {
  return files.some(
    ({ outcome, reason, moves }) => outcome === 'refused' && reason !== 'unreadable' && !moves,
  );
}

/** The picture that the editor opens on: the first with faces, else the first that can be edited. */
export function firstToEdit(files: readonly CardFile[]): CardFile | undefined {
  const editable = files.filter((file) => file.editable !== null);
  return editable.find((file) => facesIn(file) > 0) ?? editable[0];
}
