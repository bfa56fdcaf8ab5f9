import type { CleanerView } from '../../utils/cleaner/cleaner';
import { fillText } from '../../utils/i18n/fill';
import type { Speech } from '../ui/language';

/** The list in one line: "12 files, hidden data in 9", and what did not go as wished. */
export function sumOf({ tally }: CleanerView, { words, count }: Speech): string {
  const { cleaner } = words;
  const hidden =
    tally.withHidden > 0
      ? count(cleaner.hiddenIn, tally.withHidden)
      : tally.ready > 0 && cleaner.nothingHidden;
  const files = count(cleaner.files, tally.all);
  return hidden ? fillText(cleaner.sum, { files, hidden }) : files;
}

/** What is to be told beside the sum, each with its count. */
export function exceptionsOf({ tally }: CleanerView, { words, count }: Speech): readonly string[] {
  const { cleaner } = words;
  return (
    [
      [cleaner.refused, tally.refused],
      [cleaner.stopped, tally.stopped],
      [cleaner.leftOut, tally.leftOut],
      [cleaner.savedCount, tally.saved],
      [cleaner.notSaved, tally.notSaved],
    ] as const
  ).flatMap(([forms, files]) => (files > 0 ? [count(forms, files)] : []));
}

/** What could not be taken at all. */
export function notTakenOf({ notTaken }: CleanerView, { words, count, number }: Speech): readonly string[] {
  const { cleaner } = words;
  return [
    ...(notTaken.tooMany === null ? [] : [fillText(cleaner.tooMany, { n: number(notTaken.tooMany) })]),
    ...(notTaken.unread > 0 ? [count(cleaner.unread, notTaken.unread)] : []),
  ];
}

/** What a screen reader hears: that work goes on, once, and how it ended; not every file. */
export function saidOf(view: CleanerView, speech: Speech): string {
  const { cleaner } = speech.words;
  if (view.reading) return cleaner.reading;
  if (view.cleaning) return cleaner.working;
  if (view.saving !== null) return cleaner.saving;
  if (view.files.length === 0) return '';
  const parts = [sumOf(view, speech), ...exceptionsOf(view, speech)];
  return `${parts.join('. ')}. ${notTakenOf(view, speech).join(' ')}`.trim();
}
