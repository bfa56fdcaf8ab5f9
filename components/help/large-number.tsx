import type { Hotline } from '../../utils/help/hotlines';
import { useSpeech } from '../ui/language';
import { CallLink, Digits } from './number-acts';
import { useOwnLines } from './own-lines';
import { Title } from './parts';

/** One number as wide as the panel, to be read from afar while another hand dials. */
export function LargeNumber({ line }: { readonly line: Hotline }) {
  const { lines } = useSpeech().words.helpPanel;
  const [own = line] = useOwnLines([line]);
  return (
    <div class="large">
      <Title>{lines[line.id].name}</Title>
      <Digits number={own.number} />
      {line.by === 'telephone' && <CallLink number={own.number} />}
    </div>
  );
}
