import { useEffect, useRef } from 'preact/hooks';
import { HelpPanel } from '../help/help-panel';
import { useSpeech } from '../ui/language';

/** The lessons over the chat, so that a class sees them as large as the chat. Closed, nothing of them is left. */
export function LessonsRoom({ onClose }: { readonly onClose: () => void }) {
  const { helpPanel } = useSpeech().words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // To the heading, as on every other screen of the panel; by itself it would go to the first button.
    dialog.current?.querySelector('h1')?.focus();
  }, []);
  // Closed before it goes, so that the focus is given back to what opened it.
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} class="lessons-room" aria-label={helpPanel.lessons.title} onClose={onClose}>
      <HelpPanel start="lessons" onBack={close} onExit={close} />
    </dialog>
  );
}
