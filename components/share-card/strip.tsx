import { Icon } from '../ui/icon';
import { type Speech, useSpeech } from '../ui/language';
import { type CardFile, facesIn } from './card-file';
import { Preview } from './preview';

export interface StripProps {
  readonly files: readonly CardFile[];
  /** Whether the previews are shown; else they are blurred until pointed at or focused. */
  readonly shown: boolean;
  readonly settled: (act: () => void) => (event: Event) => void;
  /** Opens the editor on a picture, by the file's id. */
  readonly onEdit: (id: number) => void;
}

/** The pictures of a share side by side, each with the number of its faces; one that can be edited opens the editor. */
export function Strip({ files, shown, settled, onEdit }: StripProps) {
  const speech = useSpeech();
  const { words, number, filled } = speech;
  const { card, editor } = words;
  return (
    <ul class="strip">
      {files.map((file, index) => {
        const picture = [filled(card.pictureOf, { n: number(index + 1) })].flat();
        const seen = inSquare(file, speech);
        const square = (
          <>
            <Preview
              picture={file.preview}
              shown={shown}
              label={`${card.preview} ${number(index + 1)}`}
              none={card.noPreview}
              class="pane"
            />
            <small>
              {file.edited && <Icon name="check" />}
              {seen}
            </small>
          </>
        );
        return (
          <li key={file.id} data-faces={facesIn(file)}>
            {file.editable ? (
              <button
                type="button"
                data-picture={index + 1}
                aria-labelledby={`of-${file.id}`}
                onClick={settled(() => onEdit(file.id))}
              >
                {square}
                <span class="vh" id={`of-${file.id}`}>
                  {picture}: {seen}. {editor.title}
                </span>
              </button>
            ) : (
              square
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** What is under a square: its faces, as soon as they are counted. */
function inSquare(file: CardFile, { words, count }: Speech): string {
  const { strip } = words.card;
  if (file.edited) return strip.edited;
  const faces = facesIn(file);
  if (faces > 0) return count(strip.faces, faces);
  if (file.sight.state === 'looking') return strip.looking;
  return file.sight.state === 'looked' ? strip.none : strip.unseen;
}
