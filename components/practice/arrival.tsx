import { useEffect, useRef, useState } from 'preact/hooks';
import type { HiddenData } from '../../utils/metadata/hidden-data';
import { HiddenList } from '../ui/hidden-list';
import { Icon } from '../ui/icon';
import { useSpeech } from '../ui/language';

/** As a picture, which is drawn in the chat, or as a document, of which only the name is seen. */
export type SharedAs = 'picture' | 'document';

/** What reached the practice chat. */
export interface Arrival {
  readonly key: number;
  readonly file: File;
  /** Whether Safi was at work when it arrived. */
  readonly safi: boolean;
  readonly as: SharedAs;
}

/** Reads what is hidden in a file; null when nobody can tell. */
export type Inspect = (file: File) => Promise<readonly HiddenData[] | null>;

/** One file as it arrived: how it looks, and what came with it unseen. */
export function ArrivedFile({ arrival, inspect }: { readonly arrival: Arrival; readonly inspect: Inspect }) {
  const { words, number } = useSpeech();
  const { practice } = words;
  const { file, safi, as } = arrival;
  const [address, setAddress] = useState('');
  const [hidden, setHidden] = useState<readonly HiddenData[] | null | undefined>(undefined);
  const [drawable, setDrawable] = useState(true);
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    inspect(file).then(setHidden, (error: unknown) => {
      setHidden(null);
      reportError(error);
    });
    return () => URL.revokeObjectURL(made);
  }, [file, inspect]);
  useEffect(() => {
    if (hidden !== undefined) root.current?.scrollIntoView({ block: 'nearest' });
  }, [hidden]);
  return (
    <article ref={root} class="msg" data-arrived data-safi={safi ? 'on' : 'off'} data-as={as}>
      <div class="msg__pic">
        {address && drawable && as === 'picture' ? (
          <img src={address} alt={practice.arrivedPicture} onError={() => setDrawable(false)} />
        ) : (
          <Icon name="file" />
        )}
      </div>
      <div class="msg__in">
        <span class={safi ? 'tag tag--ok' : 'tag tag--honey'}>
          {safi ? practice.withSafi : practice.withoutSafi}
        </span>
        <p class="small muted msg__file">
          <bdi class="file-name">{file.name}</bdi>
          <span>{practice.size.replace('{n}', number(Math.max(1, Math.round(file.size / 1024))))}</span>
        </p>
        {as === 'document' && <p class="small">{practice.document}</p>}
        <h3>{practice.cameWith}</h3>
        <Hidden hidden={hidden} cleaned={safi && drawable && as === 'picture'} />
      </div>
    </article>
  );
}

/**
 * @param props.hidden undefined: still being read
 * @param props.cleaned whether it is a picture that came through Safi
 */
function Hidden(props: {
  readonly hidden: readonly HiddenData[] | null | undefined;
  readonly cleaned: boolean;
}) {
  const { hidden, cleaned } = props;
  const { practice } = useSpeech().words;
  if (hidden === undefined) return <p class="small muted">{practice.reading}</p>;
  if (hidden === null) return <p class="small muted">{practice.cannotTell}</p>;
  if (hidden.length > 0) return <HiddenList hidden={hidden} values={true} />;
  return (
    <>
      <p class="msg__none" data-nothing-hidden>
        <Icon name="check" />
        {practice.nothingHidden}
      </p>
      {cleaned && <p class="small muted">{practice.samePicture}</p>}
    </>
  );
}
