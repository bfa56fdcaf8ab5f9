import { useEffect, useRef, useState } from 'preact/hooks';
import { trayType } from './tray';

/**
 * Drops and pastes anywhere on the page, as chats take them.
 * @param onPicture gets the name of a picture of the tray
 * @returns whether something that can be dropped is over the page
 */
export function useFilesFromOutside(
  onFiles: (files: readonly File[]) => void,
  onPicture: (name: string) => void,
): boolean {
  const [over, setOver] = useState(false);
  const handlers = useRef({ onFiles, onPicture });
  handlers.current = { onFiles, onPicture };
  useEffect(() => {
    const life = new AbortController();
    const { signal } = life;
    const takes = ({ dataTransfer }: DragEvent) =>
      dataTransfer?.types.some((type) => type === 'Files' || type === trayType) === true;
    const on = <Type extends keyof WindowEventMap>(
      type: Type,
      heard: (event: WindowEventMap[Type]) => void,
    ) => window.addEventListener(type, heard, { signal });
    on('dragenter', (event) => setOver(takes(event)));
    on('dragover', (event) => {
      if (takes(event)) event.preventDefault();
    });
    on('dragleave', ({ relatedTarget }) => {
      if (relatedTarget === null) setOver(false);
    });
    on('dragend', () => setOver(false));
    on('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) handlers.current.onFiles(files);
      else handlers.current.onPicture(event.dataTransfer?.getData(trayType) ?? '');
    });
    on('paste', (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      handlers.current.onFiles(files);
    });
    return () => life.abort();
  }, []);
  return over;
}
