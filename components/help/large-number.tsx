import type { Hotline } from '../../utils/help/hotlines';
import { useSpeech } from '../ui/language';
import { CallLink, Digits } from './line-card';
import { Title } from './parts';

/** One number as wide as the panel, to be read from afar while another hand dials. */
export function LargeNumber({ line }: { readonly line: Hotline }) {
  const { lines } = useSpeech().words.helpPanel;
  return (
    <div class="large">
      <Title>{lines[line.id].name}</Title>
      <Digits number={line.number} />
      {line.by === 'telephone' && <CallLink number={line.number} />}
    </div>
  );
}
