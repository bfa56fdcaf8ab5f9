import { useEffect, useRef, useState } from 'preact/hooks';
import { type SheetAnswers, sheetFields } from '../../utils/help/sheet';
import { Icon } from '../ui/icon';
import { LanguageProvider, useSpeech } from '../ui/language';
import { usePanel } from './panel-context';
import { Paper } from './paper';
import { Caution, LeadRow, Says, Title } from './parts';
import { printAlone } from './print-alone';

/** A report sheet to print blank, or to fill in first. */
export function Sheet() {
  const { helpPanel } = useSpeech().words;
  const { sheet } = helpPanel;
  return (
    <>
      <Title>{sheet.title}</Title>
      <Says says={sheet.says} />
      <PrintCaution />
      <PrintButton answers={{}} label={sheet.blank} />
      <LeadRow answer to="sheet-filled" icon="notebook-pen" title={sheet.fill} hint={sheet.fillHint} />
      <LeadRow to="know" icon="phone" title={helpPanel.callTitle} />
    </>
  );
}

/** The sheet to fill in; what is written stays in the panel's memory until the panel closes. */
export function FilledSheet() {
  const { words } = useSpeech();
  const { answers, onAnswer } = usePanel();
  const { sheet } = words.helpPanel;
  return (
    <>
      <Title>{sheet.fillTitle}</Title>
      <p class="muted">{sheet.fillHint}</p>
      <div class="fields">
        {sheetFields.map(({ id, lines }) => (
          <label key={id} class="field">
            <span>{sheet.fields[id]}</span>
            {/* Neither kept by the browser nor sent to whoever checks spelling for it. */}
            <textarea
              rows={Math.min(lines, 4)}
              dir="auto"
              autocomplete="off"
              spellcheck={false}
              data-field={id}
              value={answers[id] ?? ''}
              onInput={({ currentTarget }) => onAnswer(id, currentTarget.value)}
            />
          </label>
        ))}
      </div>
      <PrintCaution />
      <PrintButton answers={answers} label={sheet.print} />
      <LeadRow to="know" icon="phone" title={words.helpPanel.callTitle} />
    </>
  );
}

function PrintCaution() {
  const { sheet } = useSpeech().words.helpPanel;
  return (
    <Caution>
      {sheet.caution} {sheet.printer}
    </Caution>
  );
}

function PrintButton({ answers, label }: { readonly answers: SheetAnswers; readonly label: string }) {
  const { language, words } = useSpeech();
  const [failed, setFailed] = useState(false);
  const clear = useRef<() => void>();
  useEffect(() => () => clear.current?.(), []);
  const print = () => {
    clear.current?.();
    const printing = printAlone(
      <LanguageProvider language={language}>
        <Paper answers={answers} />
      </LanguageProvider>,
    );
    clear.current = printing.clear;
    setFailed(!printing.begun);
  };
  return (
    <div class="stack">
      <button type="button" class="btn btn--main" data-action="print" onClick={print}>
        <Icon name="printer" />
        {label}
      </button>
      <p class="toast" role="status" hidden={!failed}>
        {failed && words.helpPanel.sheet.notPrinted}
      </p>
    </div>
  );
}
