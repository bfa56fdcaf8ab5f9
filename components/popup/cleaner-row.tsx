import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';

interface CleanerRowProps {
  readonly onOpen: () => void;
  /** Files or folders that were dropped on the popup. */
  readonly onDrop: (data: DataTransfer) => void;
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/**
 * Opens the cleaner. Files can be dropped on it, and anywhere on the popup, where the browser keeps the popup open
 * beside another window: Chromium does, Firefox closes it.
 */
export function CleanerRow({ onOpen, onDrop }: CleanerRowProps) {
  const { popup } = useSpeech().words;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const drop = (event: DragEvent) => {
      setIsOver(false);
      if (!event.dataTransfer || !holdsFiles(event)) return;
      event.preventDefault();
      onDrop(event.dataTransfer);
    };
    const leave = ({ relatedTarget }: DragEvent) => {
      if (!relatedTarget) setIsOver(false);
    };
    document.addEventListener('dragenter', over, { signal });
    document.addEventListener('dragover', over, { signal });
    document.addEventListener('dragleave', leave, { signal });
    document.addEventListener('drop', drop, { signal });
    return () => life.abort();
  }, [onDrop]);
  return (
    <button
      type="button"
      class={isOver ? 'row row--drop is-over' : 'row row--drop'}
      data-action="cleaner"
      onClick={onOpen}
    >
      <Icon name="image-down" />
      <span class="row__words">
        <strong>{popup.cleaner}</strong>
        <small>{popup.cleanerHint}</small>
      </span>
      <Icon name="chevron-right" end />
    </button>
  );
}
