import { useSpeech } from '../ui/language';
import { type CardFile, coverable, facesIn } from './card-file';

export interface CoverTickProps {
  readonly files: readonly CardFile[];
  readonly covers: boolean;
  readonly setCovers: (covers: boolean) => void;
}

/** Whether the faces that were found are covered in the copy; nothing while there are none. */
export function CoverTick({ files, covers, setCovers }: CoverTickProps) {
  const { words, count } = useSpeech();
  const faces = coverable(files).reduce((sum, file) => sum + facesIn(file), 0);
  if (faces === 0) return null;
  return (
    <label class="check">
      <input
        type="checkbox"
        data-action="toggle-cover"
        checked={covers}
        onChange={() => setCovers(!covers)}
      />
      <span>{count(words.card.cover.tick, faces)}</span>
    </label>
  );
}
