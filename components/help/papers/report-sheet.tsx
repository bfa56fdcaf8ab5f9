import { type Field, type SheetAnswers, sheetFields } from '../../../utils/help/sheet';
import { useSpeech } from '../../ui/language';
import { Paper } from './paper';

/** The sheet as it is printed: what was written, and lines where nothing was. It bears no name of ours. */
export function ReportSheet({ answers }: { readonly answers: SheetAnswers }) {
  const { words, digits } = useSpeech();
  const { sheet, ask, askTitle } = words.helpPanel;
  return (
    <Paper kind="sheet">
      <h1>{sheet.paperTitle}</h1>
      <p class="paper__hint">{sheet.paperHint}</p>
      {sheetFields.map((field) => (
        <SheetField key={field.id} field={field} answer={answers[field.id]?.trim() ?? ''} />
      ))}
      <section class="paper__field">
        <h2>{askTitle}</h2>
        <p>{ask.join(' ')}</p>
      </section>
      <p class="paper__caution">{digits(sheet.paperCaution)}</p>
    </Paper>
  );
}

function SheetField({ field, answer }: { readonly field: Field; readonly answer: string }) {
  const { sheet } = useSpeech().words.helpPanel;
  return (
    <section class="paper__field">
      <h2>{sheet.fields[field.id]}</h2>
      {answer === '' ? (
        Array.from({ length: field.lines }, (_, line) => <div key={line} class="paper__line" />)
      ) : (
        <p class="paper__answer" dir="auto">
          {answer}
        </p>
      )}
    </section>
  );
}
