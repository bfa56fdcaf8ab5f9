import type { Ref } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';

interface DropZoneProps {
  readonly onFiles: (files: readonly File[]) => Promise<void>;
  readonly onDrop: (data: DataTransfer) => Promise<void>;
  /** Where there is none, the browser picks folders by an input. */
  readonly onChooseFolder: (() => void) | undefined;
  /** The first button, for the focus. */
  readonly first: Ref<HTMLButtonElement>;
  /** Nothing else is on the page. */
  readonly tall: boolean;
}

/** Picks whole folders; Preact's types do not know it. */
const folders = { webkitdirectory: true };

/** Where files come in: dropped anywhere on the page, pasted, or chosen by a button. */
export function DropZone({ onFiles, onDrop, onChooseFolder, first, tall }: DropZoneProps) {
  const { cleaner } = useSpeech().words;
  const isOver = useDrops(onFiles, onDrop);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const classes = ['zone', tall && 'zone--tall', isOver && 'is-over'].filter(Boolean).join(' ');
  const take = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    const chosen = [...(currentTarget.files ?? [])];
    // Or the same ones could not be chosen again.
    currentTarget.value = '';
    if (chosen.length > 0) onFiles(chosen).catch(reportError);
  };
  return (
    <section class={classes} aria-label={cleaner.drop} data-zone>
      <Icon name="image-down" />
      <strong>{cleaner.drop}</strong>
      <div class="pairline">
        <button
          type="button"
          class={tall ? 'btn btn--main' : 'btn'}
          ref={first}
          data-action="choose"
          onClick={() => files.current?.click()}
        >
          {cleaner.choose}
        </button>
        <button
          type="button"
          class="btn btn--bare"
          data-action="choose-folder"
          onClick={onChooseFolder ?? (() => folder.current?.click())}
        >
          <Icon name="folder" />
          {cleaner.chooseFolder}
        </button>
      </div>
      <input ref={files} type="file" multiple hidden onChange={take} data-input="files" />
      <input ref={folder} type="file" {...folders} hidden onChange={take} data-input="folder" />
    </section>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Hears drops and pastes wherever they fall on the page. Whether files are being dragged over it. */
function useDrops(onFiles: DropZoneProps['onFiles'], onDrop: DropZoneProps['onDrop']): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      // Without this the browser would open the file in the page's place.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setIsOver(true);
    };
    document.addEventListener('dragenter', over, { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (!relatedTarget) setIsOver(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        setIsOver(false);
        if (!event.dataTransfer || !holdsFiles(event)) return;
        event.preventDefault();
        onDrop(event.dataTransfer).catch(reportError);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      ({ clipboardData }) => {
        const pasted = [...(clipboardData?.files ?? [])];
        if (pasted.length > 0) onFiles(pasted).catch(reportError);
      },
      { signal },
    );
    return () => life.abort();
  }, [onFiles, onDrop]);
  return isOver;
}
