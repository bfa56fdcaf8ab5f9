import type { Audience } from '../../utils/sites/audience';
import { Icon, type IconName } from '../ui/icon';
import { useSpeech } from '../ui/language';
import { type CardChoice, type CardFile, firstToEdit } from './card-file';

export interface TilesProps {
  readonly audience: Audience;
  readonly files: readonly CardFile[];
  readonly viewOnce: boolean;
  readonly settled: (act: () => void) => (event: Event) => void;
  readonly onChoice: (choice: CardChoice) => void;
  /** Opens the editor on a picture, by the file's id. */
  readonly onEdit: (id: number) => void;
  /** Whether it is told how the site shows a picture once. */
  readonly toldOnce: boolean;
  readonly setToldOnce: (told: boolean) => void;
}

/** Other ways to send less: the picture covered, to one person, or seen once; each as far as there is one. */
export function Tiles(props: TilesProps) {
  const { audience, files, viewOnce, settled, onChoice, onEdit, toldOnce, setToldOnce } = props;
  const { card, editor } = useSpeech().words;
  const editable = firstToEdit(files);
  const toOne = audience.kind !== 'person';
  if (!editable && !toOne && !viewOnce) return null;
  return (
    <div class="tiles">
      {editable && (
        <button
          type="button"
          class="tile"
          data-action="cover-faces"
          onClick={settled(() => onEdit(editable.id))}
        >
          <TileWords icon="crop" title={editor.title} hint={card.tiles.editHint} />
        </button>
      )}
      {toOne && (
        <button
          type="button"
          class="tile"
          data-action="one-person"
          onClick={settled(() => onChoice('one-person'))}
        >
          <TileWords icon="user-round" title={card.tiles.onePerson} hint={card.tiles.onePersonHint} />
        </button>
      )}
      {viewOnce && (
        <button
          type="button"
          class="tile"
          data-action="view-once"
          aria-expanded={toldOnce}
          aria-controls="once"
          onClick={() => setToldOnce(!toldOnce)}
        >
          <TileWords icon="view-once" title={card.tiles.viewOnce} hint={card.tiles.viewOnceHint} />
        </button>
      )}
    </div>
  );
}

/** A picture of the screen in place of what could not be cleaned. */
export function ScreenshotTile({ settled, onChoice }: Pick<TilesProps, 'settled' | 'onChoice'>) {
  const { tiles } = useSpeech().words.card;
  return (
    <div class="tiles tiles--one">
      <button
        type="button"
        class="tile"
        data-action="use-screenshot"
        onClick={settled(() => onChoice('use-screenshot'))}
      >
        <TileWords icon="scan" title={tiles.screenshot} hint={tiles.screenshotHint} />
      </button>
    </div>
  );
}

function TileWords({
  icon,
  title,
  hint,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint: string;
}) {
  return (
    <>
      <Icon name={icon} />
      <strong>{title}</strong>
      <small>{hint}</small>
    </>
  );
}
