import { sheetFields } from '../../utils/help/sheet';
import { useSpeech } from '../ui/language';
import { usePanel } from './panel-context';
import { PrintButton } from './papers/print-button';
import { ReportSheet } from './papers/report-sheet';
import { Caution, LeadRow, Says, Title } from './parts';

/** A report sheet to print blank, or to fill in first. */
export function Sheet() {
  const { helpPanel } = useSpeech().words;
  const { sheet } = helpPanel;
  return (
    <>
      <Title>{sheet.title}</Title>
      <Says says={sheet.says} />
      <PrintCaution />
      <PrintButton name="sheet" label={sheet.blank} paper={<ReportSheet answers={{}} />} main />
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
      <PrintButton name="sheet" label={sheet.print} paper={<ReportSheet answers={answers} />} main />
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
