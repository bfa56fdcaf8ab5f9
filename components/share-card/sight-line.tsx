import { Bar } from '../ui/bar';
import { Icon } from '../ui/icon';
import { type Speech, useSpeech } from '../ui/language';
import { type CardFile, facesIn, sightsOf, sortFiles } from './card-file';

/**
 * What is seen in the pictures, or that they are still being looked at. It has its room from the start: what changes
 * in it moves nothing.
 */
export function SightLine({ files }: { readonly files: readonly CardFile[] }) {
  const speech = useSpeech();
  const { clean } = sortFiles(files);
  const { looking } = sightsOf(clean);
  const done = clean.length - looking;
  return (
    <div class="sight">
      <p role="status" data-sight={looking > 0 ? 'looking' : 'looked'}>
        <Icon name="scan-face" />
        <span>{saySight(clean, speech)}</span>
      </p>
      {looking > 0 &&
        (clean.length > 1 ? (
          <Bar share={done / clean.length} label={speech.words.card.sight.lookingMany} />
        ) : (
          <div class="bar bar--open" aria-hidden="true" />
        ))}
    </div>
  );
}

function saySight(files: readonly CardFile[], { words, count }: Speech): string {
  const { sight } = words.card;
  const { looking, withFaces, showsMore, unseen } = sightsOf(files);
  const isOne = files.length === 1;
  const seen = isOne ? files.reduce((sum, file) => sum + facesIn(file), 0) : withFaces;
  const faces = seen > 0 ? count(isOne ? sight.faces : sight.facesIn, seen) : null;
  if (looking > 0) return faces ?? (isOne ? sight.looking : sight.lookingMany);
  const said = [
    faces,
    showsMore ? sight.more : null,
    unseen ? (isOne ? sight.unseen[unseen] : sight.someUnseen) : null,
  ].filter((part) => part !== null);
  return said.length > 0 ? said.join(' ') : isOne ? sight.none : sight.noneInAll;
}

/** Why the person is asked, in a paragraph. */
export function whyAsked(files: readonly CardFile[], { words }: Speech): string {
  const { why } = words.card.sight;
  const { looking, withFaces, showsMore, unseen } = sightsOf(files);
  if (withFaces > 0) return why.face;
  if (showsMore) return why.more;
  if (unseen) return why.unseen;
  return looking > 0 ? why.looking : why.every;
}
