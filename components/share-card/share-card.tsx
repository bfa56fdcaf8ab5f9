import { useRef, useState } from 'preact/hooks';
import type { Audience } from '../../utils/sites/audience';
import { HelpPanel } from '../help/help-panel';
import { Icon } from '../ui/icon';
import { useEscape, useFirstFocus, useFocusInside } from '../ui/keep-focus';
import { useKept } from '../ui/kept-context';
import { useSpeech } from '../ui/language';
import { Mark } from '../ui/mark';
import { Who } from './audience';
import { type CardChoice, type CardFile, sortFiles } from './card-file';
import { Choices } from './choices';
import { CoverTick } from './cover-tick';
import { Gone, GoneFromMany } from './gone';
import type { Lead } from './lead';
import { Preview } from './preview';
import { Passengers, RefusedList, StaysBehind } from './refusals';
import { Ripple } from './ripple';
import { whenSettled } from './settled';
import { SightLine } from './sight-line';
import { Strip, type StripProps } from './strip';

export interface ShareCardProps {
  readonly audience: Audience;
  readonly files: readonly CardFile[];
  /** When the card came on screen, on `performance.now()`'s clock; null while it is not. */
  readonly shownAt: number | null;
  readonly onChoice: (choice: CardChoice) => void;
  /** Opens the editor on a picture, by the file's id. */
  readonly onEdit: (id: number) => void;
  readonly lead: Lead;
  /** Whether faces are covered in the copy. */
  readonly covers: boolean;
  readonly setCovers: (covers: boolean) => void;
  /** The site can send it to this audience so that it is seen once. */
  readonly viewOnce: boolean;
  /** Whether nothing more is asked about this chat for a while; null when that cannot be chosen. */
  readonly pause: boolean | null;
  readonly onPause: (on: boolean) => void;
  /** Covers the faces of these pictures in their copies, by the files' ids; false when one cannot be. */
  readonly onCover: (ids: readonly number[]) => Promise<boolean>;
  /** Given when looking at the same files again may help. */
  readonly onRetry?: () => void;
}

/** The question before sending: who gets it, what was taken out, and the ways to go on. */
export function ShareCard(props: ShareCardProps) {
  const { audience, files, shownAt, lead, covers, setCovers, onChoice } = props;
  const { words, count } = useSpeech();
  const { card } = words;
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [helping, setHelping] = useState(false);
  const cover: Cover = { covers, setCovers };
  const sorted = sortFiles(files);
  const refused = sorted.clean.length === 0;

  useFocusInside(root);
  // The heading, not a button: people press Enter to send, and a key still held down must not choose.
  useFirstFocus(heading, shownAt !== null && !helping);
  useEscape((event) => {
    // In the help it is the help's.
    if (!helping) whenSettled(shownAt, () => onChoice('not-now'))(event);
  });

  const settled = (act: () => void) => whenSettled(shownAt, act);
  const title = refused ? count(card.refusedTitle, sorted.refused.length) : card.title;
  return (
    <section
      ref={root}
      class={['card', files.length > 1 && 'card--many', helping && 'card--help'].filter(Boolean).join(' ')}
      role="dialog"
      aria-modal="true"
      aria-labelledby="lead"
      aria-describedby="who"
      data-level={refused ? 'refused' : 'ask'}
      data-lead={lead}
    >
      {helping ? (
        <div class="card__help">
          <HelpPanel escapes onBack={() => setHelping(false)} onExit={() => onChoice('not-now')} />
        </div>
      ) : (
        <>
          <header class="card__head">
            <Mark />
            <h1 id="lead" tabIndex={-1} ref={heading}>
              {title}
            </h1>
            <button
              type="button"
              class="btn btn--bare btn--small"
              data-action="help"
              onClick={settled(() => setHelping(true))}
            >
              <Icon name="circle-question-mark" />
              {words.help}
            </button>
          </header>
          {refused ? (
            <RefusedBody audience={audience} lead={lead} files={files} />
          ) : files.length === 1 ? (
            <OneBody audience={audience} lead={lead} file={files[0]} cover={cover} />
          ) : (
            <ManyBody
              audience={audience}
              lead={lead}
              files={files}
              cover={cover}
              settled={settled}
              onEdit={props.onEdit}
            />
          )}
          <Choices {...props} refused={refused} settled={settled} />
        </>
      )}
    </section>
  );
}

/** The tick that says whether faces are covered in the copy. */
interface Cover {
  readonly covers: boolean;
  readonly setCovers: (covers: boolean) => void;
}

interface BodyProps {
  readonly audience: Audience;
  readonly lead: Lead;
  readonly files: readonly CardFile[];
}

/** One picture: it stands in the middle of those who will get it. */
function OneBody({
  audience,
  lead,
  file,
  cover,
}: Omit<BodyProps, 'files'> & {
  readonly file: CardFile | undefined;
  readonly cover: Cover;
}) {
  const { card } = useSpeech().words;
  const [shown, setShown] = useState(!useKept().settings.blurPreviews);
  if (!file) return null;
  return (
    <div class="card__body">
      <Who audience={audience} dots={lead === 'line'} />
      <figure class="pic">
        <div class="ripple">
          {lead === 'ripple' && <Ripple audience={audience} />}
          <Preview
            picture={file.preview}
            shown={shown}
            label={card.preview}
            none={card.noPreview}
            class="thumb"
          />
        </div>
        <div class="pic__under">
          <CoverTick files={[file]} {...cover} />
          <button
            type="button"
            class="btn btn--bare btn--icon"
            aria-label={card.showPreview}
            title={shown ? card.hidePreview : card.showPreview}
            aria-pressed={shown}
            data-action="preview"
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eye-off' : 'eye'} />
          </button>
        </div>
        <figcaption class="small muted" data-tip>
          {card.fine}
        </figcaption>
      </figure>
      <div class="more">
        <SightLine files={[file]} />
        <Gone file={file} shown={shown} />
      </div>
    </div>
  );
}

/** Several files, one question. */
function ManyBody({
  audience,
  lead,
  files,
  cover,
  settled,
  onEdit,
}: BodyProps & Pick<StripProps, 'settled' | 'onEdit'> & { readonly cover: Cover }) {
  const { words, count } = useSpeech();
  const { card } = words;
  const [shown, setShown] = useState(!useKept().settings.blurPreviews);
  const { clean, refused, passengers } = sortFiles(files);
  return (
    <div class="card__body card__body--many">
      <Who audience={audience} dots={lead !== 'band'} tip={card.fineMany} />
      <div class="pics">
        <div class="pics__head">
          <span class="label">{count(card.pictures, clean.length)}</span>
          <SightLine files={files} />
          <label class="check">
            <input type="checkbox" data-action="preview" checked={shown} onChange={() => setShown(!shown)} />
            <span>{card.showPreviews}</span>
          </label>
        </div>
        <Strip files={clean} shown={shown} settled={settled} onEdit={onEdit} />
      </div>
      <div class="more more--line">
        <GoneFromMany files={clean} />
        <CoverTick files={clean} {...cover} />
        <StaysBehind files={refused} />
        <Passengers files={passengers} />
      </div>
    </div>
  );
}

/** Nothing of it could be cleaned. */
function RefusedBody({ audience, lead, files }: BodyProps) {
  const { card } = useSpeech().words;
  const { refused, passengers } = sortFiles(files);
  const [first] = refused;
  return (
    <div class="card__body">
      <Who audience={audience} dots={lead === 'line'} />
      <figure class="pic">
        <div class="halo">
          <Icon name="file-question-mark" />
        </div>
      </figure>
      <div class="more">
        {refused.length > 1 ? (
          <RefusedList files={refused} />
        ) : (
          <p data-reason={first?.reason}>{card.reasons[first?.reason ?? 'unreadable']}</p>
        )}
        <div class="note note--honey">
          <Icon name="info" />
          <span>{card.mayStillHold}</span>
        </div>
        <Passengers files={passengers} />
      </div>
    </div>
  );
}
