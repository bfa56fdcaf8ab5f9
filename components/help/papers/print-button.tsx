import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../../ui/icon';
import { KeptProvider, useKept } from '../../ui/kept-context';
import { LanguageProvider, useSpeech } from '../../ui/language';
import { printAlone } from './print-alone';

interface PrintButtonProps {
  /** Of what is printed. */
  readonly name: string;
  readonly label: string;
  readonly paper: ComponentChildren;
  /** The one thing the screen is for. */
  readonly main?: boolean;
}

/**
 * Prints pages alone, in the language of the panel and in the neutral form, for a page does not tell who printed it.
 * Where nothing can be printed, it says so.
 */
export function PrintButton({ name, label, paper, main = false }: PrintButtonProps) {
  const { language, words } = useSpeech();
  const kept = useKept();
  const [failed, setFailed] = useState(false);
  const clear = useRef<() => void>();
  useEffect(() => () => clear.current?.(), []);
  const print = () => {
    clear.current?.();
    const printing = printAlone(
      <KeptProvider value={kept}>
        <LanguageProvider language={language}>{paper}</LanguageProvider>
      </KeptProvider>,
    );
    clear.current = printing.clear;
    setFailed(!printing.begun);
  };
  return (
    <div class="stack">
      <button
        type="button"
        class={main ? 'btn btn--main' : 'btn'}
        data-action="print"
        data-prints={name}
        onClick={print}
      >
        <Icon name="printer" />
        {label}
      </button>
      <p class="toast" role="status" hidden={!failed}>
        {failed && words.helpPanel.sheet.notPrinted}
      </p>
    </div>
  );
}
