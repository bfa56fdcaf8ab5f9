import { useEffect, useRef } from 'preact/hooks';
import { HelpPanel } from '../help/help-panel';
import { useSpeech } from '../ui/language';

export interface HelpRoomProps {
  readonly start: 'first' | 'lessons';
  readonly onClose: () => void;
}

/** The help over the chat, so that a class sees it as large as the chat. Closed, nothing of it is left. */
export function HelpRoom({ start, onClose }: HelpRoomProps) {
  const { help, helpPanel } = useSpeech().words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // To the heading, as on every other screen of the panel; by itself it would go to the first button.
    dialog.current?.querySelector('h1')?.focus();
  }, []);
  // Closed before it goes, so that the focus is given back to what opened it.
  const close = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="help-room"
      aria-label={start === 'lessons' ? helpPanel.lessons.title : help}
      onClose={onClose}
    >
      <HelpPanel start={start} onBack={close} onExit={close} />
    </dialog>
  );
}
