import { useEffect, useRef, useState } from 'preact/hooks';
import { useSpeech } from '../ui/language';
import { type CardChoice, type CardFile, coverable, facesIn, sightsOf, sortFiles } from './card-file';

export interface SendCopyProps {
  readonly files: readonly CardFile[];
  readonly covers: boolean;
  readonly setCovers: (covers: boolean) => void;
  readonly settled: (act: () => void) => (event: Event) => void;
  readonly onChoice: (choice: CardChoice) => void;
  readonly onCover: (ids: readonly number[]) => Promise<boolean>;
}

/** What is done before the copy goes. */
type Busy = 'looking' | 'covering' | 'failed';

/**
 * The first and largest choice. Its second line says what goes. Pressed while the pictures are still looked at, it
 * waits for that: a face that is found late is covered as well.
 */
export function SendCopy(props: SendCopyProps) {
  const { covers, setCovers, settled, onChoice, onCover } = props;
  const { words, count, number, filled } = useSpeech();
  const { card } = words;
  const { cover } = card;
  const [busy, setBusy] = useState<Busy | null>(null);
  const isHere = useRef(true);
  useEffect(
    () => () => {
      isHere.current = false;
    },
    [],
  );
  const { clean } = sortFiles(props.files);
  const toCover = coverable(clean);
  const faces = toCover.reduce((sum, file) => sum + facesIn(file), 0);
  const { looking } = sightsOf(clean);

  useEffect(() => {
    if (busy !== 'looking' || (covers && looking > 0)) return;
    if (!covers || toCover.length === 0) {
      onChoice('send-clean');
      return;
    }
    setBusy('covering');
    onCover(toCover.map(({ id }) => id)).then(
      (done) => {
        if (!isHere.current) return;
        if (done) onChoice('send-clean');
        else refuse();
      },
      (error: unknown) => {
        reportError(error);
        refuse();
      },
    );
  });

  /** Nothing goes that was to be covered and is not: the tick is taken away, and the person decides anew. */
  function refuse(): void {
    setBusy('failed');
    setCovers(false);
  }

  const isBusy = busy === 'looking' || busy === 'covering';
  const safer = covers && faces > 0;
  const one = safer ? cover.sendSafer : card.sendClean;
  const label =
    clean.length > 1 ? count(safer ? cover.sendSaferMany : card.sendCleanMany, clean.length) : one;
  const said = faces > 0 ? count(covers ? cover.covered : cover.visible, faces) : card.noHiddenData;
  // Fifty pictures take their time.
  const what =
    busy === 'looking' && clean.length > 1
      ? filled(cover.lookedAt, { n: number(clean.length - looking), all: number(clean.length) })
      : said;
  return (
    <>
      <button
        type="button"
        class="btn btn--main btn--wide btn--two"
        data-action="send-clean"
        aria-disabled={isBusy}
        onClick={settled(() => {
          if (!isBusy) setBusy('looking');
        })}
      >
        {isBusy ? cover.preparing : label}
        <small>{what}</small>
      </button>
      <div role="alert" class="alert">
        {busy === 'failed' && <p class="note note--honey">{cover.failed}</p>}
      </div>
    </>
  );
}
