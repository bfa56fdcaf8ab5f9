import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { setBy } from '../ui/organisation';
import { Digits, NumberActs } from './number-acts';
import type { OwnLine } from './own-lines';

/** One line: whose it is, why this one, the digits as large as they go, call, copy and show large. */
export function LineCard({ line }: { readonly line: OwnLine }) {
  const speech = useSpeech();
  const { policy } = useKept();
  const { name, why } = speech.words.helpPanel.lines[line.id];
  return (
    <section class="hot" aria-labelledby={`line-${line.id}`} data-line={line.id}>
      <div class="hot__head">
        <h2 id={`line-${line.id}`}>{name}</h2>
        <p class="muted small">{why}</p>
        {line.replaced && policy && (
          <p class="muted small" data-replaced>
            {setBy(policy, speech)}
          </p>
        )}
      </div>
      <Digits number={line.number} />
      <NumberActs number={line.number} by={line.by} large={`large-${line.id}`} />
    </section>
  );
}
