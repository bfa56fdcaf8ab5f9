import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';
import type { SharedAs } from './arrival';
import type { PictureName } from './drawings';
import type { PracticePicture } from './practice-pictures';

/** What a picture of the tray is called while it is dragged: a page cannot drag a File. */
export const trayType = 'text/x-safi-practice';

export interface TrayProps {
  /** null while they are drawn. */
  readonly pictures: readonly PracticePicture[] | null;
  readonly failed: boolean;
  readonly selected: PictureName;
  readonly onSelect: (name: PictureName) => void;
  readonly onShare: (as: SharedAs) => void;
}

/** The drawn pictures: to drag, or to select and share or save. */
export function Tray({ pictures, failed, selected, onSelect, onShare }: TrayProps) {
  const { practice } = useSpeech().words;
  const addresses = useAddresses(pictures);
  const chosen = pictures?.find(({ name }) => name === selected);
  return (
    <section class="tray" aria-labelledby="tray">
      <h2 class="label" id="tray">
        {practice.tray}
      </h2>
      {pictures ? (
        <ul>
          {pictures.map(({ name }) => (
            <li key={name}>
              <button
                type="button"
                data-practice-picture={name}
                aria-label={practice.pictures[name]}
                aria-pressed={name === selected}
                draggable={true}
                onClick={() => onSelect(name)}
                onDragStart={(event) => event.dataTransfer?.setData(trayType, name)}
              >
                <img src={addresses[name]} alt="" draggable={false} />
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p class="muted small" role="status">
          {failed ? practice.notDrawn : practice.drawing}
        </p>
      )}
      <p class="muted small tray__hint">{practice.trayHint}</p>
      {chosen && (
        <div class="tray__acts">
          <button type="button" class="btn btn--small" data-practice-share onClick={() => onShare('picture')}>
            <Icon name="send-horizontal" />
            {practice.share}
          </button>
          <button
            type="button"
            class="btn btn--small"
            data-practice-document
            onClick={() => onShare('document')}
          >
            <Icon name="file" />
            {practice.shareDocument}
          </button>
          <a
            class="btn btn--small btn--bare"
            href={addresses[chosen.name]}
            download={chosen.file.name}
            data-practice-save
          >
            <Icon name="download" />
            {practice.save}
          </a>
        </div>
      )}
    </section>
  );
}

/** An address for each picture, for as long as the tray is there. */
function useAddresses(pictures: readonly PracticePicture[] | null): Readonly<Record<string, string>> {
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    const made = Object.fromEntries(
      (pictures ?? []).map(({ name, file }) => [name, URL.createObjectURL(file)]),
    );
    setAddresses(made);
    return () => {
      for (const address of Object.values(made)) URL.revokeObjectURL(address);
    };
  }, [pictures]);
  return addresses;
}
